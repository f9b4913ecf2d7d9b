using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Statutes;

/// <summary>What the rules of one year and place require of a disclosure: its forms, relations, parts and sections. Data from <c>forms/</c>.</summary>
public sealed record Edition
{
    /// <summary>Folder name: <c>final-accounts/2023</c>, <c>budget/shanghai/2024</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Budget or final accounts.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>The place whose edition it is, as in the folder (<c>shanghai</c>); empty for the national one.</summary>
    public string Place { get; init; } = "";

    /// <summary>Name of the edition for readers: <c>全国表式（湖北、武汉）</c>, <c>上海市</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its year.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>The forms, by number.</summary>
    public required ImmutableArray<FormDefinition> Forms { get; init; }

    /// <summary>Relations between forms.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>The parts and sections that it requires, in order.</summary>
    public ImmutableArray<SectionDefinition> Sections { get; init; } = [];

    /// <summary>What the explanations' words mean: terms, by topic, with the cell that they name.</summary>
    public ImmutableArray<SubjectTerm> Terms { get; init; } = [];

    /// <summary>Functional classification in force.</summary>
    public required Classification Functional { get; init; }

    /// <summary>Economic classification (department's side) in force.</summary>
    public required Classification Economic { get; init; }

    /// <summary>The accounts of budgetary accounting, and which money goes with which codes.</summary>
    public AccountChart Accounts { get; init; } = AccountChart.Empty;

    /// <summary>The tree of performance indicators: level one with its levels two.</summary>
    public ImmutableArray<IndicatorLevel> Indicators { get; init; } = [];

    /// <summary>The captions of self-evaluation tables.</summary>
    public EvaluationWording Evaluation { get; init; } = EvaluationWording.None;

    /// <summary>The captions of declarations of goals.</summary>
    public GoalWording Goals { get; init; } = GoalWording.None;

    /// <summary>The words in which a disclosure is built.</summary>
    public Wording? Wording { get; init; }

    /// <summary>How self-evaluations are scored.</summary>
    public required ScoringPolicy Scoring { get; init; }

    /// <summary>What the edition's template tells those who fill it in (如持平作持平表述): left standing in a document, it is a finding.</summary>
    public ImmutableArray<string> Prompts { get; init; } = [];

    /// <summary>Whether the body prints 第一部分, 第二部分 … before the titles of its parts; else a part is known by its title alone.</summary>
    public bool NumbersParts { get; init; } = true;

    /// <summary>The form with a number; null if the edition has none.</summary>
    public FormDefinition? Form(string id) => Forms.FirstOrDefault(f => f.Id == id);

    /// <summary>The form with a <see cref="FormDefinition.Subject"/>; null if the edition has none.</summary>
    public FormDefinition? FormOf(string subject) => Forms.FirstOrDefault(f => f.Subject == subject);

    /// <summary>The number of the form with a <see cref="FormDefinition.Subject"/>; empty if the edition has none.</summary>
    public string IdOf(string subject) => FormOf(subject)?.Id ?? "";

    /// <summary>The section of a topic; null if the edition has none.</summary>
    public SectionDefinition? Section(string topic) => Sections.FirstOrDefault(s => s.Topic == topic);
}

/// <summary>A part or section that an edition requires.</summary>
/// <param name="Topic">Stable id, the same in all editions: <c>explanations.income</c>.</param>
/// <param name="Id">Its place in the national order: <c>三/二</c>.</param>
/// <param name="Title">Title without unit and year.</param>
/// <param name="OtherTitles">Titles under which it is published as well.</param>
/// <param name="Required">Whether leaving it out breaks the rules.</param>
public sealed record SectionDefinition(string Topic, string Id, string Title, ImmutableArray<string> OtherTitles, bool Required)
{
    /// <summary>What the section owes its readers by the template (<see cref="Owed"/>), for rules that ask for it.</summary>
    public ImmutableArray<string> Owes { get; init; } = [];

    /// <summary>Whether a document may have several of it (a section for each project).</summary>
    public bool Repeats { get; init; }
}

/// <summary>What a section can owe its readers (<see cref="SectionDefinition.Owes"/>).</summary>
public static class Owed
{
    /// <summary>The comparison with last year.</summary>
    public const string Comparison = "comparison";

    /// <summary>Every item of the form, by 类款项.</summary>
    public const string Items = "items";

    /// <summary>Every class of the form.</summary>
    public const string Classes = "classes";

    /// <summary>The completion of the budget, item by item.</summary>
    public const string Completion = "completion";

    /// <summary>The reason of a difference, item by item.</summary>
    public const string Reasons = "reasons";

    /// <summary>The functional classifications in use, explained.</summary>
    public const string Codes = "codes";

    /// <summary>Counts, parts and equipment, zero ones too.</summary>
    public const string Particulars = "particulars";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Comparison, Items, Classes, Completion, Reasons, Codes, Particulars];
}

/// <summary>A term of the explanations and the cell it names.</summary>
/// <param name="Topic">Section topic in which it has this meaning; <c>*</c> for all.</param>
/// <param name="Words">The term and its variants.</param>
/// <param name="Address">The cell of its final amount; null if no form has it.</param>
/// <param name="Key">The subject key where there is no cell; else null.</param>
/// <param name="Partial">Whether it names only some of what it is listed under (授予中小企业合同金额 under 政府采购): such parts do not make up the whole.</param>
public sealed record SubjectTerm(string Topic, ImmutableArray<string> Words, Address? Address, string? Key, bool Partial = false)
{
    /// <summary>Whether it is the whole of its section: what shares without a named whole are of, and what the section's list of classifications divides.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Level one of the indicator tree.</summary>
/// <param name="Name">Its name: <c>产出指标</c>.</param>
/// <param name="OtherNames">Names under which it is printed as well.</param>
/// <param name="Parts">Names of its levels two: <c>数量指标</c>; none where they are free.</param>
public sealed record IndicatorLevel(string Name, ImmutableArray<string> OtherNames, ImmutableArray<string> Parts);
