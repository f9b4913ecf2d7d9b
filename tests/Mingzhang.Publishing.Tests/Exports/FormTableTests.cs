using CsvHelper;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Exports;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Tests.Exports;

public sealed class FormTableTests
{
    [Fact]
    public void Every_cell_is_a_row_with_what_it_is_and_where_it_stands()
    {
        Dictionary<string, string> first = Rows(Sample.Disclosure)[0];
        Assert.Equal(
            ["样例.txt", "样例市样例局", "2023", "finalAccounts", "final-accounts/2023", "05", "一般公共预算财政拨款支出决算表", "read", "2080801", "死亡抚恤", "1", "", "1023.69", "万元", "", "4", "", "", "", "", ""],
            first.Values);
    }

    [Fact]
    public void What_is_no_figure_or_could_not_be_read_has_a_row_that_says_so()
    {
        List<Dictionary<string, string>> rows = Rows(Sample.Disclosure);
        Assert.Equal(["read", "read", "text", "unread", "unread"], rows.Select(r => r["state"]));
        Assert.Equal(("2013102", "1", "", "#REF!"), (rows[2]["row"], rows[2]["column"], rows[2]["value"], rows[2]["text"]));
        Assert.Equal(("2013102", "3", "", ""), (rows[3]["row"], rows[3]["column"], rows[3]["value"], rows[3]["text"]));
        Assert.StartsWith("看不懂的一行 12 34", rows[4]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_without_figures_and_documents_that_cannot_be_used_have_a_row()
    {
        Statement empty = Sample.Disclosure.Statements[0] with { State = StatementState.Empty, Rows = [], Unread = [] };
        List<Dictionary<string, string>> rows = Rows(Examined.Read("a", Sample.Disclosure with { Statements = [empty] }), Examined.Unusable("b", new Text("坏", "broken")));
        Assert.Equal([("a", "empty", ""), ("b", "unusable", "坏")], rows.Select(r => (r["file"], r["state"], r["text"])));
    }

    [Fact]
    public void Page_box_and_confidence_come_from_the_marks_of_the_words()
    {
        TextSpan span = Sample.Find(4, "1,023.69");
        SourceText paged = Sample.Source with { PageStarts = [1], Marks = [new PageMark(4, span.Column, span.EndColumn, 7, new PageBox(10, 20.25f, 30, 40), 0.5f)] };
        Dictionary<string, string> row = Rows(Sample.Disclosure with { Source = paged })[0];
        Assert.Equal(("7", "10 20.3 30 40", "0.50"), (row["page"], row["box"], row["confidence"]));
    }

    [Fact]
    public void Texts_that_a_spreadsheet_would_take_for_a_formula_are_kept_from_being_one()
    {
        Statement form = Sample.Disclosure.Statements[0];
        Statement hostile = form with { Title = "=1+1", Rows = [form.Rows[0] with { Caption = "@SUM(A1)" + Sample.Hostile, Cells = [form.Rows[0].Cells[0] with { Figure = null, Text = "+1\n2,\"" }] }] };
        Dictionary<string, string> row = Rows(Sample.Disclosure with { Statements = [hostile] })[0];
        Assert.Equal(("'=1+1", "'@SUM(A1)" + Sample.Hostile, "'+1\n2,\""), (row["title"], row["caption"], row["text"]));
    }

    private static List<Dictionary<string, string>> Rows(Disclosure disclosure) => Rows(Examined.Read("样例.txt", disclosure));

    private static List<Dictionary<string, string>> Rows(params Examined[] documents)
    {
        using CsvReader csv = CsvReader.FromText(Written.Text(stream => FormTable.Write(documents, stream)), new CsvReaderOptions { HasHeader = false });
        string[]? head = null;
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            string[] values = csv.Current.ToArray();
            if (head is null) head = values;
            else rows.Add(head.Zip(values).ToDictionary(f => f.First, f => f.Second));
        }

        return rows;
    }
}
