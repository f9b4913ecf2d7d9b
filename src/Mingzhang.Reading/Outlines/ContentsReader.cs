using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Outlines;

/// <summary>
/// Finds the contents page and keeps it apart: it repeats the headings of the body without being them. It starts at 目录, or at a run of part
/// headings with nothing but headings between that is repeated later; it ends where one of its own headings comes again.
/// </summary>
internal static class ContentsReader
{
    private const int SearchedLines = 400;
    private const int LongestEntry = 80;

    /// <summary>The entries, the first line (1-based) of the file that has them, and the first line after them; no entries and line 1 where there is no contents page.</summary>
    internal static (ImmutableArray<ContentsEntry> Entries, int FrontLine, int BodyLine) Read(SourceText text)
    {
        if (text.Files.IsEmpty) return Read(text, 1, text.Lines.Length);
        for (int i = 0; i < text.Files.Length; i++)
        {
            var found = Read(text, text.Files[i].FirstLine, i + 1 < text.Files.Length ? text.Files[i + 1].FirstLine - 1 : text.Lines.Length);
            if (!found.Entries.IsEmpty) return found;
        }

        return ([], 1, 1);
    }

    private static (ImmutableArray<ContentsEntry> Entries, int FrontLine, int BodyLine) Read(SourceText text, int from, int to)
    {
        if (FindStart(text, from, to) is not { } start) return ([], 1, 1);
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        var seen = new HashSet<(string Part, HeadingRank, int, string)>();
        var parts = new HashSet<int>();
        string part = "";
        int body = start, last = start;
        for (int line = start; line <= to; line++, body = line)
        {
            if (text.Lines[line - 1].AsSpan().IsWhiteSpace()) continue;
            if (HeadingLine.Parse(text.Lines[line - 1], line) is not { } entry || !IsEntry(entry)) break;
            string title = WithoutPage(entry.Title);
            if (entry.Rank == HeadingRank.Part)
            {
                if (!parts.Add(entry.Ordinal)) break;
                part = Ordinals.Of(entry.Ordinal);
            }
            else if (entry.Rank == HeadingRank.None)
            {
                // What begins another page belongs to it, unless the entries go on there.
                bool joins = line == last + 1 && (text.PageOf(line) == text.PageOf(last) || LeadsToEntry(text, line));
                if (title.Length > 0 && entries.Count > 0 && joins) entries[^1] = Continue(entries[^1], entry);
                else if (title.Length > 0 && entries.Count > 0 && !LeadsToEntry(text, line)) break;
                if (line == last + 1) last = line;
                continue;
            }

            // Only a whole heading of the body repeats an entry; the entry of another part may have the same words.
            if (!seen.Add((part, entry.Rank, entry.Ordinal, title))) break;
            entries.Add(new ContentsEntry(part, entry.Number, PrintedWithoutPage(entry.Printed), entry.Span));
            last = line;
        }

        return entries.Count < 2 ? ([], 1, 1) : (entries.ToImmutable(), from, body);
    }

    private static int? FindStart(SourceText text, int from, int to)
    {
        int end = Math.Min(to, from + SearchedLines - 1), firstPart = 0;
        for (int line = from; line <= end; line++)
        {
            if (text.Lines[line - 1].AsSpan().IsWhiteSpace()) continue;
            if (HeadingLine.Parse(text.Lines[line - 1], line) is not { } heading || !IsEntry(heading))
            {
                firstPart = 0;
                continue;
            }

            if (heading.Title is "目录" or "目次" || (heading.Title.EndsWith("目录", StringComparison.Ordinal) && heading.Title.Length <= 40)) return line + 1;
            if (heading.Rank != HeadingRank.Part) continue;
            if (heading.Ordinal == 1)
            {
                // The first part for the second time, with nothing but headings between.
                if (firstPart > 0) return firstPart;
                firstPart = line;
            }
        }

        return null;
    }

    private static bool IsEntry(HeadingLine heading) =>
        LengthWithoutPage(heading.Title) <= LongestEntry && !heading.Title.AsSpan().ContainsAny("。；;") && !(heading.Title.Length > 0 && heading.Title[^1] is ',' or ':');

    /// <summary>Whether the next line with text is an entry again, so that this line is a part of the page rather than the body.</summary>
    private static bool LeadsToEntry(SourceText text, int line)
    {
        for (int next = line + 1; next <= Math.Min(line + 4, text.Lines.Length); next++)
        {
            if (text.Lines[next - 1].AsSpan().IsWhiteSpace()) continue;
            return HeadingLine.Parse(text.Lines[next - 1], next) is { Rank: HeadingRank.Section or HeadingRank.Part or HeadingRank.Item } heading && IsEntry(heading);
        }

        return false;
    }

    private static ContentsEntry Continue(ContentsEntry entry, HeadingLine next) =>
        entry with { Title = entry.Title + PrintedWithoutPage(next.Printed), Span = entry.Span.To(next.Span) };

    private static string WithoutPage(string title) => title[..LengthWithoutPage(title)];

    private static string PrintedWithoutPage(string title) => title[..LengthWithoutPage(title)].TrimEnd();

    /// <summary>Length without the leader dots and the page number at the end; a title that ends in a figure of its own keeps it.</summary>
    private static int LengthWithoutPage(string title)
    {
        int end = title.Length;
        while (end > 0 && (Characters.IsDigit(title[end - 1]) || Characters.IsSpace(title[end - 1]) || title[end - 1] is '-' or '—')) end--;
        int dots = end;
        while (dots > 0 && (title[dots - 1] is '.' or '…' or '·' or '．' or '_' || Characters.IsSpace(title[dots - 1]))) dots--;
        return dots < end || end > 0 && title[end - 1] is not ('第' or '表' or '(' or '（') ? dots : title.Length;
    }
}
