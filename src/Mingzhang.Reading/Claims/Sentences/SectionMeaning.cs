using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What a section's place tells about the sentences in it.</summary>
internal sealed record SectionMeaning
{
    /// <summary>Nothing in particular.</summary>
    internal static SectionMeaning None { get; } = new();

    /// <summary>What a share without a whole is of, and what its list of classifications divides; null if there is none.</summary>
    internal Subject? Whole { get; private init; }

    /// <summary>The cell of the project expenditure whose projects it lists; null if it lists none.</summary>
    internal Address? Projects { get; private init; }

    /// <summary>Form and column that hold the amounts of the classifications it quotes; null if it quotes none.</summary>
    internal (string Form, string Column)? Classified { get; private init; }

    /// <summary>Where its quoted classifications stand; null if they are not recorded.</summary>
    internal QuotePlace? Place { get; private init; }

    /// <summary>Whether it may consist of the sentence that there is nothing to report.</summary>
    internal bool SaysAbsence { get; private init; }

    /// <summary>What the topic of a section means for its sentences.</summary>
    internal static SectionMeaning Of(string topic) => topic switch
    {
        "explanations.income" => new() { Whole = Total("本年收入合计", "02", "1") },
        "explanations.expenditure" => new() { Whole = Total("本年支出合计", "03", "1") },
        "explanations.general.structure" => General with { Place = QuotePlace.Structure },
        "explanations.general.items" => General with { Place = QuotePlace.Item, Projects = new Address("05", Address.Total, "3") },
        "explanations.fund" => new() { Whole = Total("政府性基金预算财政拨款支出", "07", "3"), Classified = ("07", "3"), SaysAbsence = true },
        "explanations.capital" => new() { Whole = Total("国有资本经营预算财政拨款支出", "08", "1"), Classified = ("08", "1"), SaysAbsence = true },
        "explanations.threePublic" or "explanations.threePublic.total" or "explanations.threePublic.items" =>
            new() { Whole = Subject.Of("三公经费财政拨款支出", new Address("09", "1", "7")) },
        _ => None,
    };

    private static SectionMeaning General { get; } = new() { Whole = Total("一般公共预算财政拨款支出", "05", "1"), Classified = ("05", "1") };

    private static Subject Total(string name, string form, string column) => Subject.Of(name, new Address(form, Address.Total, column));
}
