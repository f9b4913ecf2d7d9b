using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>What a word of the explanations does in a sentence.</summary>
internal enum TokenKind
{
    /// <summary>A character without meaning for the grammar.</summary>
    Other,

    /// <summary>A word that may stand between a subject and its figure (为, 共, 各, 总额 …).</summary>
    Filler,

    /// <summary>A figure with its unit.</summary>
    Figure,

    /// <summary>A subject.</summary>
    Term,

    /// <summary>A functional classification by its names.</summary>
    Classification,

    /// <summary>年初预算, 全年预算, 决算 …</summary>
    Measure,

    /// <summary>A bare 预算, whose year part the context tells.</summary>
    BareBudget,

    /// <summary>预算安排: the budget in a budget, elsewhere without meaning.</summary>
    Planned,

    /// <summary>与…相比, 比…: what a change is measured against.</summary>
    Basis,

    /// <summary>增加, 减少, 持平 …</summary>
    Way,

    /// <summary>完成…预算的, 执行率.</summary>
    Completion,

    /// <summary>占…的.</summary>
    Share,

    /// <summary>其中, 包括.</summary>
    OfWhich,

    /// <summary>主要用于.</summary>
    Purpose,

    /// <summary>主要原因, 主要成效: prose follows.</summary>
    Prose,

    /// <summary>分别.</summary>
    Respectively,

    /// <summary>无, 没有.</summary>
    Absent,

    /// <summary>A year.</summary>
    Year,

    /// <summary>，、</summary>
    Comma,

    /// <summary>；</summary>
    Semicolon,

    /// <summary>：</summary>
    Colon,

    /// <summary>。！？</summary>
    Stop,

    /// <summary>（</summary>
    Open,

    /// <summary>）</summary>
    Close,
}

/// <summary>A word with its place in the paragraph and what it says.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">First character.</param>
/// <param name="End">One past its last character.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>The figure.</summary>
    internal Figure? Figure { get; init; }

    /// <summary>The subject's term.</summary>
    internal SubjectTerm? Term { get; init; }

    /// <summary>The measure of <see cref="TokenKind.Measure"/>, <see cref="TokenKind.Basis"/> and <see cref="TokenKind.Completion"/>; null where the text leaves it open.</summary>
    internal Measure? Measure { get; init; }

    /// <summary>The way of a change.</summary>
    internal Direction Way { get; init; }

    /// <summary>The year of <see cref="TokenKind.Year"/>; for <see cref="TokenKind.Basis"/> 0 or the year named.</summary>
    internal int Year { get; init; }

    /// <summary>The quoted names of <see cref="TokenKind.Classification"/>.</summary>
    internal Classifications.QuotedNames? Names { get; init; }

    /// <summary>Qualified: 基本持平.</summary>
    internal bool Rough { get; init; }
}

/// <summary>A figure in the text.</summary>
/// <param name="Value">As printed.</param>
/// <param name="Unit">Its unit; empty if none follows.</param>
/// <param name="ValueEnd">One past the last digit, in the paragraph.</param>
/// <param name="Rough">Qualified by 约, 余, 多.</param>
/// <param name="Broken">Parts of it may be lost or belong to another figure: it must not be used.</param>
internal sealed record Figure(Printed Value, string Unit, int ValueEnd, bool Rough, bool Broken)
{
    /// <summary>Whether it is money.</summary>
    internal bool IsMoney => Unit is "万元" or "元" or "亿元";

    /// <summary>Whether it is a percentage.</summary>
    internal bool IsPercent => Unit is "%";

    /// <summary>Whether it counts things.</summary>
    internal bool IsCount => Unit is not ("" or "%" or "分" or "年" or "月" or "日" or "号" or "个百分点") && !IsMoney;
}
