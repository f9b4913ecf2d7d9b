using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Reports;

/// <summary>The part of a document that a finding belongs to for the reader: a form, an evaluation, a section, or the whole.</summary>
/// <param name="Order">Line at which it begins; 0 for the whole document.</param>
/// <param name="Label">Short name: <c>公开05</c>, <c>三/五(三)</c>; empty for evaluations and the whole.</param>
/// <param name="Title">Its title.</param>
internal readonly record struct Chapter(int Order, string Label, string Title)
{
    /// <summary>The chapter of a finding.</summary>
    public static Chapter Of(Disclosure disclosure, Finding finding, string language)
    {
        int line = finding.Where.Span.Line;
        if (line > 0 && AtLine(disclosure, line, language) is { } found) return found;
        if (finding.Where.Address is { } address && disclosure.Statement(address.Form) is { } form) return Of(form, language);
        if (finding.Where.Section is { } id) return Of(disclosure, id);
        return new Chapter(0, "", new Text("全文", "The whole document").In(language));
    }

    /// <summary>Label and title.</summary>
    public override string ToString() => Label.Length == 0 ? Title : Title.Length == 0 ? Label : $"{Label}  {Title}";

    private static Chapter? AtLine(Disclosure disclosure, int line, string language)
    {
        foreach (Statement statement in disclosure.Statements)
        {
            if (line >= statement.Heading.Line && line <= statement.LastLine) return Of(statement, language);
        }

        foreach (Evaluation evaluation in disclosure.Evaluations)
        {
            if (line >= evaluation.Title.Span.Line && line <= evaluation.LastLine)
                return new Chapter(evaluation.Title.Span.Line, "", evaluation.Title.Text.Trim());
        }

        Section? deepest = null;
        foreach (Section section in disclosure.Outline)
        {
            if (line >= section.Heading.Line && line <= section.LastLine && (deepest is null || section.Heading.Line >= deepest.Heading.Line)) deepest = section;
        }

        return deepest is null ? null : new Chapter(deepest.Heading.Line, deepest.Id, deepest.Title);
    }

    private static Chapter Of(Statement statement, string language) =>
        new(statement.Heading.Line, FormName(statement.Form, language), statement.Title.Trim());

    private static Chapter Of(Disclosure disclosure, string id) =>
        disclosure.Section(id) is { } section ? new Chapter(section.Heading.Line, id, section.Title) : new Chapter(0, id, "");

    /// <summary><c>公开05</c> for the form 05 of final accounts, <c>预算05</c> for the form B05 of budgets.</summary>
    public static string FormName(string form, string language) => (language, form.StartsWith('B')) switch
    {
        ("en", _) => $"form {form}",
        (_, true) => "预算" + form[1..],
        _ => "公开" + form,
    };
}
