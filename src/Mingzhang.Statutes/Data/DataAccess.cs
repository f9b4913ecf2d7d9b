using System.Collections.Immutable;
using System.Globalization;

namespace Mingzhang.Statutes.Data;

/// <summary>Typed access to nodes; what does not fit is an error at its place.</summary>
internal static class DataAccess
{
    internal static DataMap AsMap(this DataNode node, string what) =>
        node as DataMap ?? throw node.Error($"{what}：应是映射，不能是{node.Kind.Zh}", $"{what}: a mapping was expected, not {node.Kind.En}");

    internal static DataList AsList(this DataNode node, string what) =>
        node as DataList ?? throw node.Error($"{what}：应是列表，不能是{node.Kind.Zh}", $"{what}: a list was expected, not {node.Kind.En}");

    internal static DataText AsText(this DataNode node, string what) =>
        node is DataText { IsNull: false } text ? text : throw node.Error($"{what}：应是文字，不能是{node.Kind.Zh}", $"{what}: a text was expected, not {node.Kind.En}");

    /// <summary>Refuses keys that nothing reads: a misspelt key would be silently without effect.</summary>
    internal static DataMap Only(this DataMap map, params ReadOnlySpan<string> keys)
    {
        foreach (DataEntry entry in map.Entries)
        {
            if (!keys.Contains(entry.Key.Value)) throw entry.Key.Error($"未知的键“{entry.Key.Value}”，应为 {string.Join("、", keys)} 之一", $"unknown key \"{entry.Key.Value}\"; expected one of {string.Join(", ", keys)}");
        }

        return map;
    }

    internal static DataNode Need(this DataMap map, string key) =>
        map.Find(key) ?? throw map.Error($"缺少键“{key}”", $"the key \"{key}\" is missing");

    internal static string Text(this DataMap map, string key) => map.Need(key).AsText(key).Value;

    internal static string Text(this DataMap map, string key, string otherwise) =>
        map.Find(key) is { } node ? node.AsText(key).Value : otherwise;

    internal static bool Flag(this DataMap map, string key, bool otherwise)
    {
        if (map.Find(key) is not { } node) return otherwise;
        return node.AsText(key).Value switch
        {
            "true" => true,
            "false" => false,
            string other => throw node.Error($"{key}：应为 true 或 false，不能是“{other}”", $"{key}: true or false was expected, not \"{other}\""),
        };
    }

    internal static decimal Number(this DataMap map, string key)
    {
        DataText text = map.Need(key).AsText(key);
        return decimal.TryParse(text.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw text.Error($"{key}：应是数字，不能是“{text.Value}”", $"{key}: a number was expected, not \"{text.Value}\"");
    }

    internal static int Whole(this DataNode node, string what)
    {
        DataText text = node.AsText(what);
        return int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw text.Error($"{what}：应是整数，不能是“{text.Value}”", $"{what}: a whole number was expected, not \"{text.Value}\"");
    }

    /// <summary>A list of texts; a single text counts as a list of one, nothing as an empty list.</summary>
    internal static ImmutableArray<string> Texts(this DataMap map, string key) => map.Find(key) switch
    {
        null => [],
        DataText text => [text.AsText(key).Value],
        DataNode node => [.. node.AsList(key).Items.Select(item => item.AsText(key).Value)],
    };
}
