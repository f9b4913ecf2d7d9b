using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>The statutory forms of an edition for people: columns, numbered lines or codes, relations.</summary>
public static class FormsText
{
    /// <summary>Writes the forms without colour and without wrapping.</summary>
    public static void Write(Edition edition, TextWriter writer, string language = "zh") =>
        PlainText.Write(Lines(edition, language), writer);

    /// <summary>Writes the forms to a terminal.</summary>
    public static void WriteToTerminal(Edition edition, TextWriter terminal, string language = "zh") =>
        TerminalText.Write(Lines(edition, language), terminal);

    private static IEnumerable<ReportLine> Lines(Edition edition, string language)
    {
        bool english = language == "en";
        yield return ReportLine.Of(0, edition.Id, Tone.Strong);
        foreach (FormDefinition form in edition.Forms)
        {
            yield return ReportLine.Empty;
            yield return ReportLine.Of(0, $"{Chapter.FormName(form.Id, language)}  {form.Title}", Tone.Strong);
            foreach (FormColumn column in form.Columns)
                yield return ReportLine.Of(2, new Run(english ? $"column {column.Number}  " : $"{column.Number} 栏  ", Tone.Faint), new Run(string.Join(" / ", column.Captions), Tone.Plain));
            foreach (FormLine line in form.Lines.Where(l => l.Caption.Length > 0))
                yield return ReportLine.Of(2, new Run(english ? $"line {line.Number}  " : $"{line.Number} 行  ", Tone.Faint), new Run(line.Caption, Tone.Plain));
            foreach (FormCode code in form.Codes)
                yield return ReportLine.Of(2, code.Key == code.Caption ? code.Key : $"{code.Key}  {code.Caption}");
            foreach (Relation relation in form.Relations) yield return Of(relation);
        }

        yield return ReportLine.Empty;
        yield return ReportLine.Of(0, english ? "Relations between forms" : "表间关系", Tone.Strong);
        foreach (Relation relation in edition.Relations) yield return Of(relation);
    }

    private static ReportLine Of(Relation relation) =>
        ReportLine.Of(2, new Run(relation.Id + "  ", Tone.Faint), new Run(relation.Text, Tone.Plain));
}
