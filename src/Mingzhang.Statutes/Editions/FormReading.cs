using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Forms;
using Mingzhang.Statutes.Accounts;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Editions;

/// <summary>Form files (docs/forms.md), without their relations, which need every form of the edition.</summary>
internal static class FormReading
{
    private const int MaxLine = 999;

    internal static FormDefinition Read(DataMap map)
    {
        map.Only("form", "subject", "title", "otherTitles", "shape", "lineNumbers", "mayBeEmpty", "source", "columns", "texts", "sides", "codes", "relations", "notes", "emptyNote", "head");
        FormShape shape = Shape(map.Need("shape").AsText("shape"));
        ImmutableArray<FormColumn> columns = [.. map.Need("columns").AsMap("columns").Entries.Select(Column)];
        if (shape != FormShape.Lines && map.Find("sides") is { } sides) throw sides.Error("只有 shape 为 lines 的表有 sides", "only a form of shape lines has sides");
        if (shape != FormShape.EconomicBlocks && map.Find("codes") is { } codes) throw codes.Error("只有 shape 为 economic 的表有 codes", "only a form of shape economic has codes");
        if (shape != FormShape.Register && map.Find("texts") is { } texts) throw texts.Error("只有 shape 为 register 的表有 texts", "only a form of shape register has texts");
        return new FormDefinition
        {
            Id = map.Text("form"),
            Title = map.Text("title"),
            OtherTitles = map.Texts("otherTitles"),
            Shape = shape,
            Subject = map.Text("subject", ""),
            PrintsLineNumbers = map.Flag("lineNumbers", otherwise: true),
            MayBeEmpty = map.Flag("mayBeEmpty", otherwise: false),
            Head = map.Find("head") is { } head ? Head(head.AsMap("head")) : FormHead.None,
            Columns = columns,
            Texts = shape == FormShape.Register ? [.. map.Need("texts").AsMap("texts").Entries.Select(TextColumn)] : [],
            Notes = map.Texts("notes"),
            EmptyNote = map.Text("emptyNote", otherwise: ""),
            Sides = shape == FormShape.Lines ? [.. map.Need("sides").AsMap("sides").Entries.Select(Side)] : [],
            Lines = shape == FormShape.Lines ? Lines(map.Need("sides").AsMap("sides"), columns) : [],
            Codes = shape == FormShape.EconomicBlocks ? [.. map.Need("codes").AsMap("codes").Entries.Select(Code)] : [],
        };
    }

    private static FormShape Shape(DataText text) => text.Value switch
    {
        "lines" => FormShape.Lines,
        "functional" => FormShape.FunctionalCodes,
        "economic" => FormShape.EconomicBlocks,
        "singleRow" => FormShape.SingleRow,
        "economicCodes" => FormShape.EconomicCodes,
        "register" => FormShape.Register,
        _ => throw text.Error($"未知的 shape“{text.Value}”，应为 lines、functional、economic、economicCodes、singleRow 或 register", $"unknown shape \"{text.Value}\"; expected lines, functional, economic, economicCodes, singleRow or register"),
    };

    private static FormColumn Column(DataEntry entry)
    {
        DataMap map = entry.Value.AsMap($"栏 {entry.Key.Value}").Only("captions", "other", "fill");
        entry.Key.Whole("栏次 (column number)");
        return new FormColumn(entry.Key.Value, map.Texts("captions"), map.Texts("other")) { Fill = FillWords.Read(map) };
    }

    private static FormText TextColumn(DataEntry entry)
    {
        DataMap map = entry.Value.AsMap(entry.Key.Value).Only("caption", "other", "level");
        return new FormText(entry.Key.Value, map.Text("caption"), map.Texts("other"), map.Find("level")?.Whole("level") ?? 0);
    }

    private static FormHead Head(DataMap map)
    {
        map.Only("item", "line", "code", "levels", "name", "numbers", "blocks");
        return new FormHead(map.Text("item", ""), map.Text("line", ""), map.Text("code", ""), map.Texts("levels"), map.Text("name", ""), map.Text("numbers", ""), map.Texts("blocks"));
    }

    private static FormSide Side(DataEntry entry)
    {
        DataMap map = entry.Value.AsMap($"side {entry.Key.Value}");
        return new FormSide(map.Texts("columns"), map.Find("ordinals")?.Whole("ordinals") ?? 0);
    }

    private static ImmutableArray<FormLine> Lines(DataMap sides, ImmutableArray<FormColumn> columns)
    {
        var lines = new FormLine?[MaxLine + 1];
        foreach (DataEntry side in sides.Entries)
        {
            DataMap map = side.Value.AsMap($"side {side.Key.Value}").Only("columns", "ordinals", "lines");
            ImmutableArray<string> held = map.Texts("columns");
            foreach (string column in held)
            {
                if (!columns.Any(c => c.Number == column)) throw map.Need("columns").Error($"本表没有第 {column} 栏", $"the form has no column {column}");
            }

            foreach (DataEntry entry in map.Need("lines").AsMap("lines").Entries)
            {
                (int first, int last) = Numbers(entry.Key);
                for (int number = first; number <= last; number++)
                {
                    if (lines[number] is not null) throw entry.Key.Error($"第 {number} 行重复定义", $"line {number} is defined twice");
                    lines[number] = Line(number, entry.Value, held);
                }
            }
        }

        return [.. lines.OfType<FormLine>()];
    }

    /// <summary><c>27</c>, or <c>9-26</c> for lines left blank.</summary>
    private static (int First, int Last) Numbers(DataText key)
    {
        int dash = key.Value.IndexOf('-', StringComparison.Ordinal);
        ReadOnlySpan<char> first = dash < 0 ? key.Value : key.Value.AsSpan(0, dash), last = dash < 0 ? key.Value : key.Value.AsSpan(dash + 1);
        if (!int.TryParse(first, out int from) || !int.TryParse(last, out int to) || from < 1 || to < from || to > MaxLine)
            throw key.Error($"应是行次（27）或行次范围（9-26），不能是“{key.Value}”", $"a line number (27) or a range of them (9-26) was expected, not \"{key.Value}\"");
        return (from, to);
    }

    private static FormLine Line(int number, DataNode node, ImmutableArray<string> columns)
    {
        string name = number.ToString(CultureInfo.InvariantCulture);
        if (node is DataText caption) return new FormLine(name, caption.Value, columns, OtherCaptions: []);
        DataMap map = node.AsMap($"行 {name}").Only("caption", "group", "class", "other", "fill");
        return new FormLine(name, map.Text("caption"), columns, map.Find("class")?.AsText("class").Value, map.Texts("other")) { Fill = FillWords.Read(map), Group = map.Text("group", otherwise: "") };
    }

    private static FormCode Code(DataEntry entry)
    {
        DataMap map = entry.Value.AsMap(entry.Key.Value).Only("caption", "block", "otherCodes", "optional");
        return new FormCode(entry.Key.Value, map.Text("caption", otherwise: entry.Key.Value), map.Need("block").Whole("block"), map.Texts("otherCodes"))
        {
            Optional = map.Flag("optional", otherwise: false),
        };
    }
}
