using Mingzhang.Core.Findings;
using Mingzhang.Reading.Formats.Programs;

namespace Mingzhang.Reading.Formats.Office;

/// <summary>
/// Lets LibreOffice turn a file into .docx or .xlsx: in a process of its own with limits on time, memory and output, with a profile of its own in which
/// macros are off and nothing outside the file is fetched, in a private folder that is removed whatever happens.
/// </summary>
internal static class OfficeConverter
{
    private const string Name = "document", Profile = "profile";
    private const long MostMemory = 6_000_000;
    private const long MostFile = 512L * 1024 * 1024;

    // LibreOffice takes some 200 MB: a folder of old files must not take as many as there are processors.
    private static readonly SemaphoreSlim Running = new(Math.Clamp(Environment.ProcessorCount / 2, 1, 4));

    private static readonly string[] Programs = ["soffice", "libreoffice"];

    /// <summary>The remark on a text that was read from a converted file.</summary>
    internal static Text Remark(OfficeFormat format) => new(
        $"这是{format.Zh}，经 LibreOffice 转换为 {format.Target} 后读取。",
        $"This is {format.En}; it was read as the {format.Target} that LibreOffice made of it.");

    /// <summary>The remark on a workbook whose formulas were calculated.</summary>
    internal static Text Calculated(int formulas) => new(
        $"{formulas} 个公式没有存储结果，由 LibreOffice 计算后读取。请用 Excel 或 WPS 打开后保存，再公开。",
        $"{formulas} formulas have no stored result; they were read as LibreOffice calculates them. Open the file in Excel or WPS and save it before it is published.");

    /// <summary>The converted file. Throws <see cref="UnreadableException"/> where it cannot be had.</summary>
    internal static byte[] Convert(byte[] bytes, OfficeFormat format, ReadingOptions options)
    {
        Running.Wait();
        string folder = "";
        try
        {
            folder = Directory.CreateTempSubdirectory("mingzhang-office-").FullName;
            string file = Path.Combine(folder, $"{Name}.{format.Extension}");
            File.WriteAllBytes(file, bytes);
            OfficeProfile.Write(Path.Combine(folder, Profile));
            ProgramResult result = Run(folder, file, format, options);
            string made = Path.Combine(folder, "out", $"{Name}.{format.Target}");
            return File.Exists(made) ? Content(made, options) : throw Failed(format, result);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(
                ReadProblemKind.Extraction,
                $"转换文件用的临时文件夹不能使用（{e.Message}）。请检查磁盘空间和权限。",
                $"the temporary folder for the conversion cannot be used ({e.Message}). Check the space and the permissions of the disk.");
        }
        finally
        {
            Remove(folder);
            Running.Release();
        }
    }

    private static ProgramResult Run(string folder, string file, OfficeFormat format, ReadingOptions options)
    {
        string[] arguments =
        [
            "--headless", "--norestore", "--nolockcheck", "--nologo", "-env:UserInstallation=" + new Uri(Path.Combine(folder, Profile)).AbsoluteUri,
            "--convert-to", $"{format.Target}:{format.Filter}", "--outdir", Path.Combine(folder, "out"), file,
        ];
        foreach (string program in Programs)
        {
            var call = new ProgramCall(program, arguments)
            {
                Time = options.ExtractionTime,
                MostMemory = MostMemory,
                MostFile = MostFile,
                MostOutput = 1024 * 1024,
                Folder = folder,
                Environment = OfficeProfile.Environment(folder),
            };
            ProgramResult result = ChildProcess.Run(call);
            if (result.End != ProgramEnd.Missing) return result;
        }

        throw new UnreadableException(
            ReadProblemKind.Extraction,
            $"这是{format.Zh}，读取需要 LibreOffice，没有找到。请安装软件包 libreoffice-writer-nogui 和 libreoffice-calc-nogui，或另存为 {format.Target}。",
            $"this is {format.En}; reading it needs LibreOffice, which was not found. Install the packages libreoffice-writer-nogui and libreoffice-calc-nogui, or save it as {format.Target}.");
    }

    private static byte[] Content(string path, ReadingOptions options)
    {
        var made = new FileInfo(path);
        if (made.LinkTarget is not null || made.Length > options.MaxUnpackedBytes) throw UnreadableException.TooLarge("转换后的大小（字节）", "the size in bytes when converted", options.MaxUnpackedBytes);
        return File.ReadAllBytes(path);
    }

    private static UnreadableException Failed(OfficeFormat format, ProgramResult result)
    {
        if (result.End == ProgramEnd.OutOfTime)
        {
            return new UnreadableException(
                ReadProblemKind.Extraction,
                $"LibreOffice 转换超时，已停止。请用 Word、Excel 或 WPS 打开，另存为 {format.Target}。",
                $"LibreOffice took too long and was stopped. Open the file in Word, Excel or WPS and save it as {format.Target}.");
        }

        // The private folder's name says nothing to the user.
        string said = result.Errors.Contains('/') ? "" : result.Errors.Trim();
        string why = said.Length > 0 ? $"（{said}）" : "", reason = said.Length > 0 ? $" ({said})" : "";
        return new UnreadableException(
            ReadProblemKind.Damaged,
            $"这是{format.Zh}，LibreOffice 打不开{why}：文件已损坏或有密码。请用 Word、Excel 或 WPS 打开，另存为 {format.Target}。",
            $"this is {format.En} that LibreOffice cannot open{reason}: it is damaged or has a password. Open it in Word, Excel or WPS and save it as {format.Target}.");
    }

    private static void Remove(string folder)
    {
        for (int attempt = 0; folder.Length > 0 && attempt < 5; attempt++)
        {
            try
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A process that is just ending may still write into it.
                Thread.Sleep(100);
            }
        }
    }
}
