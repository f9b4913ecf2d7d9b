using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Product.Tests.Publishing;
using Mingzhang.Publishing.Marked;
using Mingzhang.Publishing.Reports;
using Mingzhang.Reading.Sources;
using DocxDocument = Mingzhang.Publishing.Word.DocxDocument;
using Workbook = Mingzhang.Publishing.Excel.Workbook;

namespace Mingzhang.Product.Tests.Fuzz;

/// <summary>Damaged files that can still be read are marked, or refused with a message; and what is written can be read.</summary>
public sealed class MarkedFuzzTests
{
    // A longer run: MINGZHANG_FUZZ=5000 dotnet test --filter MarkedFuzz
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_FUZZ"), out int times) ? times : 60;

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void A_damaged_file_is_marked_or_refused(string format)
    {
        (string Name, byte[] Bytes)[] parts = Parts(BuiltDisclosure.Bytes(stream => { if (format == "docx") DocxDocument.Write(BuiltDisclosure.FromText, stream); else Workbook.Write(BuiltDisclosure.FromText, stream); }));
        var random = new Random(20240607);
        int marked = 0;
        for (int i = 0; i < Times; i++)
        {
            byte[] file = Zip(Damaged(parts, random));
            if (SourceLoader.Load("a." + format, file).Text is not { } text || !MarkedCopy.IsPossible(text)) continue;
            using var copy = new MemoryStream();
            try
            {
                MarkedCopy.Write(Report(text, random), file, copy);
            }
            catch (MarkedException refused)
            {
                Assert.NotEmpty(refused.Problem.Zh);
                continue;
            }

            marked++;
            Assert.Equal(text.Lines.ToArray(), SourceLoader.Load("a." + format, copy.ToArray()).Text!.Lines.ToArray());
        }

        Assert.True(marked > Times / 10, $"{marked} of {Times}");
    }

    /// <summary>Findings at places of the text, whatever they are.</summary>
    private static CheckReport Report(SourceText text, Random random)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (int i = 0; i < 12; i++)
        {
            int line = random.Next(text.Lines.Length) + 1, length = text.Lines[line - 1].Length, start = random.Next(length + 1), end = random.Next(start, length + 1);
            findings.Add(new Finding { Rule = "r", Severity = (Severity)random.Next(4), Where = new Place(i == 0 ? TextSpan.None : new TextSpan(line, start, line, end)), Stated = text.Lines[line - 1][start..end] });
        }

        return new CheckReport("a", new CheckResult(BuiltDisclosure.FromText with { Source = text }, findings.ToImmutable(), []), []);
    }

    /// <summary>One part with a stretch removed, repeated, or characters changed; small damage, so that most files stay readable.</summary>
    private static IEnumerable<(string, byte[])> Damaged((string Name, byte[] Bytes)[] parts, Random random)
    {
        int which = random.Next(parts.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            if (i != which)
            {
                yield return parts[i];
                continue;
            }

            string text = Encoding.UTF8.GetString(parts[i].Bytes);
            int at = random.Next(text.Length), length = Math.Min(text.Length - at, random.Next(1, 60));
            string changed = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, "<!-- <w:p> --><?x ?>"),
                _ => text.Remove(at, 1).Insert(at, ((char)random.Next(' ', '~')).ToString()),
            };
            yield return (parts[i].Name, Encoding.UTF8.GetBytes(changed));
        }
    }

    private static (string, byte[])[] Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(e =>
        {
            using var bytes = new MemoryStream();
            using Stream stream = e.Open();
            stream.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
