using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Reports;

/// <summary>The part of a document that a finding belongs to for the reader: a form, an evaluation, a section, or the whole.</summary>
/// <param name="Kind">What kind of part.</param>
/// <param name="Order">Line at which it begins; 0 for the whole document.</param>
/// <param name="Label">Short name: <c>公开05</c>, <c>三/五(三)</c>; empty for evaluations and the whole.</param>
/// <param name="Title">Its title.</param>
internal readonly record struct Chapter(ChapterKind Kind, int Order, Text Label, Text Title)
{
    /// <summary>The whole document.</summary>
    public static Chapter Whole { get; } = new(ChapterKind.Whole, 0, "", new Text("全文", "The whole document"));

    /// <summary>The chapter of a finding.</summary>
    public static Chapter Of(Disclosure disclosure, Finding finding)
    {
        int line = finding.Where.Span.Line;
        if (line > 0 && AtLine(disclosure, line) is { } found) return found;
        if (finding.Where.Address is { } address && disclosure.Statement(address.Form) is { } form) return Of(form);
        if (finding.Where.Section is { } id) return Of(disclosure, id);
        return Whole;
    }

    /// <summary>Label and title.</summary>
    public string In(string language)
    {
        string label = Label.In(language), title = Title.In(language);
        return label.Length == 0 ? title : title.Length == 0 ? label : $"{label}  {title}";
    }

    /// <summary>The chapter that a line is in; null where it is in none.</summary>
    public static Chapter? AtLine(Disclosure disclosure, int line)
    {
        foreach (Statement statement in disclosure.Statements)
        {
            if (line >= statement.Heading.Line && line <= statement.LastLine) return Of(statement);
        }

        foreach (Evaluation evaluation in disclosure.Evaluations)
        {
            if (line >= evaluation.Title.Span.Line && line <= evaluation.LastLine)
                return new Chapter(ChapterKind.Evaluation, evaluation.Title.Span.Line, "", evaluation.Title.Text.Trim());
        }

        Section? deepest = null;
        foreach (Section section in disclosure.Outline)
        {
            if (line >= section.Heading.Line && line <= section.LastLine && (deepest is null || section.Heading.Line >= deepest.Heading.Line)) deepest = section;
        }

        return deepest is null ? null : new Chapter(ChapterKind.Section, deepest.Heading.Line, deepest.Id, deepest.Title);
    }

    private static Chapter Of(Statement statement) => new(ChapterKind.Form, statement.Heading.Line, FormName(statement.Form), statement.Title.Trim());

    private static Chapter Of(Disclosure disclosure, string id) =>
        disclosure.Section(id) is { } section ? new Chapter(ChapterKind.Section, section.Heading.Line, id, section.Title) : new Chapter(ChapterKind.Section, 0, id, "");

    /// <summary><c>公开05</c> for the form 05 of final accounts, <c>预算05</c> for the form B05 of budgets.</summary>
    public static Text FormName(string form) => new(form.StartsWith('B') ? "预算" + form[1..] : "公开" + form, $"form {form}");

    /// <summary><c>公开05</c> for the form 05 of final accounts, <c>预算05</c> for the form B05 of budgets.</summary>
    public static string FormName(string form, string language) => FormName(form).In(language);
}

/// <summary>What kind of part of a document.</summary>
internal enum ChapterKind
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>A statutory form.</summary>
    Form,

    /// <summary>A self-evaluation.</summary>
    Evaluation,

    /// <summary>A section of the text.</summary>
    Section,
}
