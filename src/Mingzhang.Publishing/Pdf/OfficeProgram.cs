using System.ComponentModel;
using System.Diagnostics;

namespace Mingzhang.Publishing.Pdf;

/// <summary>LibreOffice as a program that converts one file, with a profile of its own, a time limit and fonts for what is not installed.</summary>
internal static class OfficeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Names = ["soffice", "libreoffice"];

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere => Path() is not null;

    /// <summary>Converts a file; the result stands in the folder under the file's name with the new extension.</summary>
    /// <exception cref="PdfException">The program is missing, takes too long or makes nothing.</exception>
    public static string Convert(string file, string filter, string extension, string folder, TimeSpan limit)
    {
        string program = Path() ?? throw new PdfException(
            "没有 LibreOffice，不能生成 PDF：请安装 libreoffice-writer-nogui（Debian、Ubuntu）或 LibreOffice，或者用 --formats 去掉 pdf。",
            "LibreOffice is missing, so no PDF can be made: install libreoffice-writer-nogui (Debian, Ubuntu) or LibreOffice, or leave pdf out of --formats.");
        string profile = System.IO.Path.Combine(folder, "profile");
        Directory.CreateDirectory(profile);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.ArgumentList.Add("--headless");
        start.ArgumentList.Add("--norestore");
        start.ArgumentList.Add("--nolockcheck");
        start.ArgumentList.Add("-env:UserInstallation=" + new Uri(profile).AbsoluteUri);
        start.ArgumentList.Add("--convert-to");
        start.ArgumentList.Add(filter);
        start.ArgumentList.Add("--outdir");
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(file);
        if (OperatingSystem.IsLinux()) start.Environment["FONTCONFIG_FILE"] = FontChoice.Write(folder);
        start.Environment["SOURCE_DATE_EPOCH"] = "315532800";
        string said = Run(start, limit);
        string result = System.IO.Path.Combine(folder, System.IO.Path.GetFileNameWithoutExtension(file) + "." + extension);
        if (!File.Exists(result) || new FileInfo(result).Length == 0)
            throw new PdfException($"LibreOffice 没有生成文件：{said}", $"LibreOffice made no file: {said}");
        return result;
    }

    private static string Run(ProcessStartInfo start, TimeSpan limit)
    {
        try
        {
            using Process process = Process.Start(start) ?? throw new PdfException("LibreOffice 不能启动。", "LibreOffice cannot be started.");
            Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                throw new PdfException($"LibreOffice 在 {limit.TotalSeconds:0} 秒内没有完成。", $"LibreOffice did not finish within {limit.TotalSeconds:0} seconds.");
            }

            // A process that it has left behind may keep the pipes open: what was said until now will do.
            if (!Task.WaitAll([output, errors], Patience)) return "";
            string said = (output.Result + errors.Result).Trim();
            return said.Length > 400 ? said[..400] : said;
        }
        catch (Win32Exception e)
        {
            throw new PdfException($"LibreOffice 不能启动：{e.Message}", $"LibreOffice cannot be started: {e.Message}");
        }
    }

    private static string? Path()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string name in Names)
            {
                string path = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
                if (File.Exists(path)) return path;
            }
        }

        return null;
    }
}
