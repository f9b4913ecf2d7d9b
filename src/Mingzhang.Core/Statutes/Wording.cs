using System.Collections.Immutable;

namespace Mingzhang.Core.Statutes;

/// <summary>The words of a disclosure that is built: headings, sentences with their places for figures, explanations of terms. Data from <c>wording.yaml</c>.</summary>
public sealed record Wording
{
    /// <summary>Single words by name: <c>up</c> 增加, <c>money</c> 万元 (docs/wording.md).</summary>
    public required ImmutableDictionary<string, string> Words { get; init; }

    /// <summary>Templates by name: <c>cover</c>, <c>contents</c>, the topics of sections, the titles of headings (<c>title.overview</c>).</summary>
    public required ImmutableDictionary<string, ImmutableArray<TemplateNode>> Templates { get; init; }

    /// <summary>The general terms that part five explains, in order.</summary>
    public ImmutableArray<GlossaryTerm> Glossary { get; init; } = [];

    /// <summary>Explanations of functional codes for part five.</summary>
    public ImmutableDictionary<string, string> Explanations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The template of a name; nothing where there is none.</summary>
    public ImmutableArray<TemplateNode> Template(string name) => Templates.TryGetValue(name, out ImmutableArray<TemplateNode> nodes) ? nodes : [];
}

/// <summary>A term of the glossary.</summary>
/// <param name="Term">The term.</param>
/// <param name="Explanation">What it means.</param>
/// <param name="When">It is explained where this is not zero; empty for always.</param>
public sealed record GlossaryTerm(string Term, string Explanation, string When);

/// <summary>A piece of a template.</summary>
public abstract record TemplateNode;

/// <summary>Text as it stands; a line end begins a paragraph.</summary>
/// <param name="Text">The text.</param>
public sealed record TemplateText(string Text) : TemplateNode;

/// <summary>A place that is filled: <c>{share 02[合计].2 of 02[合计].1}</c>.</summary>
/// <param name="Verb">What is printed: <c>value</c> for a bare name.</param>
/// <param name="Operands">The words after it; rows of addresses are resolved to their keys.</param>
public sealed record TemplateValue(string Verb, ImmutableArray<string> Operands) : TemplateNode;

/// <summary>A part that is printed under a condition, for every member of a list, or as the parts of a whole.</summary>
/// <param name="Verb"><c>if</c>, <c>each</c>, <c>join</c>, <c>parts</c>.</param>
/// <param name="Operands">The words after it.</param>
/// <param name="Body">What is printed; for <c>join</c> the parts between which <c>{next}</c> stands.</param>
/// <param name="Else">What is printed otherwise; only for <c>if</c>.</param>
public sealed record TemplateBlock(string Verb, ImmutableArray<string> Operands, ImmutableArray<ImmutableArray<TemplateNode>> Body, ImmutableArray<TemplateNode> Else) : TemplateNode;

/// <summary>The characters that make one claim: <c>&lt;占本年收入{share …}&gt;</c>.</summary>
/// <param name="Body">Text and exactly one claim.</param>
public sealed record TemplateExtent(ImmutableArray<TemplateNode> Body) : TemplateNode;
