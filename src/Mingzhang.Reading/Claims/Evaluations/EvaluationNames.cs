using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>Finds the evaluation table that a project name in the text means, so that both have one key.</summary>
internal sealed class EvaluationNames
{
    private readonly List<(string Name, string Plain)> _projects = [];

    internal EvaluationNames(ImmutableArray<Evaluation> evaluations)
    {
        foreach (Evaluation evaluation in evaluations)
        {
            if (evaluation.Scope == EvaluationScope.Project && evaluation.Name.Text.Length > 0) _projects.Add((evaluation.Name.Text, Plain(evaluation.Name.Text)));
        }
    }

    /// <summary>The name under which the claims on a project are kept: its table's where exactly one is meant, else its own.</summary>
    internal string KeyName(string name)
    {
        string plain = Plain(name), found = "";
        foreach ((string candidate, string candidatePlain) in _projects)
        {
            if (candidatePlain == plain) return candidate;
            if (plain.Length < 3 || candidatePlain.Length < 3) continue;
            if (!candidatePlain.Contains(plain, StringComparison.Ordinal) && !plain.Contains(candidatePlain, StringComparison.Ordinal)) continue;
            if (found.Length > 0 && found != candidate) return name;
            found = candidate;
        }

        return found.Length > 0 ? found : name;
    }

    private static string Plain(string name)
    {
        string plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('（' or '）' or '(' or ')' or '“' or '”' or '"' or '、')));
        if (plain.Length > 7 && plain[..4].All(char.IsAsciiDigit) && plain[4] == '年') plain = plain[(plain[5] == '度' ? 6 : 5)..];
        foreach (string tail in (ReadOnlySpan<string>)["绩效", "项目", "支出", "经费", "项目支出"])
        {
            if (plain.Length > tail.Length + 2 && plain.EndsWith(tail, StringComparison.Ordinal)) plain = plain[..^tail.Length];
        }

        return plain;
    }
}
