using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mingzhang.Statutes.Data;

/// <summary>
/// Reads YAML by the library's event parser, without object mapping: half of the cold start of a command that reads one document
/// would go into reflection otherwise. Anchors are refused, for a few lines of them can stand for gigabytes.
/// </summary>
internal static class DataReader
{
    private const int MaxDepth = 16;

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="StatuteException">It is not YAML, or uses what these files do not need.</exception>
    internal static DataNode Read(string file, TextReader text)
    {
        var parser = new Parser(text);
        try
        {
            Expect<StreamStart>(parser, file);
            if (!parser.MoveNext() || parser.Current is StreamEnd) throw new StatuteException(file, 0, 0, "文件是空的", "the file is empty");
            Expect<DocumentStart>(parser.Current, file);
            parser.MoveNext();
            DataNode root = Node(parser, file, 0);
            parser.MoveNext();
            if (parser.Current is DocumentEnd) parser.MoveNext();
            if (parser.Current is not StreamEnd) throw new StatuteException(file, (int)parser.Current!.Start.Line, 0, "文件含有多个 YAML 文档", "the file holds more than one document");
            return root;
        }
        catch (YamlException error)
        {
            throw new StatuteException(file, (int)error.Start.Line, (int)error.Start.Column, $"不是有效的 YAML：{error.Message}", $"not valid YAML: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // The library's scanner throws this for some texts (a colon and a tab in a plain value), after the last piece that it could read.
            Mark at = parser.Current?.End ?? Mark.Empty;
            throw new StatuteException(file, (int)at.Line, (int)at.Column, "此处之后不是有效的 YAML", "not valid YAML after this place");
        }
    }

    private static DataNode Node(Parser parser, string file, int depth)
    {
        ParsingEvent at = parser.Current!;
        int line = (int)at.Start.Line, column = (int)at.Start.Column;
        if (depth > MaxDepth) throw new StatuteException(file, line, column, $"嵌套超过 {MaxDepth} 层", $"nested more than {MaxDepth} deep");
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false }) throw new StatuteException(file, line, column, "不支持锚点和别名", "anchors and aliases are not supported");
        return at switch
        {
            Scalar scalar => Text(scalar, file, line, column),
            SequenceStart start => List(parser, start, file, depth),
            MappingStart start => Map(parser, start, file, depth),
            _ => throw new StatuteException(file, line, column, "此处应有一个值", "a value was expected"),
        };
    }

    private static DataText Text(Scalar scalar, string file, int line, int column)
    {
        bool plain = scalar.Style == ScalarStyle.Plain;
        int inside = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        return new DataText(file, line, column + inside, scalar.Value, plain && scalar.Value is "~" or "null" or "") { IsBlock = scalar.Style == ScalarStyle.Literal };
    }

    private static DataList List(Parser parser, SequenceStart start, string file, int depth)
    {
        var items = new List<DataNode>();
        for (parser.MoveNext(); parser.Current is not SequenceEnd; parser.MoveNext()) items.Add(Node(parser, file, depth + 1));
        return new DataList(file, (int)start.Start.Line, (int)start.Start.Column, items) { Replaces = Replaces(start, file) };
    }

    private static DataMap Map(Parser parser, MappingStart start, string file, int depth)
    {
        var entries = new List<DataEntry>();
        var seen = new HashSet<string>();
        for (parser.MoveNext(); parser.Current is not MappingEnd; parser.MoveNext())
        {
            if (Node(parser, file, depth + 1) is not DataText key)
                throw new StatuteException(file, (int)parser.Current!.Start.Line, (int)parser.Current.Start.Column, "键应是文字，不能是列表或映射", "a key is a text, not a list or a mapping");
            if (!seen.Add(key.Value)) throw key.Error($"键“{key.Value}”重复", $"the key \"{key.Value}\" occurs twice");
            parser.MoveNext();
            entries.Add(new DataEntry(key, Node(parser, file, depth + 1)));
        }

        return new DataMap(file, (int)start.Start.Line, (int)start.Start.Column, entries) { Replaces = Replaces(start, file) };
    }

    private static bool Replaces(NodeEvent at, string file)
    {
        if (at.Tag.IsEmpty) return false;
        if (at.Tag.Value == "!replace") return true;
        throw new StatuteException(file, (int)at.Start.Line, (int)at.Start.Column, $"未知标记 {at.Tag.Value}；这里只有 !replace 有意义", $"unknown tag {at.Tag.Value}; only !replace has a meaning here");
    }

    private static void Expect<T>(Parser parser, string file)
        where T : ParsingEvent
    {
        if (!parser.MoveNext()) throw new StatuteException(file, 0, 0, "文件是空的", "the file is empty");
        Expect<T>(parser.Current, file);
    }

    private static void Expect<T>(ParsingEvent? at, string file)
        where T : ParsingEvent
    {
        if (at is not T) throw new StatuteException(file, (int)(at?.Start.Line ?? 0), 0, "不是 YAML 文档", "not a YAML document");
    }
}
