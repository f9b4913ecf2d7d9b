using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What a section's place tells about the sentences in it.</summary>
internal sealed record SectionMeaning
{
    private const string Total = Address.Total;

    /// <summary>What a share without a whole is of, and what its list of classifications divides; null if there is none.</summary>
    internal Subject? Whole { get; private init; }

    /// <summary>The cell of the project expenditure whose projects it lists; null if it lists none.</summary>
    internal Address? Projects { get; private init; }

    /// <summary>Forms and columns that hold the amounts of the classifications it quotes, the likeliest first; empty if it quotes none.</summary>
    internal ImmutableArray<(string Form, string Column)> Classified { get; private init; } = [];

    /// <summary>Where its quoted classifications stand; null if they are not recorded.</summary>
    internal QuotePlace? Place { get; private init; }

    /// <summary>Whether it may consist of the sentence that there is nothing to report.</summary>
    internal bool SaysAbsence { get; private init; }

    /// <summary>What the topic of a section means for its sentences, by the edition's forms and terms.</summary>
    internal static SectionMeaning Of(string topic, Edition edition)
    {
        SectionMeaning meaning = topic switch
        {
            "explanations.income" => new() { Whole = WholeOf("本年收入合计", edition.FormOf("income")) },
            "explanations.expenditure" => new() { Whole = WholeOf("本年支出合计", edition.FormOf("expenditure")) },
            "explanations.general.structure" => General(edition) with { Place = QuotePlace.Structure },
            "explanations.general.items" => General(edition) with { Place = QuotePlace.Item, Projects = ProjectsOf(edition.FormOf("general")) },
            "explanations.plan" => new() { Classified = [.. Expenditure(edition.FormOf("general")), .. Expenditure(edition.FormOf("governmentFund")), .. Expenditure(edition.FormOf("stateCapital"))], Place = QuotePlace.Item },
            "explanations.fund" => new() { Whole = WholeOf("政府性基金预算财政拨款支出", edition.FormOf("governmentFund")), Classified = Expenditure(edition.FormOf("governmentFund")), SaysAbsence = true },
            "explanations.capital" => new() { Whole = WholeOf("国有资本经营预算财政拨款支出", edition.FormOf("stateCapital")), Classified = Expenditure(edition.FormOf("stateCapital")), SaysAbsence = true },
            _ when topic.StartsWith("explanations.threePublic", StringComparison.Ordinal) => new() { Whole = ThreePublicCells.Of(edition).Total is { } total ? Subject.Of("三公经费财政拨款支出", total) : null },
            _ => new(),
        };
        if (edition.Terms.FirstOrDefault(t => t.IsWhole && t.Topic == topic) is not { Address: { } cell } term) return meaning;
        meaning = meaning with { Whole = Subject.Of(term.Words[0], cell) };
        if (meaning.Projects is null && edition.Form(cell.Form) is { Subject: "general" } general) meaning = meaning with { Projects = ProjectsOf(general) };
        return meaning.Classified.IsEmpty && Divided(edition.Form(cell.Form), cell) is { } divided
            ? meaning with { Classified = [divided], Place = edition.Section(topic) is { } section && section.Owes.Contains(Owed.Items) ? QuotePlace.Item : null }
            : meaning;
    }

    /// <summary>The form and column in which the classifications stand that divide a whole: its own on a form of functional codes, the one of the classes among lines.</summary>
    private static (string Form, string Column)? Divided(FormDefinition? form, Address whole) => form switch
    {
        { Shape: FormShape.FunctionalCodes } when whole.Row == Total => (form.Id, whole.Column),
        { Shape: FormShape.Lines } when form.Lines.FirstOrDefault(l => l.Class is { Length: > 0 } && !l.Columns.IsEmpty) is { } line => (form.Id, line.Columns[0]),
        _ => null,
    };

    private static SectionMeaning General(Edition edition) =>
        new() { Whole = WholeOf("一般公共预算财政拨款支出", edition.FormOf("general")), Classified = Expenditure(edition.FormOf("general")) };

    private static Subject? WholeOf(string name, FormDefinition? form) => Column(form) is { } column ? Subject.Of(name, new Address(form!.Id, Total, column)) : null;

    private static ImmutableArray<(string Form, string Column)> Expenditure(FormDefinition? form) => Column(form) is { } column ? [(form!.Id, column)] : [];

    private static Address? ProjectsOf(FormDefinition? form) =>
        form?.Columns.FirstOrDefault(c => c.Caption is "项目支出" || (c.Captions is ["项目支出", "小计"])) is { } column ? new Address(form.Id, Total, column.Number) : null;

    /// <summary>The column of a form's expenditure: that of 本年支出 where income and balances stand beside it, else the first.</summary>
    private static string? Column(FormDefinition? form) =>
        form is null ? null : (form.Columns.FirstOrDefault(c => !c.Captions.IsEmpty && c.Captions[0] is "本年支出") ?? form.Columns.FirstOrDefault())?.Number;
}
