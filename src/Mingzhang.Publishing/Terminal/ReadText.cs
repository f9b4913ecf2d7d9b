using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>What a document says, in short, for people: <c>mingzhang read --format text</c>.</summary>
public static class ReadText
{
    /// <summary>Writes the documents without colour and without wrapping.</summary>
    public static void Write(IEnumerable<Examined> documents, TextWriter writer, string language = "zh") =>
        PlainText.Write(Lines(documents, language), writer);

    /// <summary>Writes the documents to a terminal.</summary>
    public static void WriteToTerminal(IEnumerable<Examined> documents, TextWriter terminal, string language = "zh") =>
        TerminalText.Write(Lines(documents, language), terminal);

    private static IEnumerable<ReportLine> Lines(IEnumerable<Examined> documents, string language)
    {
        bool english = language == "en", first = true;
        foreach (Examined document in documents)
        {
            if (!first) yield return ReportLine.Empty;
            first = false;
            if (document.Disclosure is not { } disclosure)
            {
                yield return ReportLine.Of(0, document.File, Tone.Strong);
                yield return ReportLine.Of(2, document.Problem!.In(language), Tone.Error);
                continue;
            }

            yield return ReportLine.Of(0, new Run(Words.Heading(disclosure, language), Tone.Strong), new Run("  " + document.File, Tone.Faint));
            yield return ReportLine.Of(0, new Run(english ? "Edition  " : "表式  ", Tone.Strong), new Run(Words.EditionOf(disclosure, language), disclosure.EditionBasis is { Known: false } ? Tone.Warning : Tone.Plain));
            yield return ReportLine.Of(0, english ? "Forms" : disclosure.Kind == DisclosureKind.Budget ? "预算表" : "决算表", Tone.Strong);
            foreach (Statement statement in disclosure.Statements) yield return Of(disclosure, statement, language);
            if (!disclosure.Evaluations.IsEmpty) yield return ReportLine.Of(0, english ? "Self-evaluations" : "绩效自评", Tone.Strong);
            foreach (Evaluation evaluation in disclosure.Evaluations) yield return Of(disclosure, evaluation, language);
            yield return ReportLine.Of(0, english ? "Explanations" : "说明", Tone.Strong);
            yield return ReportLine.Of(2, english
                ? $"{disclosure.Claims.Length} claims, {disclosure.QuotedClassifications.Length} quoted classifications, {disclosure.KeyWork.Length} rows of key work"
                : $"读出陈述 {disclosure.Claims.Length} 项、引用的支出功能分类 {disclosure.QuotedClassifications.Length} 处、重点工作 {disclosure.KeyWork.Length} 行");
            (string Owner, Unread Unread)[] unread = [.. UnreadText.Of(disclosure)];
            if (unread.Length > 0) yield return ReportLine.Of(0, english ? $"Unread {unread.Length}" : $"未读 {unread.Length} 处", Tone.Warning);
            foreach ((string owner, Unread item) in unread)
            {
                string whose = disclosure.Statement(owner) is null ? owner : Chapter.FormName(owner, language);
                yield return ReportLine.Of(2, new Run($"{Words.Line(disclosure.Source, item.Span, language)}  {whose}  {Words.Of(item.Why).In(language)}  ", Tone.Plain), new Run(PlainText.OneLine(item.Text), Tone.Quote));
            }
        }
    }

    private static ReportLine Of(Disclosure disclosure, Statement statement, string language)
    {
        int figures = statement.Rows.Sum(r => r.Cells.Length);
        string size = language == "en" ? $"{statement.Rows.Length} rows, {figures} figures" : $"{statement.Rows.Length} 行，{figures} 个数";
        Tone tone = statement.State is StatementState.Partial or StatementState.Unread ? Tone.Warning : Tone.Plain;
        return ReportLine.Of(
            2,
            new Run($"{Chapter.FormName(statement.Form, language)}  {statement.Title.Trim()}  ", Tone.Plain),
            new Run(Words.Of(statement.State).In(language), tone),
            new Run($"  {size}  {Words.Line(disclosure.Source, statement.Heading, language)}", Tone.Faint));
    }

    private static ReportLine Of(Disclosure disclosure, Evaluation evaluation, string language)
    {
        string score = Figure(evaluation.Total);
        string money = $"{Figure(evaluation.Executed)} / {Figure(evaluation.Budget)}";
        string facts = language == "en"
            ? $"{evaluation.Indicators.Length} indicators, score {score}, executed {money}"
            : $"指标 {evaluation.Indicators.Length} 项，得分 {score}，执行 {money}";
        return ReportLine.Of(
            2,
            new Run($"{evaluation.Name.Text.Trim()}  ", Tone.Plain),
            new Run($"{facts}  {Words.Line(disclosure.Source, evaluation.Title.Span, language)}", Tone.Faint));
    }

    private static string Figure(Field? field) => field?.Figure is Printed figure ? figure.ToString() : "—";
}
