using System.Collections.Frozen;
using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>What the tables may refer to: units, projects, codes.</summary>
internal sealed class BookNames(Department? department, ImmutableArray<Project>? projects, Edition? edition)
{
    private readonly HashSet<(string File, string Code)> _noted = [];

    /// <summary>Codes of the units; null if they could not be read.</summary>
    internal IReadOnlySet<string>? Units { get; } = department?.Units.Select(u => u.Code).ToFrozenSet();

    /// <summary>Codes of the projects; null if they could not all be read.</summary>
    internal IReadOnlySet<string>? Projects { get; } = projects?.Select(p => p.Code).ToFrozenSet();

    /// <summary>Warns of a functional code that the classification of the year does not have, once a file.</summary>
    internal void NoteFunctional(string code, FileProblems log, int row, string column)
    {
        if (edition is not null) Note(edition.Functional, code, new("功能分类", "functional"), log, row, column);
    }

    /// <summary>Warns of an economic code that the classification of the year does not have, once a file.</summary>
    internal void NoteEconomic(string code, FileProblems log, int row, string column)
    {
        if (edition is not null) Note(edition.Economic, code, new("经济分类", "economic"), log, row, column);
    }

    private void Note(Classification classification, string code, Core.Findings.Text kind, FileProblems log, int row, string column)
    {
        // A classification is what is established, not the complete list: a code it lacks is unknown, not wrong.
        if (classification.Find(code) is not null || !_noted.Add((log.File, code))) return;
        log.Warning("book.code.unknown", row, column, new($"本年{kind.Zh}中没有科目 {code} 的名称", $"the {kind.En} classification of the year has no name for {code}"),
            new("核对科目；科目无误时用 mingzhang forms import 导入当年科目表", "check the code; if it is right, import the year's official list with mingzhang forms import"));
    }
}
