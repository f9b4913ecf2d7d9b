using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What a section's place tells about the sentences in it.</summary>
/// <param name="Whole">The cell that its list of classifications divides, and that a share without a whole is of; null if it names none.</param>
/// <param name="Projects">The cell of the project expenditure whose projects it lists; null if it lists none.</param>
/// <param name="Place">Where its quoted classifications stand; null if they need not be all that the forms show.</param>
/// <param name="SaysAbsence">Whether it may consist of the sentence that there is nothing to report.</param>
internal sealed record SectionMeaning(Address? Whole, Address? Projects, QuotePlace? Place, bool SaysAbsence = false)
{
    private static readonly Address General = new("05", Address.Total, "1");

    internal static SectionMeaning None { get; } = new(null, null, null);

    /// <summary>Whether it quotes functional classifications.</summary>
    internal bool QuotesClassifications => Whole is not null;

    /// <summary>Whether it lists projects.</summary>
    internal bool ListsProjects => Projects is not null;

    /// <summary>What the topic of a section means for its sentences.</summary>
    internal static SectionMeaning Of(string topic) => topic switch
    {
        "explanations.general.structure" => new(General, null, QuotePlace.Structure),
        "explanations.general.items" => new(General, new Address("05", Address.Total, "3"), QuotePlace.Item),
        "explanations.fund" => new(new Address("07", Address.Total, "3"), null, null, SaysAbsence: true),
        "explanations.capital" => new(new Address("08", Address.Total, "1"), null, null, SaysAbsence: true),
        _ => None,
    };
}
