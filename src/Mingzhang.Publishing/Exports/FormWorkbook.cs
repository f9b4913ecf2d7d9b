using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Documents;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Exports;

/// <summary>
/// Writes the forms of documents as a workbook: <c>mingzhang read --format xlsx</c> (docs/reports.md). A sheet a form with the form's nested head and real numbers;
/// cells that could not be read are marked; the first sheet says what the documents are and what was not read.
/// </summary>
public static class FormWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="documents">The documents; at least one can be used.</param>
    /// <param name="asList">Whether several were asked for: then the sheets' names begin with the document's number.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="language">Language of the first sheet: <c>zh</c> or <c>en</c>.</param>
    public static void Write(IEnumerable<Examined> documents, bool asList, Stream stream, string language = "zh")
    {
        SheetStyles styles = new();
        CoverSheet cover = new(styles, language);
        var sheets = ImmutableArray.CreateBuilder<SheetDraft>();
        sheets.Add(cover.Sheet);
        Disclosure? first = null;
        int number = 0;
        foreach (Examined document in documents)
        {
            number++;
            if (document.Disclosure is not { } disclosure)
            {
                cover.AddProblem(document.File, document.Problem?.In(language) ?? "");
                continue;
            }

            first ??= disclosure;
            (Statement, string)[] forms = [.. Named(disclosure, asList ? number.ToString(CultureInfo.InvariantCulture) + "-" : "", language)];
            cover.Add(document.File, disclosure, forms);
            foreach ((Statement statement, string name) in forms)
            {
                if (SheetOf(disclosure, statement, name, styles, language) is { } sheet) sheets.Add(sheet);
            }
        }

        WorkbookPackage.Write(sheets.ToImmutable(), styles, first!, stream);
    }

    /// <summary>The forms with the names of their sheets; a form that stands twice in a document has two sheets.</summary>
    private static IEnumerable<(Statement, string)> Named(Disclosure disclosure, string prefix, string language)
    {
        var names = new HashSet<string>();
        foreach (Statement statement in disclosure.Statements)
        {
            string number = prefix + Chapter.FormName(statement.Form, language) + (language == "en" ? "" : "表");
            string name = number;
            for (int i = 2; !names.Add(name); i++) name = $"{number} ({i})";
            // A blank form must not be taken for an empty one.
            yield return (statement, statement.State == StatementState.Unread ? "" : name);
        }
    }

    private static SheetDraft? SheetOf(Disclosure disclosure, Statement statement, string name, SheetStyles styles, string language)
    {
        if (name.Length == 0 || disclosure.Edition.Form(statement.Form) is not { } form) return null;
        FormSheets sheets = new(styles);
        string year = disclosure.Year.Value.ToString(CultureInfo.InvariantCulture);
        StatementBlock block = new(
            statement,
            form,
            ListedGrid.Of(form, statement),
            statement.Title.Contains(year, StringComparison.Ordinal) ? statement.Title : $"{year}年度{statement.Title}",
            Chapter.FormName(statement.Form, language) + (language == "en" ? "" : "表"),
            $"部门：{disclosure.Unit}",
            $"金额单位：{statement.AmountUnit ?? disclosure.AmountUnit}",
            "");
        sheets.Place(block, part: false);
        return sheets.Form(block, "", ImmutableDictionary<Address, string>.Empty, name);
    }
}
