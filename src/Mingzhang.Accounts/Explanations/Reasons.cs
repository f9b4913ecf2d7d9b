using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Words;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Explanations;

/// <summary>What <c>prose.md</c> says of reasons and uses; a reason that the rules require and that nobody wrote is a problem, never an invented sentence.</summary>
internal sealed class Reasons(Prose prose, ImmutableArray<BookProblem>.Builder problems)
{
    private readonly HashSet<(string Section, string Name)> _reported = [];
    private string _section = "";

    /// <summary>A section begins.</summary>
    internal void BeginSection(string id) => _section = id;

    /// <summary>A reason with the words before it; nothing where it is not given.</summary>
    internal string Clause(string name, string lead, string label)
    {
        if (prose.Reasons.TryGetValue(name, out string? reason) && reason.Length > 0) return lead + reason.TrimEnd('。', '；', '，');
        if (!_reported.Add((_section, name))) return "";
        problems.Add(new BookProblem(
            Severity.Warning,
            "book.reason-missing",
            ProseFile.Name,
            prose.LineOf(ProseFile.ReasonsHeading).Number,
            name,
            new($"{_section}：“{label}”有变动或未按预算完成，但没有写原因", $"{_section}: “{label}” changed or differs from its budget, and no reason is given"),
            new($"在 prose.md 的“# 原因”下写“## {name}”和原因", $"write “## {name}” with the reason under “# 原因” in prose.md")));
        return "";
    }

    /// <summary>What money was used for; empty where it is not said.</summary>
    internal string Use(string name) => prose.Uses.GetValueOrDefault(name, "").TrimEnd('。', '；', '，');

    /// <summary>Something that the section needs is not in the book.</summary>
    internal void Missing(string file, string field)
    {
        if (!_reported.Add((_section, file + field))) return;
        problems.Add(new BookProblem(
            Severity.Warning,
            "book.explanation-missing",
            file,
            0,
            field,
            new($"{_section}：缺少“{field}”，相应的说明没有写出", $"{_section}: “{field}” is missing, so the explanation leaves it out"),
            new($"在 {file} 中补充“{field}”", $"add “{field}” to {file}")));
    }
}
