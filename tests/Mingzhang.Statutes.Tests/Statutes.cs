using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Tests;

/// <summary>The data inside the program, read once for all tests.</summary>
internal static class Statutes
{
    public static StatuteBook Book { get; } = StatuteBook.Load();

    public static Edition Of(int year) => Book.Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!;

    public static FormDefinition Form(int year, string id) => Of(year).Form(id)!;

    public static IEnumerable<Relation> RelationsOf(int year) => Of(year).Forms.SelectMany(f => f.Relations).Concat(Of(year).Relations);

    public static Relation Relation(int year, string id) => RelationsOf(year).Single(r => r.Id == id);

    /// <summary>A term as it is written in tests: <c>+01[27].1</c>, <c>-07[Bound].3</c>.</summary>
    public static string Say(Term term) =>
        $"{(term.Sign < 0 ? "-" : "+")}{term.Form}[{(term.RowKind == RowKind.Fixed ? term.Row : term.RowKind.ToString())}].{term.Column}";

    public static string Say(IEnumerable<Term> terms) => string.Join(' ', terms.Select(Say));
}
