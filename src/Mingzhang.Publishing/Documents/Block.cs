using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;

namespace Mingzhang.Publishing.Documents;

/// <summary>A piece of a disclosure as every renderer lays it out, in reading order.</summary>
internal abstract record Block;

/// <summary>The cover: department, title, date.</summary>
/// <param name="Lines">Its lines, as printed.</param>
internal sealed record CoverBlock(ImmutableArray<string> Lines) : Block;

/// <summary>The contents.</summary>
/// <param name="Title">Its heading as printed: <c>目 录</c>.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record ContentsBlock(string Title, ImmutableArray<ContentsLine> Lines) : Block;

/// <summary>A line of the contents.</summary>
/// <param name="Text">As printed, without a page number.</param>
/// <param name="Level">1 for a part, 2 below it.</param>
/// <param name="Target">Anchor of what it names; null if the document has none.</param>
internal sealed record ContentsLine(string Text, int Level, string? Target);

/// <summary>A heading.</summary>
/// <param name="Level">1 a part, 2 a section, 3 a sub-section.</param>
/// <param name="Text">With its number, as printed.</param>
/// <param name="Anchor">Name of the place.</param>
/// <param name="IsEvaluation">Whether it is the title of a self-evaluation table.</param>
internal sealed record HeadingBlock(int Level, string Text, string Anchor, bool IsEvaluation = false) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsNote">Whether it belongs to a table: who filled it in, the notes under it.</param>
internal sealed record ParagraphBlock(string Text, bool IsNote = false) : Block
{
    /// <summary>The line of the text that it stands on.</summary>
    public int Line { get; init; }

    /// <summary>Its first character in the line, 0-based.</summary>
    public int Column { get; init; }

    /// <summary>Whether it is a heading of what follows, though the outline does not have it: （一）自评得分.</summary>
    public bool IsHeading => !IsNote && Text is ['（', _, ..] && Text.Length <= 24 && Text.IndexOf('）', StringComparison.Ordinal) is > 1 and < 5 && Text[^1] is not ('。' or '；' or '，' or '：');
}

/// <summary>A statutory form with its title and notes.</summary>
/// <param name="Statement">What it says.</param>
/// <param name="Form">The form.</param>
/// <param name="Grid">The table.</param>
/// <param name="Title">With the year: <c>2023年度收入支出决算总表</c>.</param>
/// <param name="Number"><c>公开01表</c>.</param>
/// <param name="Department"><c>部门：…</c>.</param>
/// <param name="Unit"><c>金额单位：万元</c>.</param>
/// <param name="Anchor">Name of the place.</param>
internal sealed record StatementBlock(Statement Statement, FormDefinition Form, Grid Grid, string Title, string Number, string Department, string Unit, string Anchor) : Block
{
    private const int WideFigures = 6;

    /// <summary>Whether it has so many columns of figures that it stands on a landscape page.</summary>
    public bool IsWide => Form.Columns.Length >= WideFigures;
}

/// <summary>Another table: a self-evaluation, key work, a table of the text.</summary>
/// <param name="Caption">What it is, for people who cannot see it.</param>
/// <param name="Grid">The table.</param>
/// <param name="Kind">Which.</param>
internal sealed record TableBlock(string Caption, Grid Grid, TableKind Kind) : Block
{
    /// <summary>The lines of the text that it stands on, first and last.</summary>
    public (int First, int Last) Lines { get; init; }
}

/// <summary>Tables that are no statutory forms.</summary>
internal enum TableKind
{
    /// <summary>A self-evaluation.</summary>
    Evaluation,

    /// <summary>A declaration of goals.</summary>
    Goals,

    /// <summary>The key work of part four.</summary>
    KeyWork,

    /// <summary>A table of the text.</summary>
    Other,
}

/// <summary>A chart.</summary>
/// <param name="Number">Its number in the document, from 1.</param>
/// <param name="Chart">What it shows.</param>
internal sealed record ChartBlock(int Number, Chart Chart) : Block
{
    /// <summary>The caption under it: <c>图1 收支总计变动情况（单位：万元）</c>.</summary>
    public string Caption => $"图{Number} {Chart.Title}（单位：{Chart.Unit}）";
}
