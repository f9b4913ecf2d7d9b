using System.Text;

namespace Mingzhang.Product.Tests.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Caught">An error or warning was reported.</param>
/// <param name="Noticed">At least something changed: a remark, an unread place.</param>
internal sealed record Fate(Mutant Mutant, bool Caught, bool Noticed);

/// <summary>What became of the mutants of the clean disclosure in one layout.</summary>
/// <param name="Title">The layout.</param>
/// <param name="Document">The file of the fixture.</param>
/// <param name="Nature">What is special to the layout, and which mutants were made.</param>
/// <param name="Fates">What became of them.</param>
internal sealed record LayoutFates(string Title, string Document, string Nature, IReadOnlyList<Fate> Fates)
{
    /// <summary>Those of figures that something binds.</summary>
    public Fate[] Bound { get; } = [.. Fates.Where(f => f.Mutant.Bound)];
}

/// <summary>The result of the mutation test as the page docs/mutation.md.</summary>
internal static class MutationReport
{
    public static string Write(IReadOnlyList<LayoutFates> layouts)
    {
        var page = new StringBuilder();
        page.Append("""
            # Mutation test

            Written by `MutationTests` (tests/Mingzhang.Product.Tests); do not edit. To write it anew: `MINGZHANG_WRITE_FIXTURES=1 ./test`.

            Figures of the clean disclosure, in each of the two layouts of text that documents come in, are made wrong in turn: the first or last two neighbouring
            digits change places, the decimal point moves, a minus appears, the figure changes places with the next of its kind. A mutant is caught
            if checking then reports an error or a warning; the clean disclosure gives none. A figure is bound if anything else in the document speaks of the
            same fact; an exchange of two figures that only their common sum binds is not bound.

            | layout | document | bound mutants | caught | share |
            |---|---|---|---|---|

            """);
        foreach (LayoutFates layout in layouts) page.Append($"| {layout.Title} | {layout.Document} | {layout.Bound.Length} | {layout.Bound.Count(f => f.Caught)} | {Percent(layout.Bound)} |\n");
        foreach (LayoutFates layout in layouts) Append(page, layout);
        return page.ToString();
    }

    private static void Append(StringBuilder page, LayoutFates layout)
    {
        page.Append($"\n## {layout.Title}\n\nFixtures/{layout.Document}: {layout.Nature}.\n\n");
        page.Append("| kind of figure | figures | mutants | caught | share |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, Fate> kind in layout.Bound.GroupBy(f => f.Mutant.Mark.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            page.Append($"| {kind.Key} | {kind.Select(f => f.Mutant.Mark).Distinct().Count()} | {kind.Count()} | {kind.Count(f => f.Caught)} | {Percent([.. kind])} |\n");
        page.Append("\n| operation | mutants | caught | share |\n|---|---|---|---|\n");
        foreach (IGrouping<Operation, Fate> operation in layout.Bound.GroupBy(f => f.Mutant.Operation).OrderBy(g => g.Key))
            page.Append($"| {Name(operation.Key)} | {operation.Count()} | {operation.Count(f => f.Caught)} | {Percent([.. operation])} |\n");
        page.Append("\n### Bound, but not caught\n\n");
        foreach (Fate fate in layout.Bound.Where(f => !f.Caught)) page.Append(Line(fate));
        page.Append("\n### Figures that nothing binds\n\nNothing else in the document speaks of them; what was caught is caught all the same.\n\n");
        foreach (IGrouping<(string Kind, string Id, string Text), Fate> figure in layout.Fates.Where(f => !f.Mutant.Mark.Bound).GroupBy(f => (f.Mutant.Mark.Kind, f.Mutant.Mark.Id, f.Mutant.Mark.Text)))
            page.Append($"- {figure.Key.Kind} `{figure.Key.Id}` {figure.Key.Text} ({figure.Count(f => f.Caught)} of {figure.Count()} caught)\n");
        page.Append("\n### Exchanges that nothing binds\n\nBoth figures are bound by their common sum only.\n\n");
        foreach (Fate fate in layout.Fates.Where(f => !f.Mutant.Bound && f.Mutant.Mark.Bound)) page.Append($"- {fate.Mutant.Mark.Kind} `{fate.Mutant.Mark.Id}` {fate.Mutant.Mark.Text}{(fate.Caught ? " (caught)" : "")}\n");
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
