using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Titles of self-evaluation tables and of the summaries between them.</summary>
internal static class EvaluationTitles
{
    private const int MaxTitle = 90;

    private static readonly string[] Endings = ["自评表", "自评价表", "绩效评价表", "目标完成情况表", "自评结果表", "目标自评表", "自评情况表", "自评得分表"];

    /// <summary>Whether a line ends a table's title.</summary>
    public static bool IsTitle(string line)
    {
        if (!line.Contains('表') || TableRows.IsRow(line)) return false;
        ReadOnlySpan<char> title = Bare(line);
        if (title.Length is 0 or > MaxTitle || title.IndexOfAny("。；！？") >= 0) return false;
        foreach (string ending in Endings)
        {
            if (title.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether a line is the title of a summary of results (自评结果, 摘要版): it ends the table above.</summary>
    public static bool IsSummary(string line)
    {
        if (!line.Contains("自评结果", StringComparison.Ordinal) && !line.Contains("摘要版", StringComparison.Ordinal)) return false;
        if (TableRows.IsRow(line)) return false;
        ReadOnlySpan<char> title = line.AsSpan().Trim().Trim("#* ");
        return title.Length <= MaxTitle && title.IndexOfAny("。；，") < 0
            && (title.EndsWith("自评结果", StringComparison.Ordinal) || title.TrimEnd(")）").EndsWith("摘要版", StringComparison.Ordinal));
    }

    /// <summary>Whether a line is the row of a table that names its project.</summary>
    public static bool IsNameRow(string line)
    {
        ReadOnlySpan<char> row = line.AsSpan().TrimStart().TrimStart('|').TrimStart();
        return row.StartsWith("项目名称") && row.Length > 4 && row[4] is '\t' or ' ' or '|' && !row.Contains("序号", StringComparison.Ordinal);
    }

    /// <summary>The title that ends on a line, with the line before it where it began there.</summary>
    public static Field At(SourceText source, int line)
    {
        TextSpan span = SpanOf(source, line);
        if (IsNameRow(source.Lines[line - 1])) return InRow(source, line) ?? new Field("", span);
        string text = PrintedText.Tidy(source.Quote(span));
        if (BeginsTitle(text)) return new Field(text, span);
        for (int above = line - 1; above >= Math.Max(1, line - 2); above--)
        {
            string candidate = source.Lines[above - 1];
            if (string.IsNullOrWhiteSpace(candidate)) continue;
            if (TableRows.IsRow(candidate) || !BeginsTitle(PrintedText.Tidy(candidate.AsSpan().Trim("#* "))) || candidate.AsSpan().IndexOfAny("。；") >= 0 || candidate.Length > MaxTitle || IsTitle(candidate)) break;
            span = SpanOf(source, above).To(span);
            return new Field(PrintedText.Tidy(source.Quote(span)), span);
        }

        return new Field(text, span);
    }

    /// <summary>What a title is about: the title without its year and 项目自评表.</summary>
    public static Field NameIn(Field title)
    {
        string name = title.Text;
        int version = name.AsSpan().IndexOfAny("(（");
        if (version > 0 && name.AsSpan(version).Contains("摘要版", StringComparison.Ordinal)) name = name[..version];
        int year = name.IndexOf("年度", StringComparison.Ordinal);
        if (year is > 0 and <= 12) name = name[(year + 2)..];
        foreach (string ending in (ReadOnlySpan<string>)["项目绩效自评表", "项目支出绩效自评表", "项目自评表", "整体绩效自评表", "绩效自评表", "自评表", "项目自评结果", "整体绩效自评结果", "绩效自评结果", "自评结果"])
        {
            if (!name.EndsWith(ending, StringComparison.Ordinal)) continue;
            name = name[..^ending.Length];
            break;
        }

        return name.Length == 0 ? title : title with { Text = name };
    }

    /// <summary>The name in a table's first row, for a table without a title.</summary>
    private static Field? InRow(SourceText source, int line)
    {
        var cells = new List<TableCell>();
        TableRows.Split(source.Lines[line - 1], line, cells);
        return cells.Count > 1 ? cells[1].ToField() : null;
    }

    private static bool BeginsTitle(string text)
    {
        int year = text.IndexOf('年', StringComparison.Ordinal);
        return (year is >= 4 and <= 10 && char.IsAsciiDigit(text[year - 1])) || text.StartsWith("附件", StringComparison.Ordinal) || text is ['一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十', '、', ..];
    }

    private static ReadOnlySpan<char> Bare(string line)
    {
        ReadOnlySpan<char> title = line.AsSpan().Trim().Trim("#* ").Trim();
        if (title is [.., ')' or '）'])
        {
            int open = title.LastIndexOfAny('(', '（');
            if (open > 0) title = title[..open].TrimEnd();
        }

        return title;
    }

    private static TextSpan SpanOf(SourceText source, int line)
    {
        string text = source.Lines[line - 1];
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd().TrimEnd("#* ");
        int start = text.Length - text.AsSpan().TrimStart().TrimStart("#* ").Length;
        return TextSpan.InLine(line, start, Math.Max(trimmed.Length - start, 0));
    }
}
