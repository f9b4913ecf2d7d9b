using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Data;

/// <summary>A self-evaluation table in the contract's JSON.</summary>
internal static class EvaluationJson
{
    public static void Write(Utf8JsonWriter json, SourceText source, Evaluation evaluation, string language)
    {
        json.WriteStartObject();
        json.WriteString("scope", ContractWriter.Name(evaluation.Scope));
        json.WriteString("name", evaluation.Name.Text);
        ContractWriter.Text(json, "title", evaluation.Title.Text);
        ContractWriter.Place(json, source, evaluation.Title.Span);
        ContractWriter.Text(json, "amountUnit", evaluation.AmountUnit);
        Figure(json, "basicExpenditure", evaluation.BasicExpenditure);
        Figure(json, "projectExpenditure", evaluation.ProjectExpenditure);
        Figure(json, "initialBudget", evaluation.InitialBudget);
        Figure(json, "budget", evaluation.Budget);
        Figure(json, "executed", evaluation.Executed);
        ContractWriter.Text(json, "rate", evaluation.Rate?.Text);
        Figure(json, "rateWeight", evaluation.RateWeight);
        Figure(json, "rateScore", evaluation.RateScore);
        Figure(json, "indicatorWeight", evaluation.IndicatorWeight);
        Figure(json, "totalWeight", evaluation.TotalWeight);
        Figure(json, "total", evaluation.Total);
        WriteBlocks(json, source, evaluation);
        WriteTickBoxes(json, source, evaluation);
        json.WriteStartArray("indicators");
        foreach (Indicator indicator in evaluation.Indicators) WriteIndicator(json, source, evaluation, indicator);
        json.WriteEndArray();
        ReadJson.WriteUnread(json, source, evaluation.Unread, language);
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, SourceText source, Evaluation evaluation, Indicator indicator)
    {
        json.WriteStartObject();
        ContractWriter.Text(json, "level1", indicator.Level1);
        Figure(json, "level1Weight", indicator.Level1Weight);
        ContractWriter.Text(json, "level2", indicator.Level2);
        Figure(json, "level2Weight", indicator.Level2Weight);
        string name = indicator.PlainName.Length > 0 ? indicator.PlainName : indicator.Name.Text;
        json.WriteString("name", name);
        if (name != indicator.Name.Text) json.WriteString("printedName", indicator.Name.Text);
        Figure(json, "weight", indicator.Weight);
        ContractWriter.Text(json, "target", indicator.Target?.Text);
        ContractWriter.Text(json, "actual", indicator.Actual?.Text);
        Figure(json, "score", indicator.Score);
        if (indicator.Block >= 0 && indicator.Block < evaluation.Blocks.Length) json.WriteString("block", evaluation.Blocks[indicator.Block].Name);
        if (indicator.Damaged) json.WriteBoolean("damaged", true);
        ContractWriter.Place(json, source, indicator.Span);
        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, SourceText source, Evaluation evaluation)
    {
        if (evaluation.Blocks.IsEmpty) return;
        json.WriteStartArray("blocks");
        foreach (EvaluationBlock block in evaluation.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("name", block.Name);
            Figure(json, "weight", block.Weight);
            ContractWriter.Text(json, "goal", block.Goal);
            ContractWriter.Place(json, source, block.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTickBoxes(Utf8JsonWriter json, SourceText source, Evaluation evaluation)
    {
        if (evaluation.TickBoxes.IsEmpty) return;
        json.WriteStartArray("tickBoxes");
        foreach (TickBoxRow row in evaluation.TickBoxes)
        {
            json.WriteStartObject();
            json.WriteString("label", row.Label);
            json.WriteStartArray("options");
            foreach (TickBox option in row.Options)
            {
                json.WriteStartObject();
                json.WriteString("text", option.Text);
                json.WriteBoolean("ticked", option.Ticked);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ContractWriter.Place(json, source, row.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The figure without unit where the field is one, else its text.</summary>
    private static void Figure(Utf8JsonWriter json, string name, Field? field) => ContractWriter.Text(json, name, field?.Figure?.ToString() ?? field?.Text);

    private static void Figure(Utf8JsonWriter json, string name, Printed? figure) => ContractWriter.Text(json, name, figure?.ToString());
}
