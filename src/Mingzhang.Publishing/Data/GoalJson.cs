using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Data;

/// <summary>Declarations of performance goals in the contract's JSON.</summary>
internal static class GoalJson
{
    public static void Write(Utf8JsonWriter json, Disclosure disclosure, string language)
    {
        if (disclosure.Goals.IsEmpty) return;
        json.WriteStartArray("goals");
        foreach (GoalDeclaration declaration in disclosure.Goals) Write(json, disclosure.Source, declaration, language);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SourceText source, GoalDeclaration declaration, string language)
    {
        json.WriteStartObject();
        json.WriteString("scope", ContractWriter.Name(declaration.Scope));
        json.WriteString("name", declaration.Name.Text);
        ContractWriter.Text(json, "title", declaration.Title.Text);
        ContractWriter.Place(json, source, declaration.Title.Span);
        ContractWriter.Text(json, "amountUnit", declaration.AmountUnit);
        Figure(json, "totalBudget", declaration.TotalBudget);
        Figure(json, "yearBudget", declaration.YearBudget);
        ContractWriter.Text(json, "startYear", declaration.StartYear?.Text);
        ContractWriter.Text(json, "endYear", declaration.EndYear?.Text);
        if (!declaration.Particulars.IsEmpty)
        {
            json.WriteStartArray("particulars");
            foreach (LabelledText text in declaration.Particulars)
            {
                json.WriteStartObject();
                json.WriteString("label", text.Label);
                json.WriteString("text", text.Text.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("amounts");
        foreach (GoalAmount amount in declaration.Amounts) WriteAmount(json, source, amount);
        json.WriteEndArray();
        json.WriteStartArray("goals");
        foreach (Goal goal in declaration.Goals)
        {
            json.WriteStartObject();
            json.WriteString("name", goal.Name);
            json.WriteString("term", goal.IsAnnual ? "annual" : "long");
            ContractWriter.Text(json, "goal", goal.Text);
            ContractWriter.Place(json, source, goal.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("indicators");
        foreach (GoalIndicator indicator in declaration.Indicators) WriteIndicator(json, source, indicator);
        json.WriteEndArray();
        ReadJson.WriteUnread(json, source, declaration.Unread, language);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, SourceText source, GoalAmount amount)
    {
        json.WriteStartObject();
        json.WriteString("of", ContractWriter.Name(amount.Kind));
        json.WriteString("name", amount.Name);
        Figure(json, "amount", amount.Amount);
        ContractWriter.Text(json, "share", amount.Share?.Text);
        WriteEarlier(json, amount.Earlier);
        Figure(json, amount.Kind == GoalAmountKind.Purchase ? "quantity" : "total", amount.Other);
        ContractWriter.Place(json, source, amount.Span);
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, SourceText source, GoalIndicator indicator)
    {
        json.WriteStartObject();
        json.WriteString("term", indicator.IsAnnual ? "annual" : "long");
        ContractWriter.Text(json, "goal", indicator.Goal);
        ContractWriter.Text(json, "level1", indicator.Level1);
        ContractWriter.Text(json, "level2", indicator.Level2);
        json.WriteString("name", indicator.Name.Text);
        WriteEarlier(json, indicator.Earlier);
        ContractWriter.Text(json, "target", indicator.Target?.Text);
        ContractWriter.Text(json, "basis", indicator.Basis);
        ContractWriter.Place(json, source, indicator.Span);
        json.WriteEndObject();
    }

    private static void WriteEarlier(Utf8JsonWriter json, ImmutableArray<Field?> earlier)
    {
        if (earlier.All(e => e is null)) return;
        json.WriteStartArray("earlier");
        foreach (Field? field in earlier) json.WriteStringValue(field?.Text ?? "");
        json.WriteEndArray();
    }

    private static void Figure(Utf8JsonWriter json, string name, Field? field) => ContractWriter.Text(json, name, field?.Figure?.ToString() ?? field?.Text);
}
