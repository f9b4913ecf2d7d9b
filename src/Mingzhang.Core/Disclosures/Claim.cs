using System.Collections.Immutable;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Disclosures;

/// <summary>What kind of statement a claim makes.</summary>
public enum ClaimKind
{
    /// <summary>The amount of a subject: <c>财政拨款收入 1162.58 万元</c>.</summary>
    Amount,

    /// <summary>Subject less its basis: <c>比年初预算减少 10 万元</c>; the value is not negative, the direction says which way.</summary>
    Change,

    /// <summary>Relative change against the basis, in percent: <c>增长 13.3%</c>; not negative, with direction.</summary>
    Growth,

    /// <summary>Share of a whole, in percent: <c>占本年支出 8.2%</c>.</summary>
    Share,

    /// <summary>Subject ÷ basis, in percent: <c>完成年初预算的 93.3%</c>.</summary>
    Completion,

    /// <summary>A number of things: <c>8 辆</c>, <c>67 人次</c>, <c>3 个项目</c>.</summary>
    Count,

    /// <summary>Points of an evaluation.</summary>
    Score,

    /// <summary>A name listed as part of a subject (<c>主要包括：基本工资、…</c>); without value.</summary>
    Named,

    /// <summary>That a subject does not exist (<c>本部门当年无政府性基金…收入支出</c>); without value.</summary>
    None,
}

/// <summary>Which of a subject's amounts is meant.</summary>
public enum Measure
{
    /// <summary>决算数, 执行数: the outcome of the year; in a budget, the budget of its year (预算数).</summary>
    Final,

    /// <summary>年初预算.</summary>
    InitialBudget,

    /// <summary>全年预算, 调整预算; also a bare 预算 of three-public expenses.</summary>
    FullYearBudget,

    /// <summary>上年决算, 上年执行数.</summary>
    PriorYear,

    /// <summary>上年预算.</summary>
    PriorBudget,
}

/// <summary>Which way a change goes.</summary>
public enum Direction
{
    /// <summary>增加, 增长.</summary>
    Up,

    /// <summary>减少, 下降, 降低.</summary>
    Down,

    /// <summary>持平.</summary>
    Level,
}

/// <summary>
/// What a claim speaks of. Two claims with the same <see cref="Key"/> speak of the same thing.
/// </summary>
/// <param name="Name">As the text names it.</param>
/// <param name="Address">The form cell that holds its <see cref="Measure.Final"/> amount; null if no form has it.</param>
/// <param name="Key">
/// The address where there is one; else a path of the field: <c>vehicles/应急保障用车</c>, <c>procurement/货物</c>,
/// <c>overseas/人次</c>, <c>reception/批次</c>, <c>agencyOperating</c>, <c>projects/名称</c>, <c>evaluation/department/score</c>
/// (the vocabulary is in docs/claims.md).
/// </param>
public sealed record Subject(string Name, Address? Address, string Key)
{
    /// <summary>A subject that is a form cell.</summary>
    public static Subject Of(string name, Address address) => new(name, address, address.ToString());
}

/// <summary>One statement of fact in the text.</summary>
public sealed record Claim
{
    /// <summary>Index into <see cref="Disclosure.Claims"/>.</summary>
    public required int Index { get; init; }

    /// <summary>What kind.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What it speaks of.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Which of the subject's amounts.</summary>
    public Measure Measure { get; init; } = Measure.Final;

    /// <summary>What a <see cref="ClaimKind.Change"/>, <see cref="ClaimKind.Growth"/> or <see cref="ClaimKind.Completion"/> compares with; else null.</summary>
    public Measure? Basis { get; init; }

    /// <summary>The year that the words of comparison name: 2025 in <c>比2025年预算增加</c>; null where they name none (上年).</summary>
    public int? BasisYear { get; init; }

    /// <summary>The whole of a <see cref="ClaimKind.Share"/>; else null.</summary>
    public Subject? Whole { get; init; }

    /// <summary>The figure; null for <see cref="ClaimKind.Named"/>, <see cref="ClaimKind.None"/> and 持平.</summary>
    public Printed? Value { get; init; }

    /// <summary>Unit as printed: <c>万元</c>, <c>元</c>, <c>%</c>, <c>辆</c>, <c>分</c>; empty if none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Way of a change or growth; else null.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Whether the text qualifies the figure (约, 余, 多): it stands for more than its rounding.</summary>
    public bool Approximate { get; init; }

    /// <summary>Claims of one sentence or list item that belong together carry the same number.</summary>
    public required int Group { get; init; }

    /// <summary>Section id.</summary>
    public required string Section { get; init; }

    /// <summary>The characters that make the claim: <c>占本年收入 100%</c>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The figure alone, inside <see cref="Span"/>.</summary>
    public TextSpan ValueSpan { get; init; }

    /// <summary>The whole sentence or list item it stands in.</summary>
    public TextSpan Sentence { get; init; }
}

/// <summary>A whole that the text divides: <c>支出总额 17.93 万元，其中：货物 3.00 万元、…</c>.</summary>
/// <param name="Whole">Index of the claim of the whole.</param>
/// <param name="Parts">Indexes of the claims of the parts.</param>
/// <param name="Exhaustive">The parts should make up the whole; otherwise they are at most the whole.</param>
public sealed record Breakdown(int Whole, ImmutableArray<int> Parts, bool Exhaustive);

/// <summary>Where a functional classification is named.</summary>
public enum QuotePlace
{
    /// <summary>五(二), the structure by class.</summary>
    Structure,

    /// <summary>五(三), the explanation by item.</summary>
    Item,

    /// <summary>Part five, the glossary.</summary>
    Glossary,
}

/// <summary>How a quoted classification was resolved to codes.</summary>
public enum ClassificationMatch
{
    /// <summary>No code for it, or for one of its items: neither the document's forms nor the classification in force have such a name, or several have it.</summary>
    None,

    /// <summary>Every name as the forms print it (brackets, spaces and a final 支出 of a 类 aside), each under its parent.</summary>
    Exact,

    /// <summary>A name differs a little from the printed one, and only one code comes into question.</summary>
    Similar,

    /// <summary>The item's name is that of exactly one code in the forms, but under another 类 or 款 than the text says.</summary>
    OtherParent,
}

/// <summary>A functional classification that the text names: <c>卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）</c>.</summary>
public sealed record QuotedClassification
{
    /// <summary>Where.</summary>
    public required QuotePlace Place { get; init; }

    /// <summary>类 as named; empty if none.</summary>
    public string Class { get; init; } = "";

    /// <summary>款 as named; empty if none.</summary>
    public string SectionName { get; init; } = "";

    /// <summary>项 as named, in order; empty if the text goes only to 类 or 款; several where one entry names several.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>
    /// The codes it resolves to, by the captions of this document's forms: one for each of <see cref="Items"/> (empty where that item is not
    /// resolved), or the one of the 款 or 类 where there are no items. Empty where nothing is resolved.
    /// </summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>How it was resolved; the weakest of its items.</summary>
    public ClassificationMatch Match { get; init; }

    /// <summary>The code that the text prints with the names (司法（06款）); empty where it prints none.</summary>
    public string PrintedCode { get; init; } = "";

    /// <summary>The explanation that follows in the glossary; empty if the entry is only a name.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Claim group of the same list item; −1 if none.</summary>
    public int Group { get; init; } = -1;

    /// <summary>Section id.</summary>
    public required string Section { get; init; }

    /// <summary>Where it stands: the names without the explanation.</summary>
    public required TextSpan Span { get; init; }
}
