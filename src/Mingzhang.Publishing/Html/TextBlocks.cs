using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Html;

/// <summary>How a block of a document's lines is shown.</summary>
internal enum BlockKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Rows whose cells are separated by tabs.</summary>
    Table,

    /// <summary>Lines that stand for themselves: rows of a form without tabs, the contents page.</summary>
    Lines,

    /// <summary>Lines that make one paragraph.</summary>
    Paragraph,
}

/// <summary>Lines that are shown together.</summary>
/// <param name="Kind">How.</param>
/// <param name="Lines">Their numbers; blank lines are left out.</param>
/// <param name="Level">Level of a heading, from 2; else 0.</param>
internal sealed record TextBlock(BlockKind Kind, ImmutableArray<int> Lines, int Level = 0);

/// <summary>
/// Divides a document into blocks for reading. Only how the text looks depends on it, so it may guess: lines wrapped by a PDF are joined
/// to paragraphs where they look like it.
/// </summary>
internal sealed class TextBlocks
{
    // Lines longer than this are paragraphs already.
    private const int WrappedWidth = 60;
    private const double FullLine = 0.7;
    private static readonly char[] Endings = ['。', '；', '：', '！', '？', ';', ':', '!', '?'];

    private readonly SourceText _source;
    private readonly Dictionary<int, (int Level, int First)> _headings = [];
    private readonly bool[] _ownLine;
    private readonly int _width;

    public TextBlocks(Disclosure disclosure)
    {
        _source = disclosure.Source;
        _ownLine = new bool[_source.Lines.Length + 2];
        foreach (Section section in disclosure.Outline) AddHeading(section.Heading, 2 + section.Id.Count(c => c == '/') + section.Id.Count(c => c == '('));
        foreach (Statement statement in disclosure.Statements)
        {
            AddHeading(statement.Heading, 3);
            MarkOwn(statement.Heading.Line, statement.LastLine);
        }

        foreach (Evaluation evaluation in disclosure.Evaluations)
        {
            AddHeading(evaluation.Title.Span, 4);
            MarkOwn(evaluation.Title.Span.Line, evaluation.LastLine);
        }

        foreach (ContentsEntry entry in disclosure.Contents) MarkOwn(entry.Span.Line, entry.Span.EndLine);
        _width = UsualWidth();
    }

    /// <summary>The blocks in document order.</summary>
    public IEnumerable<TextBlock> Divide()
    {
        var lines = ImmutableArray.CreateBuilder<int>();
        BlockKind kind = BlockKind.Paragraph;
        for (int line = 1; line <= _source.Lines.Length; line++)
        {
            string text = _source.Lines[line - 1];
            if (string.IsNullOrWhiteSpace(text)) continue;
            BlockKind next = KindOf(line, text);
            bool joins = lines.Count > 0 && next == kind && next switch
            {
                BlockKind.Table or BlockKind.Lines => true,
                BlockKind.Paragraph => Continues(lines[^1], line),
                _ => _headings[lines[^1]].First == _headings[line].First,
            };
            if (!joins && lines.Count > 0) yield return Take(kind, lines);
            kind = next;
            lines.Add(line);
        }

        if (lines.Count > 0) yield return Take(kind, lines);
    }

    private TextBlock Take(BlockKind kind, ImmutableArray<int>.Builder lines)
    {
        var block = new TextBlock(kind, lines.ToImmutable(), kind == BlockKind.Heading ? _headings[lines[0]].Level : 0);
        lines.Clear();
        return block;
    }

    private BlockKind KindOf(int line, string text)
    {
        if (_headings.ContainsKey(line)) return BlockKind.Heading;
        if (text.Contains('\t')) return BlockKind.Table;
        return _ownLine[line] ? BlockKind.Lines : BlockKind.Paragraph;
    }

    /// <summary>The earlier line was broken by the page's width: it is full and its sentence goes on.</summary>
    private bool Continues(int earlier, int line)
    {
        if (_width > WrappedWidth || line - earlier > 2) return false;
        string before = _source.Lines[earlier - 1].Trim();
        if (before.Length < _width * FullLine) return false;
        return !BeginsItem(_source.Lines[line - 1].TrimStart()) && (!Endings.Contains(before[^1]) || before.Length >= _width);
    }

    // 一、 （一） (1) 1. 1、 第一部分 注：
    private static bool BeginsItem(string text)
    {
        if (text.Length == 0 || text[0] is '（' or '(' or '注' or '第') return true;
        int at = 0;
        while (at < text.Length && at < 3 && (char.IsAsciiDigit(text[at]) || "一二三四五六七八九十".Contains(text[at]))) at++;
        return at > 0 && at < text.Length && text[at] is '、' or '.' or '．';
    }

    private void AddHeading(TextSpan span, int level)
    {
        for (int line = span.Line; line > 0 && line <= span.EndLine; line++) _headings.TryAdd(line, (Math.Min(level, 6), span.Line));
    }

    private void MarkOwn(int first, int last)
    {
        for (int line = Math.Max(first, 1); line <= Math.Min(last, _source.Lines.Length); line++) _ownLine[line] = true;
    }

    /// <summary>The width that nine of ten lines of prose do not exceed.</summary>
    private int UsualWidth()
    {
        int[] lengths = [.. _source.Lines.Select((text, i) => _ownLine[i + 1] || text.Contains('\t') ? 0 : text.Trim().Length).Where(n => n > 4).Order()];
        return lengths.Length == 0 ? 0 : lengths[lengths.Length * 9 / 10];
    }
}
