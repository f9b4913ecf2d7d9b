using System.Text;

namespace Mingzhang.Product.Tests.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Caught">An error or warning was reported.</param>
/// <param name="Noticed">At least something changed: a remark, an unread place.</param>
internal sealed record Fate(Mutant Mutant, bool Caught, bool Noticed);

/// <summary>The result of the mutation test as the page docs/mutation.md.</summary>
internal static class MutationReport
{
    public static string Write(IReadOnlyList<Fate> fates)
    {
        var page = new StringBuilder();
        page.Append("""
            # Mutation test

            Written by `MutationTests` (tests/Mingzhang.Product.Tests); do not edit. To write it anew: `MINGZHANG_WRITE_FIXTURES=1 ./test`.

            Every figure of the clean disclosure (Fixtures/clean-2023-tabbed.txt) is made wrong in turn: its first or last two neighbouring digits
            change places, its decimal point moves, a minus appears, it changes places with the next figure of its kind. A mutant is caught
            if checking then reports an error or a warning; the clean disclosure gives none. A figure is bound if anything else in the document speaks of the
            same fact; an exchange of two figures that only their common sum binds is not bound.


            """);
        Fate[] bound = [.. fates.Where(f => f.Mutant.Bound)];
        page.Append($"**Caught: {bound.Count(f => f.Caught)} of {bound.Length} bound mutants ({Percent(bound)}).**\n\n");
        page.Append("| kind of figure | figures | mutants | caught | share |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, Fate> kind in bound.GroupBy(f => f.Mutant.Mark.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            page.Append($"| {kind.Key} | {kind.Select(f => f.Mutant.Mark).Distinct().Count()} | {kind.Count()} | {kind.Count(f => f.Caught)} | {Percent([.. kind])} |\n");
        page.Append("\n| operation | mutants | caught | share |\n|---|---|---|---|\n");
        foreach (IGrouping<Operation, Fate> operation in bound.GroupBy(f => f.Mutant.Operation).OrderBy(g => g.Key))
            page.Append($"| {Name(operation.Key)} | {operation.Count()} | {operation.Count(f => f.Caught)} | {Percent([.. operation])} |\n");
        page.Append("\n## Bound, but not caught\n\n");
        foreach (Fate fate in bound.Where(f => !f.Caught)) page.Append(Line(fate));
        page.Append("\n## Figures that nothing binds\n\nNothing else in the document speaks of them; what was caught is caught all the same.\n\n");
        foreach (IGrouping<(string Kind, string Id, string Text), Fate> figure in fates.Where(f => !f.Mutant.Mark.Bound).GroupBy(f => (f.Mutant.Mark.Kind, f.Mutant.Mark.Id, f.Mutant.Mark.Text)))
            page.Append($"- {figure.Key.Kind} `{figure.Key.Id}` {figure.Key.Text} ({figure.Count(f => f.Caught)} of {figure.Count()} caught)\n");
        page.Append("\n## Exchanges that nothing binds\n\nBoth figures are bound by their common sum only.\n\n");
        foreach (Fate fate in fates.Where(f => !f.Mutant.Bound && f.Mutant.Mark.Bound)) page.Append($"- {fate.Mutant.Mark.Kind} `{fate.Mutant.Mark.Id}` {fate.Mutant.Mark.Text}{(fate.Caught ? " (caught)" : "")}\n");
        return page.ToString();
    }

    private static string Line(Fate fate) =>
        $"- {fate.Mutant.Mark.Kind} `{fate.Mutant.Mark.Id}` {fate.Mutant.Mark.Text}: {Name(fate.Mutant.Operation)}{(fate.Noticed ? " (a remark or an unread place)" : "")}\n";

    private static string Name(Operation operation) => operation switch
    {
        Operation.FirstDigits => "first digits exchanged",
        Operation.LastDigits => "last digits exchanged",
        Operation.DecimalShift => "decimal point moved",
        Operation.Sign => "minus",
        _ => "exchanged with the next",
    };

    private static string Percent(Fate[] fates) => fates.Length == 0 ? "–" : $"{100m * fates.Count(f => f.Caught) / fates.Length:0.0} %";
}
