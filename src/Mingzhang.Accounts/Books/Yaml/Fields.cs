using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Core.Figures;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>
/// A mapping of a YAML file, read key by key. What is wrong goes to the log with line and column; a value is then returned that only
/// keeps the reading going. <see cref="Done"/> reports the keys that nothing asked for.
/// </summary>
internal sealed class Fields(DataMap map, string path, FileProblems log)
{
    private readonly HashSet<string> _asked = [];

    /// <summary>Where the mapping begins.</summary>
    internal FileLine Line => new(map.Line, log.File);

    /// <summary>Where the value of a key stands; the mapping's line where it is not given.</summary>
    internal FileLine LineOf(string key) => new((map.Find(key) ?? map).Line, log.File);

    /// <summary>Whether a key is given.</summary>
    internal bool Has(string key) => Find(key) is not null;

    /// <summary>A text that must be given and not empty.</summary>
    internal string Need(string key)
    {
        string text = Text(key);
        if (text.Length == 0 && Find(key) is null or DataText)
            Error("book.yaml.missing", Find(key) ?? map, key, new($"缺少 {Name(key)}", $"{Name(key)} is missing"), new($"填写 {Name(key)}", $"fill in {Name(key)}"));
        return text;
    }

    /// <summary>A text; empty if it is not given.</summary>
    internal string Text(string key)
    {
        switch (Find(key))
        {
            case null or DataText { IsNull: true }: return "";
            case DataText text: return text.Value.Trim();
            case DataNode other:
                Wrong(other, key, new("文字", "a text"));
                return "";
        }
    }

    /// <summary>A whole number from 0; <paramref name="otherwise"/> if it is not given.</summary>
    internal int Count(string key, int otherwise = 0)
    {
        string text = Widths.Narrow(Text(key));
        if (text.Length == 0) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return count;
        Wrong(Find(key)!, key, new("不小于 0 的整数", "a whole number from 0"));
        return otherwise;
    }

    /// <summary>A number from 0 (points); null if it is not given.</summary>
    internal decimal? Number(string key)
    {
        string text = Text(key);
        if (text.Length == 0) return null;
        if (Printed.TryParse(text, out Printed figure) && figure is { Value: >= 0, Decimals: <= 4 }) return figure.Value;
        Wrong(Find(key)!, key, new("不小于 0 的数字", "a number from 0"));
        return null;
    }

    /// <summary>An amount in 元, not negative; null if it is not given.</summary>
    internal Amount? Amount(string key) => Find(key) is { } node && Text(key).Length > 0 ? AmountOf(node, key) : null;

    /// <summary>An amount that must be given.</summary>
    internal Amount NeedAmount(string key)
    {
        Need(key);
        return Amount(key) ?? Core.Figures.Amount.Zero;
    }

    /// <summary>A day; null if it is not given.</summary>
    internal DateOnly? Date(string key)
    {
        string text = Text(key);
        if (text.Length == 0) return null;
        if (DateText.TryRead(text, out DateOnly date)) return date;
        Wrong(Find(key)!, key, new("日期，如 2024-09-20", "a date like 2024-09-20"));
        return null;
    }

    /// <summary>Yes or no (<c>true</c>, <c>false</c>, <c>是</c>, <c>否</c>).</summary>
    internal bool Flag(string key)
    {
        switch (Text(key))
        {
            case "true" or "是": return true;
            case "" or "false" or "否": return false;
            default:
                Wrong(Find(key)!, key, new("是或否", "true or false"));
                return false;
        }
    }

    /// <summary>One of a few words; must be given.</summary>
    internal T Term<T>(string key, Terms<T> terms)
        where T : struct
    {
        string text = Need(key);
        if (text.Length == 0) return default;
        if (!terms.TryRead(text, out T value)) Wrong(Find(key)!, key, new($"{terms.Choices} 之一", $"one of {terms.Choices}"));
        return value;
    }

    /// <summary>The mapping at a key; null if it is not given.</summary>
    internal Fields? Map(string key)
    {
        if (Find(key) is not { } node || node is DataText { IsNull: true }) return null;
        if (node is DataMap inner) return new Fields(inner, Name(key), log);
        Wrong(node, key, new("“键: 值”的映射", "a mapping"));
        return null;
    }

    /// <summary>The mappings listed at a key; none if it is not given.</summary>
    internal List<Fields> Maps(string key)
    {
        var maps = new List<Fields>();
        foreach ((DataNode node, int index) in Items(key).Select((node, index) => (node, index)))
        {
            if (node is DataMap inner) maps.Add(new Fields(inner, $"{Name(key)}[{index + 1}]", log));
            else Wrong(node, $"{key}[{index + 1}]", new("“键: 值”的映射", "a mapping"));
        }

        return maps;
    }

    /// <summary>The texts listed at a key; a single text counts as a list of one.</summary>
    internal ImmutableArray<string> Texts(string key)
    {
        if (Find(key) is DataText { IsNull: false } one) return [one.Value.Trim()];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (DataNode node in Items(key))
        {
            if (node is DataText { IsNull: false } text) texts.Add(text.Value.Trim());
            else Wrong(node, key, new("文字的列表", "a list of texts"));
        }

        return texts.ToImmutable();
    }

    /// <summary>The texts by name at a key.</summary>
    internal ImmutableDictionary<string, string> Texts(string key, ImmutableDictionary<string, string> otherwise) =>
        Map(key) is not { } inner ? otherwise : inner.Keys().ToImmutableDictionary(name => name, inner.Text);

    /// <summary>The amounts by name at a key, in the order of the file.</summary>
    internal ImmutableArray<AmountOf> Amounts(string key) => Map(key) is not { } inner ? [] : [.. inner.Keys().Select(name => new AmountOf(name, inner.NeedAmount(name)))];

    /// <summary>The counts by name at a key, in the order of the file.</summary>
    internal ImmutableArray<CountOf> Counts(string key) => Map(key) is not { } inner ? [] : [.. inner.Keys().Select(name => new CountOf(name, inner.Count(name)) { Line = inner.LineOf(name) })];

    /// <summary>Reports the keys that nothing has asked for: a misspelt key would be silently without effect.</summary>
    internal void Done()
    {
        foreach (DataEntry entry in map.Entries)
        {
            string key = entry.Key.Value;
            if (_asked.Contains(key)) continue;
            Core.Findings.Text question = Nearest.Question(key, _asked);
            Error("book.yaml.unknown-key", entry.Key, key, new($"不认识的键“{key}”{question.Zh}", $"unknown key \"{key}\"{question.En}"),
                new($"可用的键：{string.Join('、', _asked)}", $"keys: {string.Join(", ", _asked)}"));
        }
    }

    /// <summary>A problem with the value of a key.</summary>
    internal void Error(string id, string key, Core.Findings.Text message, Core.Findings.Text remedy) => Error(id, Find(key) ?? map, key, message, remedy);

    /// <summary>A doubt about the value of a key.</summary>
    internal void Warn(string id, string key, Core.Findings.Text message, Core.Findings.Text remedy)
    {
        DataNode node = Find(key) ?? map;
        log.Warning(id, node.Line, Name(key), Place.At(message, node.Column), remedy);
    }

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private IEnumerable<string> Keys() => map.Entries.Select(e => e.Key.Value);

    private DataNode? Find(string key)
    {
        _asked.Add(key);
        return map.Find(key);
    }

    private List<DataNode> Items(string key)
    {
        switch (Find(key))
        {
            case null or DataText { IsNull: true }: return [];
            case DataList list: return list.Items;
            case DataNode other:
                Wrong(other, key, new("列表", "a list"));
                return [];
        }
    }

    private Amount? AmountOf(DataNode node, string key)
    {
        string text = Text(key);
        if (!AmountText.TryRead(text, out Amount amount))
        {
            (Core.Findings.Text message, Core.Findings.Text remedy) = AmountText.WhyNot(text);
            Error("book.value.amount", node, key, message, remedy);
            return null;
        }

        if (amount >= Core.Figures.Amount.Zero) return amount;
        Error("book.value.negative", node, key, new($"{Name(key)} 是负数", $"{Name(key)} is negative"), new("这里的金额不能为负", "it cannot be negative here"));
        return null;
    }

    private void Wrong(DataNode node, string key, Core.Findings.Text expected) =>
        Error("book.yaml.type", node, key, new($"{Name(key)} 应是{expected.Zh}，不能是{node.Kind.Zh}", $"{Name(key)}: {expected.En} was expected, not {node.Kind.En}"),
            new($"改为{expected.Zh}", $"make it {expected.En}"));

    private void Error(string id, DataNode node, string key, Core.Findings.Text message, Core.Findings.Text remedy) =>
        log.Error(id, node.Line, Name(key), Place.At(message, node.Column), remedy);
}
