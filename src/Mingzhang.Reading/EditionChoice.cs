using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading;

/// <summary>
/// Chooses the edition of the forms by what the document shows: the titles of its forms, their columns, its sections, whether lines are numbered.
/// Of the editions of one place it is that of the document's year, unless the printed line numbers show that the document was made on the forms of
/// another year: then those forms, with the classifications of the document's year.
/// </summary>
internal static class EditionChoice
{
    private static readonly ConditionalWeakTable<Edition, ConditionalWeakTable<Edition, Edition>> Mixed = new();

    private const double WellFitting = 0.8;

    /// <summary>The edition and why; null if there is none of the kind, or the document shows no form and section of any.</summary>
    /// <param name="text">The document.</param>
    /// <param name="statutes">The editions.</param>
    /// <param name="kind">What the document's words say that it is; null where they do not tell.</param>
    /// <param name="year">Its year.</param>
    internal static (Edition Edition, EditionBasis Basis)? Of(SourceText text, StatuteBook statutes, DisclosureKind? kind, FiscalYear year)
    {
        var traits = new EditionTraits(text);
        EditionEvidence? best = null;
        foreach (DisclosureKind one in kind is { } stated ? [stated] : Enum.GetValues<DisclosureKind>())
        {
            foreach (Edition edition in statutes.Editions(one, year))
            {
                EditionEvidence evidence = traits.Of(edition);
                if (best is null || evidence.Score > best.Score) best = evidence;
            }
        }

        if (best is null || (kind is null && best.Forms < 2)) return null;
        (Edition chosen, Text? note) = OfYear(text, statutes, best.Edition, year);
        ImmutableArray<Text> evidenceSaid = [.. best.Say(), .. note is null ? [] : (ReadOnlySpan<Text>)[note]];
        return (chosen, new EditionBasis(best.IsKnown, evidenceSaid));
    }

    /// <summary>The edition of the year whose line numbers the document prints.</summary>
    private static (Edition Edition, Text? Note) OfYear(SourceText text, StatuteBook statutes, Edition own, FiscalYear year)
    {
        if (!own.Forms.Any(f => f.Shape == FormShape.Lines && f.PrintsLineNumbers)) return (own, null);
        Outline outline = OutlineReader.Read(text, own);
        double best = StatementReader.Fit(text, outline, own);
        if (best >= WellFitting) return (own, null);
        Edition? fitting = null;
        foreach (FiscalYear other in statutes.Years(own.Kind, own.Place))
        {
            if (statutes.Edition(own.Kind, other, own.Place) is not { } edition || edition.Id == own.Id) continue;
            double fit = StatementReader.Fit(text, outline, edition);
            if (fit <= best) continue;
            best = fit;
            fitting = edition;
        }

        if (fitting is null) return (own, null);
        // One edition for all documents that mix the same two: what is compiled for an edition is compiled once.
        Edition mixed = Mixed.GetValue(own, static _ => new()).GetValue(fitting, e => own with { Id = e.Id, Forms = e.Forms, Relations = e.Relations, Terms = e.Terms });
        return (mixed, new Text($"行次与 {mixed.Id} 一致，与 {year} 年度的不同", $"the line numbers are those of {mixed.Id}, not of {year}"));
    }
}
