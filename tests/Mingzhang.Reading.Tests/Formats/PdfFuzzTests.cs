using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mingzhang.Reading.Sources;
using Xunit.Abstractions;
using static Mingzhang.Reading.Tests.Formats.PdfMaker;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>
/// Damaged PDF files from fixed seeds: each is read or refused with a message, none crashes the reader, keeps it busy or leaves files behind.
/// A few hundred as a rule; <c>MINGZHANG_FUZZ=5000 dotnet test tests/Mingzhang.Reading.Tests --filter PdfFuzz</c> for more.
/// </summary>
public sealed class PdfFuzzTests(ITestOutputHelper output)
{
    private static readonly ReadingOptions Options = new() { ExtractionTime = TimeSpan.FromSeconds(10), RecognitionTime = TimeSpan.FromSeconds(10), MaxRecognisedPages = 2 };

    // What the limits allow: extraction, and two pages drawn and recognised in two passes of two layouts each.
    private static readonly TimeSpan Limit = Options.ExtractionTime + (2 * (Options.ExtractionTime + (4 * Options.RecognitionTime)));

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_FUZZ"), CultureInfo.InvariantCulture, out int count) ? count : 300;

    [PopplerFact]
    public void Damaged_files_are_read_or_refused()
    {
        byte[][] whole = Whole();
        int read = 0;
        TimeSpan slowest = TimeSpan.Zero;
        List<string> failures = [];
        Lock guard = new();
        int before = Left();
        Parallel.For(0, Count, seed =>
        {
            var random = new Random(seed);
            byte[] file = Damaged(whole[random.Next(whole.Length)], random);
            long started = Stopwatch.GetTimestamp();
            string? failure = null;
            bool good = false;
            try
            {
                var (text, problem) = SourceLoader.Load($"{seed}.pdf", file, Options);
                good = text is not null;
                if (text is null == problem is null) failure = "neither text nor problem";
                if (problem is not null && !problem.Message.Zh.StartsWith($"{seed}.pdf", StringComparison.Ordinal)) failure = problem.Message.Zh;
                if (text is not null && text.Marks.Any(m => m.Line > text.Lines.Length || m.EndColumn > text.Lines[m.Line - 1].Length)) failure = "a mark outside of the text";
            }
            catch (Exception crash)
            {
                failure = crash.ToString();
            }

            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            lock (guard)
            {
                if (failure is not null) failures.Add($"seed {seed}: {failure}");
                if (elapsed > Limit) failures.Add($"seed {seed}: {elapsed.TotalSeconds:0.0} s");
                if (good) read++;
                if (elapsed > slowest) slowest = elapsed;
            }
        });
        output.WriteLine($"{read} of {Count} read; slowest {slowest.TotalMilliseconds:0} ms");
        Assert.Empty(failures);
        Assert.True(read > Count / 20, $"only {read} of {Count} files were read: the test tests little");
        Assert.Equal(before, Left());
    }

    private static int Left() => Directory.GetFileSystemEntries(Path.GetTempPath(), "mingzhang-pdf*").Length;

    private static byte[][] Whole()
    {
        string full = string.Concat(Enumerable.Repeat("abcdefgh ", 9)).Trim();
        string table = Table(100, 700, [100, 100, 100], 3) + Text(105, 686, "Code") + Text(205, 686, "Budget") + Text(105, 666, "2013101") + Text(205, 666, "402.04") + Text(305, 666, "391.75");
        string text = Text(72, 760, "1. Heading") + Text(72, 740, full) + Text(72, 725, full) + Text(72, 710, "12.50 end.") + Text(300, 30, "- 1 -");
        const string chart = "/Figure <</MCID 0>> BDC 1 1 50 50 re f EMC 100 100 m 150 180 200 180 250 100 c f 100 100 m 160 160 l 100 200 l f\n";
        string spaced = string.Concat(Enumerable.Range(0, 12).Select(i => Text(80, 600 - (14 * i), $"20{i:00}") + Text(200, 600 - (14 * i), $"{i}.50") + Text(300, 600 - (14 * i), $"{i}1.00")));
        string turned = string.Concat(Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf 0 1 -1 0 {100 + (20 * i)} 100 Tm (Code {i} text) Tj ET\nBT /F 10 Tf 0 1 -1 0 {100 + (20 * i)} 300 Tm ({i}.50) Tj ET\n")));
        return [Pdf(table, text), Pdf(text, "", table, table), Pdf(chart + text, spaced), Pdf(turned, "3 Tr " + spaced)];
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        string text = Encoding.Latin1.GetString(whole);
        for (int hits = random.Next(1, 8); hits > 0 && text.Length > 0; hits--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(8))
            {
                case 0:
                    if (random.Next(5) == 0) text = text[..at];
                    break;
                case 1:
                    text = text.Remove(at, Math.Min(random.Next(1, 200), text.Length - at));
                    break;
                case 2:
                    text = text.Insert(random.Next(text.Length), text[at..Math.Min(text.Length, at + random.Next(1, 400))]);
                    break;
                case 3:
                    int number = text.AsSpan(at).IndexOfAnyInRange('0', '9');
                    if (number >= 0) text = text.Remove(at + number, 1).Insert(at + number, new[] { "999999999", "-1", "0", "1e308", "99999999999999999999", "0.0000001", "NaN" }[random.Next(7)]);
                    break;
                case 4:
                    text = text.Replace("MediaBox[0 0 595 842]", new[] { "MediaBox[0 0 0 0]", "MediaBox[0 0 1e9 1e9]", "MediaBox[5 5 1 1]", "Rotate 90/MediaBox[0 0 595 842]", "Rotate 45", "MediaBox[0 0 595 842]/UserUnit 500" }[random.Next(6)], StringComparison.Ordinal);
                    break;
                case 5:
                    text = text.Insert(at, new[] { "<<", ">>", "[[[", "endobj", "stream\n", "endstream", "%", "(", "/Encrypt 3 0 R", "BT", "Q", "q" }[random.Next(12)]);
                    break;
                default:
                    char[] characters = text.ToCharArray();
                    for (int i = random.Next(1, 30); i > 0; i--) characters[random.Next(characters.Length)] = (char)random.Next(256);
                    text = new string(characters);
                    break;
            }
        }

        return Encoding.Latin1.GetBytes(text);
    }
}
