using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>What the text says of one project.</summary>
/// <param name="Name">Its name as the text has it.</param>
/// <param name="Claims">Its claims, in document order.</param>
internal sealed record ProjectStatement(string Name, List<Claim> Claims)
{
    /// <summary>The amounts stated, executed first; null where none is.</summary>
    internal decimal? Amount(string field) => Claims.Find(c => c.Kind == ClaimKind.Amount && c.Subject.Key.EndsWith(field, StringComparison.Ordinal))?.Value?.Value;
}

/// <summary>
/// Finds the table of each project that the text speaks of: by its name, then, of what is left, by amounts that only one text and one table have.
/// </summary>
internal static class ProjectMatching
{
    private const string Prefix = "evaluation/project/";
    private const double Alike = 0.5;

    /// <summary>The projects of the text in order, each with its table or null, and whether only the amounts tell.</summary>
    internal static List<(ProjectStatement Statement, Evaluation? Table, bool ByAmount)> Match(CheckContext context) => context.Derived(Find);

    private static List<(ProjectStatement Statement, Evaluation? Table, bool ByAmount)> Find(CheckContext context)
    {
        List<ProjectStatement> statements = Statements(context);
        List<Evaluation> tables = [.. context.Disclosure.Evaluations.Where(e => e.Scope == EvaluationScope.Project && !ProjectNames.IsSummary(e))];
        var chosen = new Evaluation?[statements.Count];
        var byAmount = new bool[statements.Count];
        var byCore = new Dictionary<string, Evaluation>();
        var cores = new Dictionary<string, string>();
        foreach (Evaluation table in tables)
        {
            byCore.TryAdd(Core(table.Name.Text), table);
            byCore.TryAdd(Core(table.Title.Text), table);
        }

        for (int i = 0; i < statements.Count; i++) chosen[i] = byCore.GetValueOrDefault(Core(statements[i].Name));
        Assign(statements, tables, chosen, (s, t) => ProjectNames.SameCores(Core(s.Name), Core(t.Name.Text)) || ProjectNames.SameCores(Core(s.Name), Core(t.Title.Text)));
        Assign(statements, tables, chosen, SameAmounts, byAmount);
        Assign(statements, tables, chosen, (s, t) => Names.Likeness(Core(s.Name), Core(t.Name.Text)) >= Alike);
        return [.. statements.Select((s, i) => (s, chosen[i], byAmount[i]))];

        string Core(string name) => cores.TryGetValue(name, out string? core) ? core : cores[name] = ProjectNames.Core(name);
    }

    /// <summary>The table of the project that a scope (<c>evaluation/project/名称</c>) names; null if it names none.</summary>
    internal static Evaluation? TableOf(CheckContext context, string scope)
    {
        if (!scope.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        foreach ((ProjectStatement statement, Evaluation? table, _) in Match(context))
        {
            if (scope.AsSpan(Prefix.Length).SequenceEqual(statement.Name)) return table;
        }

        return null;
    }

    // The parts of a project are …/indicator/名称 and …/block/名称, or a last word.
    private static int EndOfName(string key)
    {
        foreach (string part in (ReadOnlySpan<string>)["/indicator/", "/block/"])
        {
            int at = key.IndexOf(part, Prefix.Length, StringComparison.Ordinal);
            if (at >= 0) return at;
        }

        return key.LastIndexOf('/');
    }

    private static List<ProjectStatement> Statements(CheckContext context)
    {
        var byName = new Dictionary<string, ProjectStatement>();
        Dictionary<string, ProjectStatement>.AlternateLookup<ReadOnlySpan<char>> lookup = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        List<ProjectStatement> statements = [];
        foreach (Claim claim in context.Disclosure.Claims)
        {
            string key = claim.Subject.Key;
            if (!key.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            int end = EndOfName(key);
            if (end <= Prefix.Length) continue;
            ReadOnlySpan<char> part = key.AsSpan(Prefix.Length, end - Prefix.Length);
            if (!lookup.TryGetValue(part, out ProjectStatement? statement))
            {
                string name = part.ToString();
                byName[name] = statement = new ProjectStatement(name, []);
                statements.Add(statement);
            }

            statement.Claims.Add(claim);
        }

        return statements;
    }

    // One open statement and one open table that go together only with each other.
    private static void Assign(List<ProjectStatement> statements, List<Evaluation> tables, Evaluation?[] chosen, Func<ProjectStatement, Evaluation, bool> fit, bool[]? mark = null)
    {
        if (Array.TrueForAll(chosen, static t => t is not null)) return;
        HashSet<Evaluation> taken = new(ReferenceEqualityComparer.Instance);
        foreach (Evaluation? table in chosen)
        {
            if (table is not null) taken.Add(table);
        }

        List<Evaluation> open = tables.FindAll(t => !taken.Contains(t));
        if (open.Count == 0) return;
        var candidates = new Evaluation?[statements.Count];
        var wanted = new Dictionary<Evaluation, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < statements.Count; i++)
        {
            if (chosen[i] is not null) continue;
            List<Evaluation> fitting = open.FindAll(t => fit(statements[i], t));
            if (fitting.Count != 1) continue;
            candidates[i] = fitting[0];
            wanted[fitting[0]] = wanted.GetValueOrDefault(fitting[0]) + 1;
        }

        for (int i = 0; i < statements.Count; i++)
        {
            if (candidates[i] is not { } table || wanted[table] != 1) continue;
            chosen[i] = table;
            if (mark is not null) mark[i] = true;
        }
    }

    private static bool SameAmounts(ProjectStatement statement, Evaluation table) =>
        statement.Amount("/executed") is { } executed && table.Executed?.Figure?.Value == executed
        && (statement.Amount("/budget") is not { } budget || table.Budget?.Figure?.Value == budget);
}
