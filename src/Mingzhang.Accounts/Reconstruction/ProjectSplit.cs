using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>The projects that a disclosure evaluates, as far as its project expenditure covers them, and one for what is left.</summary>
internal sealed class ProjectSplit
{
    private const string Rest = "其他项目";

    private readonly Dictionary<string, string> _codes;

    private ProjectSplit(ImmutableArray<Project> projects, Dictionary<string, string> codes, Dictionary<string, long> amounts, Dictionary<string, decimal> budgets) =>
        (Projects, _codes, Amounts, Budgets) = (projects, codes, amounts, budgets);

    public ImmutableArray<Project> Projects { get; }

    /// <summary>Outcome in 分 by code.</summary>
    public IReadOnlyDictionary<string, long> Amounts { get; }

    /// <summary>Full-year budget in 元 by code, where published.</summary>
    public IReadOnlyDictionary<string, decimal> Budgets { get; }

    /// <summary>Code of a project by name; empty if it is none of these.</summary>
    public string CodeOf(string name) => _codes.GetValueOrDefault(name, "");

    public static ProjectSplit Of(Disclosure disclosure, string unit)
    {
        long left = new PublishedCells(disclosure).Fen("03", "合计", "3") ?? 0;
        var projects = ImmutableArray.CreateBuilder<Project>();
        var codes = new Dictionary<string, string>();
        var amounts = new Dictionary<string, long>();
        var budgets = new Dictionary<string, decimal>();
        foreach (Evaluation table in disclosure.Evaluations)
        {
            if (table.Scope != EvaluationScope.Project || table.Executed?.Figure is not Printed executed || codes.ContainsKey(table.Name.Text)) continue;
            decimal factor = table.AmountUnit == "元" ? 1 : Amount.YuanPerWan;
            long fen = (long)(executed.Value * factor * 100);
            if (fen <= 0 || fen > left) continue;
            string code = Add(table.Name.Text, fen);
            if (table.Budget?.Figure is Printed budget) budgets[code] = budget.Value * factor;
        }

        if (left > 0) Add(Rest, left);
        return new ProjectSplit(projects.ToImmutable(), codes, amounts, budgets);

        string Add(string name, long fen)
        {
            string code = "P" + (projects.Count + 1).ToString("000", CultureInfo.InvariantCulture);
            projects.Add(new Project { Code = code, Name = name, Unit = unit });
            codes[name] = code;
            amounts[code] = fen;
            left -= fen;
            return code;
        }
    }
}
