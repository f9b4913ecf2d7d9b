using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading;

/// <summary>
/// Chooses the edition of the forms. It is that of the document's year, unless the printed line numbers show that the document was made on the
/// forms of another year: then those forms, with the classifications of the document's year.
/// </summary>
internal static class EditionChoice
{
    private const double WellFitting = 0.8;

    internal static Edition? Of(SourceText text, StatuteBook statutes, DisclosureKind kind, FiscalYear year)
    {
        if (statutes.Edition(kind, year) is not { } own) return null;
        Outline outline = OutlineReader.Read(text, own);
        double best = StatementReader.Fit(text, outline, own);
        if (best >= WellFitting) return own;
        Edition chosen = own;
        foreach (string id in statutes.EditionIds)
        {
            if (!int.TryParse(id.AsSpan(id.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int other)) continue;
            if (id == own.Id || statutes.Edition(kind, new FiscalYear(other)) is not { } edition || edition.Id != id) continue;
            double fit = StatementReader.Fit(text, outline, edition);
            if (fit <= best) continue;
            best = fit;
            chosen = own with { Id = edition.Id, Forms = edition.Forms, Relations = edition.Relations, Terms = edition.Terms };
        }

        return chosen;
    }
}
