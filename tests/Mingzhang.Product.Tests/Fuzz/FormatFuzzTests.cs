using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mingzhang.Product.Tests.Building;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Web;
using Mingzhang.Publishing.Word;
using Mingzhang.Reading;
using Mingzhang.Reading.Sources;
using Xunit.Abstractions;

namespace Mingzhang.Product.Tests.Fuzz;

/// <summary>
/// Damaged Word, Excel and web files and archives from fixed seeds: each is read or refused with a message, none crashes the reader, keeps it busy or leaves
/// temporary files. Here a part of the seeds; all are run with <c>MINGZHANG_FUZZ=5000</c> in the environment (docs/formats.md).
/// </summary>
[Collection(FuzzTests.Alone)]
public sealed class FormatFuzzTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_FUZZ"), out int count) ? count : 600;

    /// <summary>Far more than any file takes on a busy machine: only what hangs exceeds it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("zip")]
    public void Damaged_files_are_read_or_refused(string format)
    {
        string[] before = TemporaryFiles();
        byte[] whole = Whole(format);
        (string Name, byte[] Content)[] parts = format == "html" ? [] : Parts(whole);
        int read = 0;
        TimeSpan slowest = TimeSpan.Zero;
        List<string> failures = [];
        Lock guard = new();
        Parallel.For(0, Count, seed =>
        {
            var random = new Random(seed);
            byte[] file = format == "html" ? Markup(whole, random) : random.Next(4) == 0 ? Bytes(whole, random) : Package(parts, random);
            long started = Stopwatch.GetTimestamp();
            string? failure = null;
            bool good = false;
            try
            {
                if (format == "zip")
                {
                    good = Unpacked(file, seed % 20 == 0);
                    return;
                }

                var (text, problem) = SourceLoader.Load($"{seed}.{format}", file);
                good = text is not null;
                if (text is null == problem is null) failure = "neither text nor problem";
                if (problem is not null && !problem.Message.Zh.StartsWith($"{seed}.{format}", StringComparison.Ordinal)) failure = problem.Message.Zh;
                if (text is not null && seed % 20 == 0) DocumentReader.Read(text, Pipeline.Statutes);
            }
            catch (Exception crash)
            {
                failure = crash.ToString();
            }

            finally
            {
                TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
                lock (guard)
                {
                    if (failure is not null) failures.Add($"seed {seed}: {failure}");
                    if (elapsed > Limit) failures.Add($"seed {seed}: {elapsed.TotalSeconds:0.0} s");
                    if (good) read++;
                    if (elapsed > slowest) slowest = elapsed;
                }
            }
        });
        output.WriteLine($"{format}: {read} of {Count} read; slowest {slowest.TotalMilliseconds:0} ms");
        Assert.Empty(failures);
        Assert.Empty(TemporaryFiles().Except(before));
        Assert.True(read > Count / 20, $"only {read} of {Count} files were read: the test tests little");
    }

    private static byte[] Whole(string format)
    {
        using var stream = new MemoryStream();
        if (format == "docx") DocxDocument.Write(InventedBook.Source, stream);
        else if (format == "xlsx") Workbook.Write(InventedBook.Source, stream);
        else if (format == "zip") Archive(stream);
        else WebPage.Write(InventedBook.Source, stream);
        return stream.ToArray();
    }

    /// <summary>Reads an archive from a file, which is how users give one; true where a disclosure is in it.</summary>
    private static bool Unpacked(byte[] archive, bool whole)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, archive);
            var options = whole ? ReadingOptions.Default : new ReadingOptions { MaxLines = 50 };
            var documents = DocumentReader.ReadAll(path, Pipeline.Statutes, options);
            if (documents.IsEmpty || documents.Any(d => d.Result.Disclosure is null == d.Result.Problem is null)) throw new InvalidOperationException("neither disclosures nor problems");
            return whole ? documents.Any(d => d.Result.Disclosure is not null) : documents.Length > 1;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string[] TemporaryFiles() => [.. Directory.GetFileSystemEntries(Path.GetTempPath(), "mingzhang-office-*")];

    private static void Archive(MemoryStream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (string format in (ReadOnlySpan<string>)["docx", "xlsx", "html"])
        {
            using Stream member = archive.CreateEntry($"附件/{format}.{format}").Open();
            member.Write(Whole(format));
        }
    }

    private static (string Name, byte[] Content)[] Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return [.. archive.Entries.Select(e => (e.FullName, Content(e)))];

        static byte[] Content(ZipArchiveEntry entry)
        {
            using Stream stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }

    /// <summary>The package with one to three parts damaged, lost or exchanged.</summary>
    private static byte[] Package((string Name, byte[] Content)[] parts, Random random)
    {
        (string Name, byte[] Content)[] damaged = [.. parts];
        for (int hits = random.Next(1, 4); hits > 0; hits--)
        {
            int at = random.Next(damaged.Length);
            damaged[at].Content = random.Next(6) switch
            {
                0 => [],
                1 => damaged[random.Next(damaged.Length)].Content,
                2 => Bytes(damaged[at].Content, random),
                _ => Markup(damaged[at].Content, random),
            };
        }

        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in damaged)
            {
                if (random.Next(400) == 0) continue;
                using Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Bytes changed, cut off or repeated.</summary>
    private static byte[] Bytes(byte[] whole, Random random)
    {
        if (whole.Length == 0) return [0];
        byte[] bytes = [.. whole];
        int from = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                return bytes[..from];
            case 1:
                random.NextBytes(bytes.AsSpan(from, Math.Min(random.Next(1, 300), bytes.Length - from)));
                return bytes;
            case 2:
                for (int hits = random.Next(1, 30); hits > 0; hits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                return [.. bytes[from..], .. bytes[..from]];
        }
    }

    /// <summary>Markup with tags lost, doubled, exchanged or nested, and with extreme numbers in its attributes.</summary>
    private static byte[] Markup(byte[] whole, Random random)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(whole));
        for (int hits = random.Next(1, 12); hits > 0 && text.Length > 0; hits--)
        {
            string now = text.ToString();
            int open = now.IndexOf('<', random.Next(now.Length)), close = open < 0 ? -1 : now.IndexOf('>', open);
            if (close < 0) continue;
            string tag = now[open..(close + 1)];
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(open, tag.Length);
                    break;
                case 1:
                    text.Insert(open, string.Concat(Enumerable.Repeat(tag, random.Next(1, 400))));
                    break;
                case 2:
                    int other = random.Next(now.Length);
                    text.Insert(other, tag);
                    break;
                case 3:
                    int number = now.IndexOf("=\"", open, close - open, StringComparison.Ordinal);
                    if (number > 0) text.Insert(number + 2, new[] { "999999999", "-1", "99999999999999999999", "1e308", "x" }[random.Next(5)]);
                    break;
                case 4:
                    text.Insert(open, new[] { "<![CDATA[", "<!--", "&amp;", "&#0;", "\u0000", "<!DOCTYPE a [<!ENTITY b 'c'>]>" }[random.Next(6)]);
                    break;
                default:
                    text.Remove(open, Math.Min(random.Next(1, 5000), text.Length - open));
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
