using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;
using Mingzhang.Reading.Statements;

namespace Mingzhang.Reading;

/// <summary>How far a document shows an edition's forms, columns and sections.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Forms">How many of its forms the document names by their titles, in its body or its contents.</param>
/// <param name="Exact">How many of these under the very titles that the edition states.</param>
/// <param name="Columns">Share of the column captions of these forms that stand under their titles; null where the document has no forms in its body.</param>
/// <param name="Sections">Share of its sections whose titles are headings of the document; null where the edition has none.</param>
/// <param name="LineNumbers">Whether the document's forms print line numbers as the edition's do; null where that does not show.</param>
/// <param name="ColumnNumbers">Whether the edition's forms print the column numbers (栏次) that the document's print; null where the document's print none.</param>
/// <param name="OtherTables">How many tables the document's contents name that the edition does not have.</param>
internal sealed record EditionEvidence(Edition Edition, int Forms, int Exact, double? Columns, double? Sections, bool? LineNumbers, bool? ColumnNumbers, int OtherTables)
{
    private const double KnownFrom = 0.75;
    private const double KnownForms = 0.6;

    /// <summary>What a form found by another title counts less.</summary>
    private const double Inexact = 0.02;

    /// <summary>The document is of this edition rather than the nearest to it.</summary>
    internal bool IsKnown => Score >= KnownFrom && FormsShown >= KnownForms && LineNumbers != false;

    /// <summary>How well the edition fits: 0 … 1.</summary>
    internal double Score
    {
        get
        {
            (double Value, double Weight)[] parts =
            [
                (FormsShown, 3), (Columns ?? 0, Columns is null ? 0 : 2), (Sections ?? 0, Sections is null ? 0 : 1), (LineNumbers == true ? 1 : 0, LineNumbers is null ? 0 : 1),
                (ColumnNumbers == true ? 1 : 0, ColumnNumbers is null ? 0 : 1),
            ];
            return parts.Sum(p => p.Value * p.Weight) / parts.Sum(p => p.Weight);
        }
    }

    /// <summary>The forms shown, of those that the edition has or the document names.</summary>
    private double FormsShown => Edition.Forms.IsEmpty ? 0 : 2 * (Forms - (Inexact * (Forms - Exact))) / (Edition.Forms.Length + Forms + OtherTables);

    /// <summary>What was found, for the reader of the result.</summary>
    internal ImmutableArray<Text> Say()
    {
        var said = ImmutableArray.CreateBuilder<Text>();
        said.Add(new Text($"按标题找到本版本 {Edition.Forms.Length} 张表中的 {Forms} 张", $"{Forms} of the edition's {Edition.Forms.Length} forms are found by their titles"));
        if (OtherTables > 0) said.Add(new Text($"目录另有 {OtherTables} 张本版本没有的表", $"the contents name {OtherTables} tables that the edition does not have"));
        if (Columns is { } columns) said.Add(new Text($"表头栏目有 {Percent(columns)} 与本版本相同", $"{Percent(columns)} of the column captions are the edition's"));
        if (Sections is { } sections) said.Add(new Text($"本版本的章节标题找到 {Percent(sections)}", $"{Percent(sections)} of the edition's sections are found by their titles"));
        if (LineNumbers is { } numbers)
        {
            bool printed = Edition.Forms.Any(f => f.Shape == FormShape.Lines && f.PrintsLineNumbers) == numbers;
            said.Add(printed ? new Text("总表印有行次", "the summary forms print line numbers") : new Text("总表未印行次", "the summary forms print no line numbers"));
        }

        if (ColumnNumbers is not null) said.Add(new Text("表内印有栏次", "the forms print column numbers"));
        return said.ToImmutable();
    }

    private static string Percent(double share) => $"{Math.Floor(share * 100):0}%";
}

/// <summary>What a document shows of forms and sections, gathered once and held against each edition.</summary>
internal sealed class EditionTraits
{
    private const int HeadLines = 14;
    private const int MostRead = 40_000;
    private const int LongestHeading = 60;

    private readonly List<(int Line, string Piece)> _titles = [];
    private readonly ImmutableArray<ContentsEntry> _contents;
    private readonly HashSet<string> _headings = [];
    private readonly SourceText _text;
    private readonly bool? _lineNumbers;
    private readonly bool _columnNumbers;

    internal EditionTraits(SourceText text)
    {
        _text = text;
        (_contents, int front, int body) = ContentsReader.Read(text);
        bool forms = false, named = false;
        var counted = new HashSet<int>();
        for (int line = 1; line <= Math.Min(text.Lines.Length, body + MostRead); line++)
        {
            if (line >= front && line < body) continue;
            string raw = text.Lines[line - 1];
            if (raw.Contains('表'))
            {
                foreach ((int start, int end) in FormFinder.Pieces(raw))
                {
                    if (end - start <= FormFinder.LongestTitle && raw.AsSpan(start, end - start).Contains('表')) _titles.Add((line, raw[start..end]));
                }
            }

            named |= raw.Contains('次') && Characters.Squeeze(raw).Contains("行次", StringComparison.Ordinal);
            _columnNumbers |= raw.Contains('栏') && Characters.Squeeze(raw).Contains("栏次", StringComparison.Ordinal);
            if (raw.Contains('、') && LineNumber(raw) is { } number) counted.Add(number);
            if (raw.Contains('\t')) forms |= raw.Contains("收入") && raw.Contains("支出");
            else if (raw.Length is > 0 and <= LongestHeading * 2 && HeadingLine.Parse(raw, line) is { IsTitleLike: true, Title.Length: <= LongestHeading } heading)
                _headings.Add(TopicMatcher.Plain(heading.Title));
        }

        bool numbered = named || counted.Any(n => counted.Contains(n + 1) && counted.Contains(n + 2));
        _lineNumbers = numbered ? true : forms ? false : null;
    }

    /// <summary>How far the document shows an edition.</summary>
    internal EditionEvidence Of(Edition edition)
    {
        Dictionary<string, FormDefinition> titles = FormFinder.Titles(edition);
        var body = new Dictionary<string, int>();
        var exact = new HashSet<string>();
        foreach ((int line, string piece) in _titles)
        {
            if (FormFinder.Title(piece, titles) is not var (form, _)) continue;
            body.TryAdd(form.Id, line);
            if (FormFinder.IsStated(form, piece)) exact.Add(form.Id);
        }

        var named = new HashSet<string>(body.Keys);
        var others = new List<string>();
        var parts = new HashSet<string>();
        foreach (ContentsEntry entry in _contents)
        {
            if (FormFinder.Title(entry.Title, titles) is var (form, _))
            {
                named.Add(form.Id);
                if (FormFinder.IsStated(form, entry.Title)) exact.Add(form.Id);
                parts.Add(entry.Part);
            }
            else if (IsTable(entry)) others.Add(entry.Part);
        }

        double? columns = body.Count == 0 ? null : body.Average(b => Captions(edition.Form(b.Key)!, b.Value));
        string[][] sections = [.. edition.Sections.Where(s => s.Required && s.Id.Contains('/')).Select(s => s.OtherTitles.Prepend(s.Title).Select(TopicMatcher.Plain).ToArray())];
        double? shown = sections.Length == 0 || _headings.Count == 0 ? null : (double)sections.Count(s => s.Any(_headings.Contains)) / sections.Length;
        bool hasLines = edition.Forms.Any(f => f.Shape == FormShape.Lines);
        bool? numbers = body.Count == 0 || !hasLines || _lineNumbers is not { } printed ? null : edition.Forms.Any(f => f.Shape == FormShape.Lines && f.PrintsLineNumbers) == printed;
        return new EditionEvidence(edition, named.Count, exact.Count, columns, shown, numbers, _columnNumbers ? edition.Forms.Any(f => f.Head.Numbers.Length > 0) : null, others.Count(parts.Contains));
    }

    /// <summary>The whole number behind the caption of a line (<c>一、事业收入 5 12.50</c>), as line numbers stand; null if none stands there.</summary>
    private static int? LineNumber(string raw)
    {
        if (Ordinals.Read(raw, out int length) <= 0 || length >= raw.Length || raw[length] != '、') return null;
        int at = length + 1;
        while (at < raw.Length && !Characters.IsSpace(raw[at])) at++;
        while (at < raw.Length && Characters.IsSpace(raw[at])) at++;
        int digits = at;
        while (digits < raw.Length && char.IsAsciiDigit(raw[digits])) digits++;
        bool ends = digits == raw.Length || Characters.IsSpace(raw[digits]);
        return ends && digits - at is 1 or 2 ? int.Parse(raw.AsSpan(at, digits - at), System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>An entry of the contents that names a table, not the part that holds the tables.</summary>
    private static bool IsTable(ContentsEntry entry) =>
        entry.Title.EndsWith('表') && !entry.Number.Contains('部') && TopicMatcher.Plain(entry.Title) is not ("部门预算表" or "单位预算表" or "预算表" or "部门决算表" or "单位决算表" or "决算表");

    /// <summary>Share of a form's innermost captions that stand within the lines under its title.</summary>
    private double Captions(FormDefinition form, int titleLine)
    {
        if (form.Columns.IsEmpty) return 1;
        string head = string.Concat(Enumerable.Range(titleLine, Math.Min(HeadLines, _text.Lines.Length - titleLine)).Select(l => Characters.Squeeze(_text.Lines[l])));
        return form.Columns.Average(c => c.OtherCaptions.IsDefault ? Shows(head, c.Caption) : Math.Max(Shows(head, c.Caption), c.OtherCaptions.Select(o => Shows(head, o)).DefaultIfEmpty(0).Max()));
    }

    private static double Shows(string head, string caption) => head.Contains(Characters.Squeeze(caption), StringComparison.Ordinal) ? 1 : 0;
}
