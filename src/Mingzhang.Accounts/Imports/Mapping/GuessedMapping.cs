using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>Makes a mapping of a guessed header: settles what excludes each other, and fills in what the sheet says outside its columns.</summary>
internal static class GuessedMapping
{
    internal static ColumnMapping Of(HeaderGuess guess, ImportKind kind, ImportContext context, string file)
    {
        var fields = guess.Chosen.ToDictionary(c => c.Field.Name, c => Column(c, guess));
        Settle(fields, LedgerColumns.Date.Name, FieldWords.Month, FieldWords.Day);
        if (fields.ContainsKey(FieldWords.Debit) && fields.ContainsKey(FieldWords.Credit))
        {
            fields.Remove(LedgerColumns.Amount.Name);
            fields.Remove(FieldWords.Side);
        }
        else if (fields.ContainsKey(LedgerColumns.Amount.Name))
        {
            fields.Remove(FieldWords.Debit);
            fields.Remove(FieldWords.Credit);
        }

        string above = Above(guess) + file;
        if (!fields.ContainsKey(LedgerColumns.Unit.Name) && context.Department.Units is [BudgetUnit only])
            Add(fields, Constant(LedgerColumns.Unit.Name, only.Code, Confidence.High, new("部门只有一个单位", "the department has one unit")));
        BudgetUnit[] named = [.. context.Department.Units.Where(u => above.Contains(Widths.Narrow(u.Name), StringComparison.Ordinal))];
        if (!fields.ContainsKey(LedgerColumns.Unit.Name) && named is [BudgetUnit one])
            Add(fields, Constant(LedgerColumns.Unit.Name, one.Code, Confidence.Medium, new($"标题中有“{one.Name}”", $"\"{one.Name}\" stands in the title")));
        if (!fields.ContainsKey(LedgerColumns.Fund.Name) && FundIn(above) is { } fund)
            Add(fields, Constant(LedgerColumns.Fund.Name, fund, Confidence.Medium, new($"表名或标题中有“{fund}”", $"\"{fund}\" stands in the title")));
        if (kind != ImportKind.Opening && !fields.ContainsKey(LedgerColumns.Purpose.Name))
            Add(fields, new FieldSource { Field = LedgerColumns.Purpose.Name, Kind = SourceKind.ByProject, Confidence = Confidence.Medium, Why = new("没有支出性质列：有项目的为项目支出，其余为基本支出", "there is no such column: rows with a project are 项目支出, the others 基本支出") });
        string heading = fields.TryGetValue(LedgerColumns.Amount.Name, out FieldSource? amount) ? amount.Heading : "";
        if (kind == ImportKind.Budget && !fields.ContainsKey(BudgetColumns.Kind.Name) && OneOf(heading, above, "年初", "追加", "调减", "调剂", "结转") is { } budgetKind)
            Add(fields, Constant(BudgetColumns.Kind.Name, budgetKind, Confidence.Medium, new($"金额的表头或标题中有“{budgetKind}”", $"\"{budgetKind}\" stands in the heading or title")));
        if (kind == ImportKind.Opening && !fields.ContainsKey(OpeningColumns.Kind.Name) && OneOf(heading, "", "结转", "结余") is { } openingKind)
            Add(fields, Constant(OpeningColumns.Kind.Name, openingKind, Confidence.Medium, new($"金额的表头中有“{openingKind}”", $"\"{openingKind}\" stands in the heading")));
        return new ColumnMapping
        {
            Kind = kind, Sheet = guess.Sheet.Name, HeaderRow = guess.Row + 1, HeaderRows = guess.Rows, InWan = IsWan(guess, heading),
            Fields = [.. MappingFields.Names(kind).Where(fields.ContainsKey).Select(name => fields[name])],
        };
    }

    private static FieldSource Column(Candidate candidate, HeaderGuess guess) => new()
    {
        Field = candidate.Field.Name, Column = Sheet.Letters(candidate.Column), Heading = guess.Headings[candidate.Column], Confidence = candidate.Confidence, Why = candidate.Why,
    };

    private static FieldSource Constant(string field, string value, Confidence confidence, Text why) =>
        new() { Field = field, Kind = SourceKind.Constant, Value = value, Confidence = confidence, Why = why };

    private static void Add(Dictionary<string, FieldSource> fields, FieldSource source) => fields[source.Field] = source;

    private static void Settle(Dictionary<string, FieldSource> fields, string whole, string first, string second)
    {
        if (!fields.ContainsKey(whole) && fields.ContainsKey(first) && fields.ContainsKey(second)) return;
        fields.Remove(first);
        fields.Remove(second);
    }

    private static string Above(HeaderGuess guess) =>
        guess.Sheet.Name + string.Concat(guess.Sheet.Rows.Take(guess.Row).SelectMany(r => r).Where(c => c.Value is string).Select(c => c.Word + "\n"));

    private static bool IsWan(HeaderGuess guess, string heading) =>
        heading.Contains("万元", StringComparison.Ordinal) || guess.Headings.Any(h => h.Contains("万元", StringComparison.Ordinal)) || Above(guess).Contains("万元", StringComparison.Ordinal);

    private static string? FundIn(string text)
    {
        string[] found = [.. Enum.GetValues<Fund>().Select(BookTerms.Funds.Write).Where(f => text.Contains(f, StringComparison.Ordinal))];
        return found.Length == 1 ? found[0] : null;
    }

    private static string? OneOf(string heading, string title, params ReadOnlySpan<string> words)
    {
        string[] all = words.ToArray();
        foreach (string text in (string[])[heading, title])
        {
            string[] found = [.. all.Where(w => text.Contains(w, StringComparison.Ordinal))];
            if (found.Length == 1) return found[0];
        }

        return null;
    }
}
