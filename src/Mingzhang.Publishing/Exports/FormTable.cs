using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.OpenData;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Exports;

/// <summary>
/// Writes the forms of documents as one tidy table, a row for each cell: <c>mingzhang read --format csv</c> (docs/reports.md). What could not be read has rows, too,
/// so that nothing is missing unsaid.
/// </summary>
public static class FormTable
{
    private static readonly ImmutableArray<DataField> Fields =
    [
        new("file", "string", "文件"),
        new("unit", "string", "部门"),
        new("year", "integer", "年度"),
        new("kind", "string", "类别"),
        new("edition", "string", "表式"),
        new("form", "string", "表号"),
        new("title", "string", "表名"),
        new("state", "string", "状态"),
        new("row", "string", "行"),
        new("caption", "string", "行名称"),
        new("column", "string", "栏次"),
        new("columnCaption", "string", "栏名称"),
        new("value", "number", "数值"),
        new("amountUnit", "string", "金额单位"),
        new("text", "string", "文字"),
        new("line", "integer", "行号"),
        new("page", "integer", "页"),
        new("box", "string", "位置"),
        new("sheet", "string", "工作表"),
        new("cell", "string", "单元格"),
        new("confidence", "number", "识别把握"),
    ];

    /// <summary>Writes the table as UTF-8.</summary>
    public static void Write(IEnumerable<Examined> documents, Stream stream, string language = "zh") =>
        new DataFile("forms", "表", [], Fields, documents.SelectMany(d => RowsOf(d, language))).Write(stream);

    private static IEnumerable<string?[]> RowsOf(Examined document, string language)
    {
        if (document.Disclosure is not { } disclosure)
        {
            Row problem = new(document.File) { State = "unusable", Text = document.Problem?.In(language) };
            return [problem.Values()];
        }

        return disclosure.Statements.SelectMany(s => RowsOf(document.File, disclosure, s, language)).Select(r => r.Values());
    }

    private static IEnumerable<Row> RowsOf(string file, Disclosure disclosure, Statement statement, string language)
    {
        Row form = new(file)
        {
            Disclosure = disclosure,
            Statement = statement,
        };
        FormDefinition? definition = disclosure.Edition.Form(statement.Form);
        bool any = false;
        foreach (StatementRow row in statement.Rows)
        {
            foreach (string column in Columns(definition, row))
            {
                any = true;
                Row cell = form with { Key = row.Key, Caption = row.Caption, Column = column, ColumnCaption = definition?.Column(column) is { } known ? string.Join('/', known.Captions) : "" };
                yield return row.Cell(column) is { } found
                    ? cell with { State = found.Figure is null ? "text" : "read", Value = found.Figure?.ToString(), Text = found.Figure is null ? found.Text : null, Span = found.Span }
                    : cell with { State = "unread", Span = row.Span };
            }
        }

        foreach (Unread unread in statement.Unread) yield return form with { State = "unread", Text = $"{Terminal.PlainText.OneLine(unread.Text)} ({Words.Of(unread.Why).In(language)})", Span = unread.Span };
        if (!any && statement.Unread.IsEmpty) yield return form with { State = ContractWriter.Name(statement.State), Span = statement.Heading };
    }

    /// <summary>The columns of a row that hold a figure, a text or something unread, in the form's order.</summary>
    private static IEnumerable<string> Columns(FormDefinition? form, StatementRow row)
    {
        string[] held = [.. row.Cells.Select(c => c.Column).Concat(row.UnreadColumns).Distinct()];
        return form is null ? held : held.OrderBy(c => form.Column(c) is { } column ? form.Columns.IndexOf(column) : int.MaxValue);
    }

    /// <summary>A row while it is filled.</summary>
    private sealed record Row(string File)
    {
        public Disclosure? Disclosure { get; init; }

        public Statement? Statement { get; init; }

        public string State { get; init; } = "";

        public string? Key { get; init; }

        public string? Caption { get; init; }

        public string? Column { get; init; }

        public string? ColumnCaption { get; init; }

        public string? Value { get; init; }

        public string? Text { get; init; }

        public TextSpan Span { get; init; }

        public string?[] Values()
        {
            SourceText source = Disclosure?.Source ?? SourceText.Empty;
            ImmutableArray<PagePlace> places = source.PlacesOf(Span);
            CellOrigin? cell = FindingPlace.CellOf(source, Span);
            float confidence = source.ConfidenceOf(Span);
            int? page = places.IsEmpty ? source.PageOf(Span.Line) : places[0].Page;
            return
            [
                File, Disclosure?.Unit, Number(Disclosure?.Year.Value), Disclosure is null ? null : ContractWriter.Name(Disclosure.Kind), Disclosure?.Edition.Id, Statement?.Form, Statement?.Title, State,
                Key, Caption, Column, ColumnCaption, Value, Disclosure is null ? null : Statement?.AmountUnit ?? Disclosure.AmountUnit, Text,
                Span.IsSome ? Number(Span.Line) : null, Number(page), places.IsEmpty ? null : Box(places[0].Box), cell?.Sheet, cell?.Reference,
                confidence < 1 ? confidence.ToString("0.00", CultureInfo.InvariantCulture) : null,
            ];
        }

        private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

        private static string Box(PageBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Left:0.#} {box.Top:0.#} {box.Right:0.#} {box.Bottom:0.#}");
    }
}
