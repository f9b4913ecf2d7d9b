using Mingzhang.Core.Findings;

namespace Mingzhang.Statutes.Data;

/// <summary>A piece of a YAML file with its place, so that every error can name it.</summary>
internal abstract class DataNode(string file, int line, int column)
{
    internal string File { get; } = file;

    internal int Line { get; } = line;

    internal int Column { get; } = column;

    /// <summary>Tagged <c>!replace</c>: it takes the place of what an earlier edition has, instead of being merged into it.</summary>
    internal bool Replaces { get; init; }

    internal abstract Text Kind { get; }

    internal StatuteException Error(string zh, string en) => new(File, Line, Column, zh, en);

    internal StatuteException Error(Text problem, int offset) => new(File, Line, Column + offset, problem.Zh, problem.En);
}

/// <summary>A scalar; <see cref="IsNull"/> for <c>~</c>, which removes what an earlier edition has.</summary>
internal sealed class DataText(string file, int line, int column, string value, bool isNull) : DataNode(file, line, column)
{
    internal string Value { get; } = value;

    /// <summary>Written as a block (<c>|</c>): its first line stands in the line below.</summary>
    internal bool IsBlock { get; init; }

    internal bool IsNull { get; } = isNull;

    internal override Text Kind => IsNull ? new("空值", "nothing") : new($"“{Value}”", $"\"{Value}\"");
}

/// <summary>A sequence.</summary>
internal sealed class DataList(string file, int line, int column, List<DataNode> items) : DataNode(file, line, column)
{
    internal List<DataNode> Items { get; } = items;

    internal override Text Kind => new("列表", "a list");
}

/// <summary>A mapping; the order of its keys is kept.</summary>
internal sealed class DataMap(string file, int line, int column, List<DataEntry> entries) : DataNode(file, line, column)
{
    internal List<DataEntry> Entries { get; } = entries;

    internal override Text Kind => new("映射", "a mapping");

    internal DataNode? Find(string key)
    {
        foreach (DataEntry entry in Entries)
        {
            if (entry.Key.Value == key) return entry.Value;
        }

        return null;
    }
}

/// <summary>A key of a mapping with its value.</summary>
internal readonly record struct DataEntry(DataText Key, DataNode Value);
