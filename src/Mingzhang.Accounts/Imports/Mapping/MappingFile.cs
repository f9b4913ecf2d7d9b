using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Yaml;
using Mingzhang.Accounts.Imports.Sheets;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary><c>mapping.yaml</c>: the mappings of a book, one for each kind of import (docs/books.md).</summary>
internal static class MappingFile
{
    private const string ByProjectRule = "按项目";

    private static readonly Terms<bool> AmountUnits = new((false, ["元", "yuan"]), (true, ["万元", "wan"]));

    internal static string KeyOf(ImportKind kind) => kind switch { ImportKind.Ledger => "ledger", ImportKind.Budget => "budget", _ => "opening" };

    /// <summary>The mappings that a file holds; problems go to the log.</summary>
    internal static ImmutableArray<ColumnMapping> Read(string text, string file, FileProblems log)
    {
        var mappings = ImmutableArray.CreateBuilder<ColumnMapping>();
        if (YamlFile.Read(text, file, log) is not { } root) return [];
        foreach (ImportKind kind in Enum.GetValues<ImportKind>())
        {
            if (root.Map(KeyOf(kind)) is { } fields) mappings.Add(Mapping(fields, kind));
        }

        root.Done();
        return mappings.ToImmutable();
    }

    /// <summary>The text of a file with some mappings.</summary>
    internal static string Write(IEnumerable<ColumnMapping> mappings)
    {
        var text = new StringBuilder("# 表格导入的对应关系，由 mingzhang import 生成，可以手工修改（docs/books.md）。\n");
        foreach (ColumnMapping mapping in mappings.OrderBy(m => m.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"{KeyOf(mapping.Kind)}:\n  sheet: {Quoted(mapping.Sheet)}\n  headerRow: {mapping.HeaderRow}\n  headerRows: {mapping.HeaderRows}\n  amountUnit: {AmountUnits.Write(mapping.InWan)}\n  fields:\n");
            foreach (FieldSource source in mapping.Fields) text.Append(CultureInfo.InvariantCulture, $"    {source.Field}: {{{string.Join(", ", Parts(source))}}}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Parts(FieldSource source)
    {
        switch (source.Kind)
        {
            case SourceKind.Constant:
                yield return $"value: {Quoted(source.Value)}";
                break;
            case SourceKind.ByProject:
                yield return $"rule: {ByProjectRule}";
                break;
            default:
                yield return $"column: {source.Column}";
                if (source.Heading.Length > 0) yield return $"heading: {Quoted(source.Heading)}";
                break;
        }

        if (!source.Values.IsEmpty) yield return $"values: {{{string.Join(", ", source.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{Quoted(v.Key)}: {Quoted(v.Value)}"))}}}";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static ColumnMapping Mapping(Fields fields, ImportKind kind)
    {
        var mapping = new ColumnMapping
        {
            Kind = kind, Sheet = fields.Text("sheet"), HeaderRow = Math.Max(1, fields.Count("headerRow", 1)), HeaderRows = Math.Clamp(fields.Count("headerRows", 1), 1, SheetHeader.MostRows),
            InWan = fields.Has("amountUnit") && fields.Term("amountUnit", AmountUnits),
            Fields = fields.Map("fields") is { } sources ? Sources(sources, kind) : [],
        };
        if (mapping.Fields.IsEmpty) fields.Error("import.mapping.fields", "fields", new("没有 fields", "fields is missing"), new("删去这份对应关系重新生成，或补上 fields", "delete the mapping to have it guessed again, or fill in fields"));
        fields.Done();
        return mapping;
    }

    private static ImmutableArray<FieldSource> Sources(Fields fields, ImportKind kind)
    {
        var sources = ImmutableArray.CreateBuilder<FieldSource>();
        foreach (string name in MappingFields.Names(kind))
        {
            if (fields.Map(name) is not { } source) continue;
            sources.Add(Source(source, name));
            source.Done();
        }

        fields.Done();
        return sources.ToImmutable();
    }

    private static FieldSource Source(Fields fields, string name)
    {
        string column = fields.Text("column"), heading = fields.Text("heading"), rule = fields.Text("rule");
        bool constant = fields.Has("value");
        var source = new FieldSource
        {
            Field = name, Column = column.ToUpperInvariant(), Heading = heading, Value = fields.Text("value"),
            Kind = constant ? SourceKind.Constant : rule.Length > 0 ? SourceKind.ByProject : SourceKind.Column,
            Values = fields.Texts("values", ImmutableDictionary<string, string>.Empty),
        };
        if (column.Length > 0 && Sheet.Column(column) < 0)
            fields.Error("import.mapping.column", "column", new($"“{column}”不是列号", $"\"{column}\" names no column"), new("写字母列号，如 C", "write its letters, like C"));
        if (rule.Length > 0 && (rule != ByProjectRule || name != LedgerColumns.Purpose.Name))
            fields.Error("import.mapping.rule", "rule", new($"不认识的规则“{rule}”", $"unknown rule \"{rule}\""), new($"只有支出性质可以用 rule: {ByProjectRule}", $"only 支出性质 has one: {ByProjectRule}"));
        if ((constant ? 1 : 0) + (rule.Length > 0 ? 1 : 0) + (column.Length + heading.Length > 0 ? 1 : 0) != 1)
            fields.Error("import.mapping.source", "column", new("应写明 column（或 heading）、value、rule 三者之一", "it takes one of column (or heading), value and rule"), new("只保留一种来源", "keep one of them"));
        return source;
    }
}
