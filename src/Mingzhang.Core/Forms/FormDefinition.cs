using System.Collections.Immutable;

namespace Mingzhang.Core.Forms;

/// <summary>How the rows of a form are laid out.</summary>
public enum FormShape
{
    /// <summary>Numbered lines on two sides (01, 04): each line number is a row.</summary>
    Lines,

    /// <summary>One row a functional code, 合计 on top (02, 03, 05, 07, 08).</summary>
    FunctionalCodes,

    /// <summary>Economic codes side by side in blocks, with totals (06).</summary>
    EconomicBlocks,

    /// <summary>One row of figures (09); its row key is <c>1</c>.</summary>
    SingleRow,

    /// <summary>One row an economic code, 合计 above or below (basic expenditure of budgets by item).</summary>
    EconomicCodes,

    /// <summary>A register: a row an entry (a project, a purchase), of texts and figures; row keys count from <c>1</c>, 合计 for the total.</summary>
    Register,
}

/// <summary>A statutory form of one edition: what its rows and columns are. Loaded from <c>forms/</c>, never written in code.</summary>
public sealed record FormDefinition
{
    /// <summary><c>01</c>…<c>09</c> for final accounts (the national numbers, wherever a place puts the form); <c>B01</c>… for budgets, by the place's own numbers.</summary>
    public required string Id { get; init; }

    /// <summary>Title without the year: <c>收入支出决算总表</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Other titles under which the form is published.</summary>
    public ImmutableArray<string> OtherTitles { get; init; } = [];

    /// <summary>Row layout.</summary>
    public required FormShape Shape { get; init; }

    /// <summary>
    /// Whether the lines of a form of <see cref="FormShape.Lines"/> print their numbers (行次). Where they do not, lines are known by their captions and side, and the
    /// numbers of the definition are row keys only.
    /// </summary>
    public bool PrintsLineNumbers { get; init; } = true;

    /// <summary>What the form is, the same in all editions of a kind: <c>threePublic</c>, <c>income</c> …; empty where none is stated. Rules that need a certain form ask for it by this.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Columns with figures, in printed order.</summary>
    public required ImmutableArray<FormColumn> Columns { get; init; }

    /// <summary>The columns of texts of a form of <see cref="FormShape.Register"/>, in printed order; else empty.</summary>
    public ImmutableArray<FormText> Texts { get; init; } = [];

    /// <summary>What the head prints over the columns that hold no figures.</summary>
    public FormHead Head { get; init; } = FormHead.None;

    /// <summary>The sides of a form of <see cref="FormShape.Lines"/>, in printed order; else empty.</summary>
    public ImmutableArray<FormSide> Sides { get; init; } = [];

    /// <summary>The numbered lines of a form of <see cref="FormShape.Lines"/>, in number order; else empty.</summary>
    public ImmutableArray<FormLine> Lines { get; init; } = [];

    /// <summary>The printed codes and totals of a form of <see cref="FormShape.EconomicBlocks"/>, block by block; else empty.</summary>
    public ImmutableArray<FormCode> Codes { get; init; } = [];

    /// <summary>Relations within the form: the formulas printed under it and the hierarchy of its rows.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>Whether a unit may have nothing to report, so that the form is shown empty with a sentence.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The notes that are prescribed under the form, line by line.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The sentence under the form when there is nothing to report; empty if it is never empty.</summary>
    public string EmptyNote { get; init; } = "";

    /// <summary>The line with a number; null if the form has none.</summary>
    public FormLine? Line(string number) => Lines.FirstOrDefault(l => l.Number == number);

    /// <summary>The line of a functional class; null if the form has none.</summary>
    public FormLine? LineOfClass(string classCode) => Lines.FirstOrDefault(l => l.Class == classCode);

    /// <summary>The column with a number; null if the form has none.</summary>
    public FormColumn? Column(string number) => Columns.FirstOrDefault(c => c.Number == number);
}

/// <summary>A column of figures.</summary>
/// <param name="Number">The printed number (栏次): <c>1</c>.</param>
/// <param name="Captions">The nested captions from the outermost: <c>["本年支出", "基本支出"]</c>.</param>
/// <param name="OtherCaptions">Innermost captions under which it is published as well: <c>小计</c> beside <c>合计</c>.</param>
public sealed record FormColumn(string Number, ImmutableArray<string> Captions, ImmutableArray<string> OtherCaptions = default)
{
    /// <summary>How the accounts fill it; null for one that relations give (totals) or that lines fill.</summary>
    public Fill? Fill { get; init; }

    /// <summary>The innermost caption.</summary>
    public string Caption => Captions.IsEmpty ? "" : Captions[^1];
}

/// <summary>A column of texts of a register.</summary>
/// <param name="Key">Its name in data: <c>project</c>, <c>item</c>.</param>
/// <param name="Caption">Its printed caption.</param>
/// <param name="OtherCaptions">Captions under which it is published as well.</param>
/// <param name="Level">Depth in the hierarchy of entries that a text in it gives, from 1; 0 for one that has no part in it.</param>
public sealed record FormText(string Key, string Caption, ImmutableArray<string> OtherCaptions, int Level);

/// <summary>A numbered line of a two-sided form.</summary>
/// <param name="Number">The printed number (行次).</param>
/// <param name="Caption">Its caption without the leading ordinal: <c>一般公共服务支出</c>; empty for a line left blank.</param>
/// <param name="Columns">Numbers of the columns in which the line can have figures: <c>1</c> for income of form 01, <c>2</c> for expenditure.</param>
/// <param name="Class">The functional class it stands for, or null.</param>
/// <param name="OtherCaptions">Captions under which it is published as well.</param>
public sealed record FormLine(string Number, string Caption, ImmutableArray<string> Columns, string? Class = null, ImmutableArray<string> OtherCaptions = default)
{
    /// <summary>How the accounts fill it; null for a line that its class and the column fill, that relations give, or that is left blank.</summary>
    public Fill? Fill { get; init; }

    /// <summary>The caption printed beside a group of lines, before their own: <c>一般公共预算资金</c> before 小计, 专项收入 …; empty where there is none.</summary>
    public string Group { get; init; } = "";
}

/// <summary>A printed row of form 06.</summary>
/// <param name="Key">The economic code or a printed total (<c>人员经费合计</c>).</param>
/// <param name="Caption">The printed name.</param>
/// <param name="Block">Which of the side-by-side blocks it stands in, from 1.</param>
/// <param name="OtherCodes">Codes under which the same item is printed by other documents (31022 / 31023).</param>
public sealed record FormCode(string Key, string Caption, int Block, ImmutableArray<string> OtherCodes = default)
{
    /// <summary>Whether it is printed only where it has a figure.</summary>
    public bool Optional { get; init; }
}

/// <summary>A side of a two-sided form.</summary>
/// <param name="Columns">Numbers of the columns that its lines have figures in.</param>
/// <param name="Ordinals">How many of its first lines print an ordinal before their caption: <c>一、</c>, <c>二、</c> …</param>
public sealed record FormSide(ImmutableArray<string> Columns, int Ordinals);

/// <summary>Captions of the columns that hold no figures; empty where a form has none.</summary>
/// <param name="Item">Over the rows' captions: <c>项目</c>.</param>
/// <param name="Line">Over the line numbers: <c>行次</c>.</param>
/// <param name="Code">Over the codes: <c>功能分类科目编码</c>.</param>
/// <param name="Levels">Below it, over the parts of a code: <c>类</c>, <c>款</c>, <c>项</c>.</param>
/// <param name="Name">Over the names of codes: <c>科目名称</c>.</param>
/// <param name="Numbers">Before the column numbers: <c>栏次</c>.</param>
/// <param name="Blocks">Over the blocks of form 06, from the first: <c>人员经费</c>, <c>公用经费</c>, <c>公用经费</c>.</param>
public sealed record FormHead(string Item, string Line, string Code, ImmutableArray<string> Levels, string Name, string Numbers, ImmutableArray<string> Blocks)
{
    /// <summary>No captions.</summary>
    public static FormHead None { get; } = new("", "", "", [], "", "", []);
}
