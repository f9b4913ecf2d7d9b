using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading;

/// <summary>Tells a department's disclosure from a unit's by what cover, contents and titles call it: 部门预算, 单位决算.</summary>
internal static class ScopeOf
{
    private const int HeadLines = 120, LongestTitle = 60;

    private static readonly string[] DepartmentWords = ["部门预算", "部门决算"], UnitWords = ["单位预算", "单位决算"];

    /// <summary>The scope; a department where the document does not say.</summary>
    internal static DisclosureScope Read(SourceText text)
    {
        int department = 0, unit = 0, read = 0;
        foreach (string line in text.Lines)
        {
            if (line.AsSpan().IsWhiteSpace() || line.Length > LongestTitle) continue;
            if (++read > HeadLines) break;
            string words = Characters.Squeeze(line);
            department += Count(words, DepartmentWords);
            unit += Count(words, UnitWords);
        }

        return unit > department ? DisclosureScope.Unit : DisclosureScope.Department;
    }

    private static int Count(string words, string[] names) => names.Count(n => words.Contains(n, StringComparison.Ordinal));
}
