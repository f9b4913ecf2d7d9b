using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Mingzhang.Cli.Tests;

/// <summary>Where a program that a document needs is not installed, the message names its packages.</summary>
public sealed class MissingProgramTests
{
    [TesseractFact]
    public void A_scan_without_tesseract_names_its_packages()
    {
        using var folder = new ScratchFolder();
        File.WriteAllBytes(folder.At("scan.pdf"), Scan());
        (int status, string messages) = Check(folder, "scan.pdf", "pdftotext", "pdftoppm");
        Assert.Equal(2, status);
        Assert.Contains("tesseract-ocr-chi-sim", messages);
    }

    [TesseractFact]
    public void A_PDF_without_poppler_names_its_packages()
    {
        using var folder = new ScratchFolder();
        File.WriteAllBytes(folder.At("a.pdf"), Scan());
        (int status, string messages) = Check(folder, "a.pdf");
        Assert.Equal(2, status);
        Assert.Contains("poppler-utils", messages);
    }

    [TesseractFact]
    public void An_old_document_without_LibreOffice_names_its_packages()
    {
        using var folder = new ScratchFolder();
        folder.File("a.rtf", @"{\rtf1 text\par}");
        (int status, string messages) = Check(folder, "a.rtf");
        Assert.Equal(2, status);
        Assert.Contains("libreoffice-writer-nogui", messages);
    }

    /// <summary>Runs the command where only these programs are found.</summary>
    private static (int Status, string Messages) Check(ScratchFolder folder, string file, params string[] programs)
    {
        string path = folder.At("programs");
        Directory.CreateDirectory(path);
        foreach (string program in programs) File.CreateSymbolicLink(Path.Combine(path, program), Where(program));
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : Where("dotnet")) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (ReadOnlySpan<string>)["exec", Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), "check", folder.At(file)]) start.ArgumentList.Add(argument);
        start.Environment["PATH"] = path;
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, messages);
    }

    private static string Where(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, program)).First(File.Exists);

    /// <summary>A page that is a picture.</summary>
    private static byte[] Scan()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write([.. Enumerable.Range(0, 10_000).Select(i => (byte)(i / 100 * 37 % 256))]);
        const string draw = "q 595 0 0 842 0 0 cm /I Do Q";
        byte[] picture = packed.ToArray();
        string head = $"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj\n4 0 obj <</Length {draw.Length}>> stream\n{draw}\nendstream endobj\n5 0 obj <</Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length {picture.Length}>> stream\n";
        return [.. Encoding.Latin1.GetBytes(head), .. picture, .. "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"u8];
    }
}
