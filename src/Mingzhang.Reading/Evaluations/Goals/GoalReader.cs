using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>Finds the declarations of performance goals of a budget by their titles and reads them.</summary>
internal static class GoalReader
{
    private static readonly string[] Units = ["万元", "亿元", "千元", "元"];

    /// <summary>The declarations in document order; none in final accounts, whose attachments are evaluations.</summary>
    internal static ImmutableArray<GoalDeclaration> Read(SourceText text, Outline outline, Edition edition)
    {
        if (edition.Kind != DisclosureKind.Budget) return [];
        var declarations = ImmutableArray.CreateBuilder<GoalDeclaration>();
        List<int> starts = [.. Enumerable.Range(Math.Max(1, outline.BodyLine), Math.Max(0, text.Lines.Length - Math.Max(1, outline.BodyLine) + 1)).Where(l => GoalTitles.IsTitle(text.Lines[l - 1]))];
        for (int i = 0; i < starts.Count; i++)
        {
            int last = i + 1 < starts.Count ? starts[i + 1] - 1 : text.Lines.Length;
            GoalDraft draft = Read(text, starts[i], last, IndicatorLevels.Of(edition));
            if (draft.HasTable) declarations.Add(draft.Finish());
        }

        return declarations.ToImmutable();
    }

    private static GoalDraft Read(SourceText text, int first, int last, IndicatorLevels levels)
    {
        string raw = text.Lines[first - 1];
        int start = raw.Length - raw.AsSpan().TrimStart().Length;
        var title = new Field(PrintedText.Tidy(raw), TextSpan.InLine(first, start, raw.Trim().Length));
        var draft = new GoalDraft(title, GoalTitles.IsDepartment(title.Text));
        var table = new GoalTable(draft, levels);
        var cells = new List<TableCell>();
        for (int line = first + 1; line <= last; line++)
        {
            string content = text.Lines[line - 1];
            if (GoalTitles.IsAttachment(content)) break;
            draft.AmountUnit ??= UnitIn(content);
            if (!TableRows.Split(content, line, cells))
            {
                // A caption over the whole table has no other cell beside it.
                if (GoalWords.PartOf(GoalWords.Plain(content)) is null) continue;
                cells.Add(new TableCell(content.Trim(), TextSpan.InLine(line, content.Length - content.AsSpan().TrimStart().Length, content.Trim().Length), 0));
            }

            if (cells.Count == 0) continue;
            draft.LastLine = line;
            table.Take(cells);
        }

        return draft;
    }

    private static string? UnitIn(string line)
    {
        int at = line.IndexOf("单位", StringComparison.Ordinal);
        if (at < 0 || TableRows.IsRow(line)) return null;
        ReadOnlySpan<char> rest = line.AsSpan(at + 2).TrimStart(" ：:");
        foreach (string unit in Units)
        {
            if (rest.StartsWith(unit)) return unit;
        }

        return null;
    }
}
