using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Books.Prior;

/// <summary>Reads <c>prior.json</c>: last year's disclosure as <c>mingzhang read --format json</c> and <c>mingzhang build</c> write it.</summary>
internal static class PriorFile
{
    internal const string Name = "prior.json";
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };
    private static readonly Core.Findings.Text Remake = new("用 mingzhang read --format json 从上年公开文档重新生成", "make it again from last year's document with mingzhang read --format json");

    /// <summary>The prior year; null with problems in the log if it cannot be used.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="year">The book's year; null if it could not be read.</param>
    /// <param name="names">The department's name and former names; the file must be of one of them.</param>
    /// <param name="log">Where problems go.</param>
    internal static PriorYear? Read(byte[] utf8, FiscalYear? year, ImmutableArray<string> names, FileProblems log)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8, Options);
            return Read(json.RootElement, year, names, log);
        }
        catch (JsonException error)
        {
            log.Error("book.prior.syntax", (int)(error.LineNumber ?? -1) + 1, "", new($"不是有效的 JSON（{error.Message}）", $"not valid JSON ({error.Message})"), Remake);
            return null;
        }
    }

    private static PriorYear? Read(JsonElement root, FiscalYear? year, ImmutableArray<string> names, FileProblems log)
    {
        if (Member(root, "document") is not { ValueKind: JsonValueKind.Object } document || Member(root, "statements") is not { ValueKind: JsonValueKind.Array } statements)
        {
            log.Error("book.prior.shape", 0, "document", new("没有 document 和 statements，不是一份文档的数据", "it has no document and statements: it is not the data of one document"), Remake);
            return null;
        }

        if (Text(document, "kind") is not "finalAccounts" and var kind)
            log.Error("book.prior.kind", 0, "document.kind", new($"不是部门决算（kind 为“{kind}”）", $"no final accounts (kind is \"{kind}\")"), new("提供上年部门决算的数据", "give last year's final accounts"));
        FiscalYear? own = Year(document, year, log);
        CheckUnit(document, names, log);
        CheckAmountUnit(Text(document, "amountUnit"), "document.amountUnit", log);
        var cells = ImmutableDictionary.CreateBuilder<Address, Printed>();
        var partial = ImmutableHashSet.CreateBuilder<string>();
        foreach (JsonElement statement in statements.EnumerateArray())
        {
            Take(statement, cells, log);
            if (IsPartial(statement)) partial.Add(Text(statement, "form"));
        }

        if (cells.Count == 0 && !log.HasErrors)
            log.Error("book.prior.empty", 0, "statements", new("没有任何数字", "it has no figure"), Remake);
        return own is { } of && !log.HasErrors ? new PriorYear(of, cells.ToImmutable(), EditionYear(document, of)) { PartialForms = partial.ToImmutable() } : null;
    }

    private static FiscalYear? Year(JsonElement document, FiscalYear? year, FileProblems log)
    {
        if (Member(document, "year") is not { ValueKind: JsonValueKind.Number } given || !given.TryGetInt32(out int own) || !FiscalYear.IsPlausible(own))
        {
            log.Error("book.prior.year", 0, "document.year", new("没有年度", "the year is missing"), Remake);
            return null;
        }

        if (year is { } of && of.Previous.Value != own)
            log.Error("book.prior.year", 0, "document.year", new($"是 {own} 年度的数据，应为 {of.Previous} 年度", $"it is of {own}, not of {of.Previous}"), new($"提供 {of.Previous} 年度的决算数据", $"give the final accounts of {of.Previous}"));
        return new FiscalYear(own);
    }

    private static void CheckUnit(JsonElement document, ImmutableArray<string> names, FileProblems log)
    {
        string unit = Text(document, "unit");
        if (names.IsEmpty || names.Contains(unit)) return;
        log.Error("book.prior.unit", 0, "document.unit", new($"是“{unit}”的数据，不是“{names[0]}”的", $"it is of \"{unit}\", not of \"{names[0]}\""),
            new("提供本部门上年的数据；部门改名的，在 unit.yaml 的 formerNames 中写上原名", "give this department's data; if it was renamed, list the old name in unit.yaml under formerNames"));
    }

    private static void CheckAmountUnit(string unit, string place, FileProblems log)
    {
        if (unit is not ("" or "万元"))
            log.Error("book.prior.amount-unit", 0, place, new($"金额单位是“{unit}”，应为万元", $"its amounts are in \"{unit}\", not in 万元"), new("换用以万元为单位的数据", "give data in 万元"));
    }

    private static void Take(JsonElement statement, ImmutableDictionary<Address, Printed>.Builder cells, FileProblems log)
    {
        string form = Text(statement, "form");
        CheckAmountUnit(Text(statement, "amountUnit"), $"{form}.amountUnit", log);
        if (IsPartial(statement))
            log.Warning("book.prior.unread", 0, form, new($"上年第 {form} 表没有全部读出", $"last year's form {form} was not read in full"), new("核对并补全其中的数字", "check it and add its figures"));
        if (Member(statement, "rows") is not { ValueKind: JsonValueKind.Array } rows) return;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            string key = Text(row, "key");
            if (Member(row, "cells") is not { ValueKind: JsonValueKind.Object } figures || form.Length == 0 || key.Length == 0)
            {
                log.Error("book.prior.shape", 0, form, new("有一行没有 key 或 cells", "a row has no key or no cells"), Remake);
                continue;
            }

            foreach (JsonProperty cell in figures.EnumerateObject()) Take(new Address(form, key, cell.Name), cell.Value, cells, log);
        }
    }

    private static bool IsPartial(JsonElement statement) => Text(statement, "state") is "unread" or "partial";

    private static void Take(Address address, JsonElement value, ImmutableDictionary<Address, Printed>.Builder cells, FileProblems log)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        if (!Printed.TryParse(text, out Printed figure))
            log.Warning("book.prior.figure", 0, address.ToString(), new($"{address} 的“{text}”不是数字，没有采用", $"\"{text}\" in {address} is no figure and is not used"), new("改正数字", "correct the figure"));
        else if (!cells.TryAdd(address, figure) && cells[address] != figure)
            log.Error("book.prior.repeated", 0, address.ToString(), new($"{address} 出现两次，数字不同：{cells[address]}、{figure}", $"{address} occurs twice with different figures: {cells[address]}, {figure}"), new("只保留正确的一个", "keep the right one"));
    }

    // The addresses are those of the edition by which the document was read; files made by hand may leave it out.
    private static FiscalYear EditionYear(JsonElement document, FiscalYear own)
    {
        string id = Text(document, "edition");
        return int.TryParse(id.AsSpan(id.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && FiscalYear.IsPlausible(year) ? new FiscalYear(year) : own;
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : null;

    private static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
}
