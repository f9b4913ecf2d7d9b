using System.Globalization;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Cli.Tests;

/// <summary>What the portal shows of a book and of a document.</summary>
public sealed class ViewTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> Books => ["jingkai-2023", "qingshan-2023"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Books))]
    public void A_figure_of_the_text_that_is_a_cells_amount_is_the_cells_figure(string book)
    {
        DisclosureView view = Built(book);
        Dictionary<string, TableCell> cells = Cells(view).ToDictionary(c => c.Address!);
        (ParagraphPiece Paragraph, ClaimSpan Claim)[] amounts = [.. view.Pieces.OfType<ParagraphPiece>().SelectMany(p => p.Claims.Where(c => c.Kind == "amount").Select(c => (p, c)))];
        Assert.True(amounts.Length > 20);
        foreach ((ParagraphPiece paragraph, ClaimSpan claim) in amounts.Where(a => cells.TryGetValue(a.Claim.Address, out TableCell? cell) && cell.Text is not null))
            Assert.Equal(Number(cells[claim.Address].Text!), Number(paragraph.Text.Substring(claim.Start, claim.Length)));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Every_place_that_is_named_is_on_the_page_once(string book)
    {
        DisclosureView view = Built(book);
        string[] places =
        [
            .. view.Pieces.Select(p => p.Anchor),
            .. Grids(view).SelectMany(g => g.Rows).SelectMany(r => r.Cells).Select(c => c.Anchor).OfType<string>(),
            .. view.Pieces.OfType<ParagraphPiece>().SelectMany(p => p.Claims).Select(c => c.Anchor),
        ];
        Assert.Equal(places.Length, places.Distinct().Count());
        IEnumerable<string> named = view.Check.Findings.SelectMany(f => f.Evidence.Select(e => e.Anchor).Append(f.Anchor)).Concat(view.Main.Select(m => m.Anchor)).Concat(view.Evaluations.Select(e => e.Anchor)).OfType<string>();
        Assert.Empty(named.Except(places));
        Assert.Contains(view.Check.Findings, f => f.Anchor is not null);
    }

    [Fact]
    public void Rows_of_codes_are_parts_of_the_rows_above_them()
    {
        DisclosureView view = Built("jingkai-2023");
        FormPiece form = view.Pieces.OfType<FormPiece>().Single(f => f.Form == "03");
        Assert.True(form.Folds);
        TableRow[] rows = [.. form.Grid.Rows.Skip(form.Grid.HeadRows)];
        Assert.Equal("total", rows[0].Level);
        foreach (TableRow row in rows[1..]) Assert.Contains(rows, r => r.Key == row.Parent && Array.IndexOf(rows, r) < Array.IndexOf(rows, row));
    }

    [Fact]
    public void The_same_book_gives_the_same_bytes_and_they_read_back()
    {
        byte[] first = Bytes("jingkai-2023"), second = Bytes("jingkai-2023");
        Assert.Equal(first, second);
        Assert.Equal(first, DisclosureViewJson.Write(DisclosureViewJson.Read(first)));
    }

    [Fact]
    public void A_document_has_a_view_with_what_was_found_in_it()
    {
        string path = _folder.At("read.json");
        Run read = Run.Of("read", Documents.Example, "--format", "view", "-o", path);
        Assert.Equal(0, read.Status);
        DisclosureView view = DisclosureViewJson.Read(File.ReadAllBytes(path));
        Assert.Equal(("finalAccounts", 2023, "云山区河湖管护局"), (view.Kind, view.Year, view.Unit));
        Assert.Equal(9, view.Pieces.OfType<FormPiece>().Count());
        Assert.True(view.Check.Count("error") > 0 && view.Check.Untested.Length > 0);
        Assert.Contains(view.Main, m => m.Name == "threePublic");
    }

    private DisclosureView Built(string book) => DisclosureViewJson.Read(Bytes(book));

    private byte[] Bytes(string book)
    {
        string folder = _folder.At(book);
        Assert.Equal(0, Run.Of("build", Repository.At("examples", book), "-o", folder, "--formats", "view").Status);
        return File.ReadAllBytes(Path.Combine(folder, "view.json"));
    }

    private static IEnumerable<TableGrid> Grids(DisclosureView view) => view.Pieces.OfType<FormPiece>().Select(f => f.Grid).Concat(view.Pieces.OfType<TablePiece>().Select(t => t.Grid));

    private static IEnumerable<TableCell> Cells(DisclosureView view) => Grids(view).SelectMany(g => g.Rows).SelectMany(r => r.Cells).Where(c => c.Address is not null);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
