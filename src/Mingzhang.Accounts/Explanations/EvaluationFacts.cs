using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Explanations;

/// <summary>What the text says of the self-evaluations.</summary>
internal sealed class EvaluationFacts(FactBook facts, Book book)
{
    private const int LongestName = 40;

    private readonly string[] _around = facts.Word("aroundNames").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly string[] _units = facts.Word("units").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Makes the lists of the evaluations and the figures on all of them.</summary>
    internal void Fill(FactLists lists, ImmutableArray<Evaluation> evaluations, IEnumerable<SelfEvaluation> filled)
    {
        List<Member> department = [], projects = [];
        decimal money = 0;
        foreach ((Evaluation evaluation, SelfEvaluation own) in evaluations.Zip(filled))
        {
            bool whole = evaluation.Scope == EvaluationScope.Department;
            (whole ? department : projects).Add(Of(evaluation, own));
            if (!whole) money += evaluation.Executed?.Figure?.Value ?? 0;
        }

        lists.Set("departmentEvaluation", department);
        lists.Set("evaluations", projects);
        facts.Add("hasEvaluations", projects.Count > 0 ? "1" : "");
        facts.Add("hasDepartmentEvaluation", department.Count > 0 ? "1" : "");
        facts.Count("evaluation/coverage/projects", projects.Count, facts.Word("pieces"));
        facts.Count("evaluation/listed/projects", projects.Count, facts.Word("pieces"));
        facts.Money("evaluation/coverage/money", new Printed(money, 2));
    }

    /// <summary>The names of an evaluation.</summary>
    private Member Of(Evaluation evaluation, SelfEvaluation filled)
    {
        bool department = evaluation.Scope == EvaluationScope.Department;
        string name = evaluation.Name.Text, scope = department ? "evaluation/department" : "evaluation/project/" + name;
        string unit = department ? book.Department.Name : book.Department.Unit(filled.Unit)?.Name ?? book.Department.Name;
        decimal execution = evaluation.RateScore?.Figure?.Value ?? 0, total = evaluation.Total?.Figure?.Value ?? 0;
        var names = new Dictionary<string, Fact>
        {
            ["name"] = Fact.Of(name),
            ["unit"] = Fact.Of(unit),
            ["date"] = Fact.Of(filled.Date is { } day ? day.ToString(facts.Word("date"), CultureInfo.InvariantCulture) : ""),
            ["budget"] = Money(scope + "/budget", evaluation.Budget, Measure.FullYearBudget),
            ["executed"] = Money(scope + "/executed", evaluation.Executed, Measure.Final),
            ["money"] = Money(scope + "/money", evaluation.Executed, Measure.Final),
            ["score"] = Score(scope + "/score", total),
            ["execution"] = Score(scope + "/execution", execution),
            ["indicators"] = Score(scope + "/indicators", total - execution),
            ["problems"] = Clause(filled.Problems),
            ["measures"] = Clause(filled.Measures),
            ["outcome"] = Clause(filled.Outcome),
            ["deviations"] = Clause(filled.Deviations),
            ["hasIndicators"] = Fact.Of(evaluation.Indicators.IsEmpty ? "" : "1"),
        };
        if (evaluation.Rate is { Figure: { } rate }) names["rate"] = new Fact(ClaimKind.Completion, Subject(scope + "/executed"), Measure.Final, rate, facts.Word("percent"), "");
        return new Member("", names, Lists: new() { ["indicators"] = [.. evaluation.Indicators.Select(i => Of(i, scope))] });
    }

    private Member Of(Indicator indicator, string scope)
    {
        string name = indicator.PlainName, target = indicator.Target?.Text ?? "", actual = indicator.Actual?.Text ?? "";
        Subject subject = new(name, null, $"{scope}/indicator/{NarrativeText.Plain(name)}");
        var names = new Dictionary<string, Fact> { ["name"] = Fact.Of(name), ["target"] = Fact.Of(target), ["actual"] = Fact.Of(actual), ["measured"] = Fact.Of("") };
        if (CanBeNamed(NarrativeText.Plain(name)) && Measured(target.TrimStart('≥', '≤', '>', '<', '＞', '＜', '=')) is var (goal, goalUnit) && Measured(actual) is var (outcome, unit))
        {
            names["target"] = new Fact(ClaimKind.Count, subject, Measure.InitialBudget, goal, goalUnit, target);
            names["actual"] = new Fact(ClaimKind.Count, subject, Measure.Final, outcome, unit, actual);
            names["measured"] = Fact.Of("1");
        }

        return new Member("", names);
    }

    /// <summary>Whether a sentence can name the indicator so that the name is still clear: not with the words that stand around names, a year or marks.</summary>
    private bool CanBeNamed(string name) =>
        name.Length <= LongestName && !name.AsSpan().ContainsAny("，；。：") && !(name.Length > 4 && name.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0)
        && !_around.Any(w => name.EndsWith(w, StringComparison.Ordinal) || name.StartsWith(w, StringComparison.Ordinal));

    /// <summary>A value that is a figure with a unit of the wording data and nothing else; null for any other.</summary>
    private (Printed Figure, string Unit)? Measured(string value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || (value[end] == '.' && end > 0))) end++;
        if (end == 0 || !Printed.TryParse(value.AsSpan(0, end), out Printed figure) || figure.ToString() != value[..end]) return null;
        string unit = value[end..];
        return unit.Length == 0 || _units.Contains(unit) ? (figure, unit) : null;
    }

    private Fact Money(string key, Field? field, Measure measure) => new(ClaimKind.Amount, Subject(key), measure, field?.Figure ?? new Printed(0, 2), facts.Word("money"), "");

    private Fact Score(string key, decimal points) => new(ClaimKind.Score, Subject(key), Measure.Final, new Printed(points, 2), facts.Word("score"), "");

    private static Fact Clause(string text) => Fact.Of(text.Trim().TrimEnd('。', '；', '，'));

    private static Subject Subject(string key) => new(key[(key.LastIndexOf('/') + 1)..], null, key);
}
