using System.Diagnostics;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Files that LibreOffice makes of others, for tests of formats that we do not write.</summary>
internal static class Converted
{
    /// <summary>The file in another format.</summary>
    public static byte[] To(string target, string extension, byte[] bytes)
    {
        string folder = Directory.CreateTempSubdirectory("mingzhang-convert-").FullName;
        try
        {
            string file = Path.Combine(folder, "a." + extension);
            File.WriteAllBytes(file, bytes);
            var start = new ProcessStartInfo("soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", target, "--outdir", Path.Combine(folder, "out"), file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using (Process process = Process.Start(start)!) process.WaitForExit();
            return File.ReadAllBytes(Path.Combine(folder, "out", "a." + target));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A fact that needs LibreOffice: skipped, not passed, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpreadsheetFactAttribute : FactAttribute
{
    public SpreadsheetFactAttribute() => Skip = Programs.Missing("soffice");
}
