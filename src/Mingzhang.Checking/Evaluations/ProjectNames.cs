using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Evaluations;

/// <summary>Names of projects as the text, the tables and their titles write them.</summary>
internal static class ProjectNames
{
    private static readonly string[] Endings =
        ["绩效自评综述", "绩效自评结果", "绩效自评表", "自评结果", "自评表", "绩效评价", "绩效自评", "绩效", "（摘要版）", "(摘要版)", "项目支出", "支出项目", "项目"];

    private static readonly string[] Fillers = ["专项经费", "工作经费", "业务经费", "项目经费", "结转经费", "经费", "专项", "工作", "业务", "支出", "项目", "资金", "费"];

    /// <summary>The name in a title: without the year, and without 项目绩效自评表 and the like after it.</summary>
    internal static string Bare(string name)
    {
        string bare = Names.Squeeze(name);
        int year = bare.IndexOf("年度", StringComparison.Ordinal);
        if (year is >= 0 and <= 6 && bare.AsSpan(0, year).ContainsAnyInRange('0', '9')) bare = bare[(year + 2)..];
        for (bool cut = true; cut;)
        {
            cut = false;
            foreach (string ending in Endings)
            {
                if (bare.Length <= ending.Length || !bare.EndsWith(ending, StringComparison.Ordinal)) continue;
                bare = bare[..^ending.Length];
                cut = true;
            }
        }

        return bare;
    }

    /// <summary>The words of a name that tell projects apart: without 经费, 工作, 专项 and the like.</summary>
    internal static string Core(string name)
    {
        string bare = Bare(name), core = bare;
        foreach (string filler in Fillers) core = core.Replace(filler, "", StringComparison.Ordinal);
        return core.Length >= 2 ? core : bare;
    }

    /// <summary>Whether two names are those of one project beyond doubt: the same words, or one inside the other.</summary>
    internal static bool Same(string a, string b) => SameCores(Core(a), Core(b));

    /// <summary>Whether the telling words of two names (<see cref="Core"/>) are those of one project beyond doubt.</summary>
    internal static bool SameCores(string x, string y) =>
        x == y || (Math.Min(x.Length, y.Length) >= 2 && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal)));

    /// <summary>Whether an evaluation is the summary (摘要版) of one, which repeats the table's figures.</summary>
    internal static bool IsSummary(Evaluation evaluation) => evaluation.Title.Text.Contains("摘要", StringComparison.Ordinal);
}
