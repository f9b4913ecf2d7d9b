using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Publishing.Documents;

/// <summary>Names of places, the same in every format, and what a line of the contents points to.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<Section, string> _sections = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Evaluation, string> _evaluations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<GoalDeclaration, string> _goals = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Part, string Title, string Anchor)> _targets = [];

    public Anchors(Disclosure disclosure)
    {
        var used = new HashSet<string>();
        foreach (Section section in disclosure.Outline)
        {
            string name = section.Topic is { } topic ? "s-" + topic.Replace('.', '-') : $"s-{_sections.Count + 1}";
            if (!used.Add(name)) used.Add(name = $"s-{_sections.Count + 1}");
            _sections.Add(section, name);
            _targets.Add((section.Id[..1], Plain(section.Title), name));
        }

        foreach (Statement statement in disclosure.Statements) _targets.Add(("二", Plain(statement.Title), Of(statement)));
        foreach (Evaluation evaluation in disclosure.Evaluations)
        {
            string name = $"evaluation-{_evaluations.Count + 1}";
            _evaluations.Add(evaluation, name);
            _targets.Add(("六", Plain(evaluation.Title.Text), name));
        }

        foreach (GoalDeclaration goals in disclosure.Goals) _goals.Add(goals, $"goals-{_goals.Count + 1}");
    }

    /// <summary>Of a section: <c>s-explanations-income</c>.</summary>
    public string Of(Section section) => _sections[section];

    /// <summary>Of an evaluation: <c>evaluation-1</c>.</summary>
    public string Of(Evaluation evaluation) => _evaluations[evaluation];

    /// <summary>Of a declaration of goals: <c>goals-1</c>.</summary>
    public string Of(GoalDeclaration goals) => _goals[goals];

    /// <summary>Of a form: <c>form-03</c>.</summary>
    public static string Of(Statement statement) => "form-" + statement.Form;

    /// <summary>Of a cell: <c>c-03-2013101-2</c>.</summary>
    public static string Of(Address address) => $"c-{address.Form}-{Row(address.Row)}-{address.Column}";

    /// <summary>What a line of the contents names, searched in its part first; null if nothing.</summary>
    public string? Of(ContentsEntry entry)
    {
        string title = Plain(entry.Title);
        if (title.Length == 0) return null;
        int form = title.IndexOf("(表", StringComparison.Ordinal);
        if (form > 0) title = title[..form];
        var found = _targets.Where(t => t.Title == title).ToList();
        if (found.Count == 0) found = [.. _targets.Where(t => t.Title.EndsWith(title, StringComparison.Ordinal) || title.EndsWith(t.Title, StringComparison.Ordinal))];
        return found.Count == 0 ? null : found.FirstOrDefault(t => entry.Part.StartsWith(t.Part, StringComparison.Ordinal), found[0]).Anchor;
    }

    private static string Row(string row) => row switch
    {
        Address.Total => "total",
        "人员经费合计" => "personnel",
        "公用经费合计" => "operating",
        _ => string.Concat(row.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : "x" + ((int)c).ToString("x4", CultureInfo.InvariantCulture))),
    };

    private static string Plain(string title) =>
        title.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')');
}
