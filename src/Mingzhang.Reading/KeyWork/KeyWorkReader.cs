using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Evaluations;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.KeyWork;

/// <summary>Reads the table of key work (序号, 重要事项, 工作内容及目标, 完成情况) of part four, over all its pages.</summary>
internal static class KeyWorkReader
{
    private const string Topic = "keyWork";

    /// <summary>The rows in order, number and matter filled down; empty if the part has no such table.</summary>
    public static ImmutableArray<KeyWorkRow> Read(SourceText text, Outline outline)
    {
        Section? part = outline.Topic(Topic);
        int first = part?.FirstLine ?? outline.BodyLine, last = part?.LastLine ?? text.Lines.Length;
        var cells = new List<TableCell>();
        for (int line = Math.Max(first, 1); line <= last; line++)
        {
            if (!text.Lines[line - 1].Contains("完成情况", StringComparison.Ordinal)) continue;
            if (TableRows.Split(text.Lines[line - 1], line, cells) && KeyWorkTable.Header(cells) is { } columns) return new KeyWorkTable(text, columns).Read(line, PartEnd(text, line, last));
            if (SpacedKeyWork.IsHeader(text.Lines[line - 1])) return SpacedKeyWork.Read(text, line, PartEnd(text, line, last));
        }

        return [];
    }

    /// <summary>The last line before the next part (第五部分), should the outline have missed it, or before the next sheet.</summary>
    private static int PartEnd(SourceText text, int from, int last)
    {
        foreach (int next in text.Breaks)
        {
            if (next > from && next <= last) last = next - 1;
        }

        for (int line = from; line <= last; line++)
        {
            ReadOnlySpan<char> content = text.Lines[line - 1].AsSpan().Trim("# *\t");
            if (content is ['第', _, '部', '分', ..]) return line - 1;
        }

        return last;
    }
}
