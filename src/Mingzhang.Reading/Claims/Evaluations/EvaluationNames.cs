using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Reading.Claims.Evaluations;

/// <summary>
/// Finds the evaluation table that a project name in the text means, so that both have one key. Names that differ only in words such as
/// 业务 经费 or in the office before them are the same; a name that is part of another counts where the amounts confirm it.
/// </summary>
internal sealed class EvaluationNames
{
    private static readonly string[] Generic = ["业务", "工作", "经费", "专项", "项目", "支出", "资金", "部门", "综合", "绩效", "运行", "年度", "等"];

    private readonly List<(string Name, string Exact, string Plain, Evaluation Table)> _projects = [];

    internal EvaluationNames(ImmutableArray<Evaluation> evaluations)
    {
        foreach (Evaluation evaluation in evaluations)
        {
            if (evaluation.Scope == EvaluationScope.Project && evaluation.Name.Text.Length > 0) _projects.Add((evaluation.Name.Text, Exact(evaluation.Name.Text), Plain(evaluation.Name.Text), evaluation));
        }
    }

    /// <summary>The name under which the claims on a project are kept: its table's where exactly one is meant, else its own.</summary>
    /// <param name="name">As the text has it.</param>
    /// <param name="text">The text that tells its amounts.</param>
    internal string KeyName(string name, string text)
    {
        string plain = Plain(name), found = "", own = Exact(name);
        foreach ((string candidate, string exact, _, _) in _projects)
        {
            if (exact == own) return candidate;
        }

        foreach ((string candidate, _, string candidatePlain, Evaluation table) in _projects)
        {
            if (candidatePlain == plain) return candidate;
            if (!Contains(candidatePlain, plain, table, text) && !Contains(plain, candidatePlain, table, text)) continue;
            if (found.Length > 0 && found != candidate) return name;
            found = candidate;
        }

        return found.Length > 0 ? found : name;
    }

    private static bool Contains(string longer, string shorter, Evaluation table, string text)
    {
        if (shorter.Length < 2) return false;
        int at = longer.IndexOf(shorter, StringComparison.Ordinal);
        if (at < 0) return false;
        bool office = at == 0 || longer[at - 1] is '区' or '市' or '县' or '局' or '委' or '办' or '会';
        return (office && shorter.Length > 3 && WithoutGeneric(longer[(at + shorter.Length)..]).Length == 0) || Confirms(table.Budget, text) || Confirms(table.Executed, text);
    }

    private static bool Confirms(Field? amount, string text)
    {
        if (amount?.Figure is not { } figure || figure.Value == 0) return false;
        foreach (ClauseFigure clause in ClauseFigures.Read(text, 0))
        {
            if (clause.Token.Figure is { IsMoney: true } value && value.Value == figure) return true;
        }

        return false;
    }

    /// <summary>The name without marks and without 项目 at its end, which the text may leave out or add.</summary>
    private static string Exact(string name)
    {
        string exact = WithoutMarks(name);
        return exact.EndsWith("项目", StringComparison.Ordinal) ? exact[..^2] : exact;
    }

    private static string WithoutMarks(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('（' or '）' or '(' or ')' or '“' or '”' or '"' or '、')));

    private static string Plain(string name)
    {
        string plain = WithoutMarks(name);
        if (plain.Length > 7 && plain.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && plain[4] == '年') plain = plain[(plain[5] == '度' ? 6 : 5)..];
        string tail = WithoutGeneric(plain);
        return tail.Length < 2 ? plain : tail;
    }

    /// <summary>Without general words at the end.</summary>
    private static string WithoutGeneric(string name)
    {
        for (bool trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (string word in Generic)
            {
                if (!name.EndsWith(word, StringComparison.Ordinal)) continue;
                name = name[..^word.Length];
                trimmed = true;
            }
        }

        return name;
    }
}
