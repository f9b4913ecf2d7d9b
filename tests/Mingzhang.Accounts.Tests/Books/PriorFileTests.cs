using Mingzhang.Accounts.Books;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Books;

public sealed class PriorFileTests : IDisposable
{
    private readonly BookCopy _book = new();

    public void Dispose() => _book.Dispose();

    [Theory]
    [InlineData("\"year\": 2022", "\"year\": 2021", "book.prior.year", "2021")]
    [InlineData("\"unit\": \"澄湾区文化服务局\"", "\"unit\": \"澄湾区水务局\"", "book.prior.unit", "澄湾区水务局")]
    [InlineData("\"kind\": \"finalAccounts\"", "\"kind\": \"budget\"", "book.prior.kind", "budget")]
    [InlineData("\"amountUnit\": \"万元\"", "\"amountUnit\": \"元\"", "book.prior.amount-unit", "元")]
    [InlineData("\"statements\"", "\"statement\"", "book.prior.shape", "statements")]
    [InlineData("\"year\": 2022,", "\"year\": 2022", "book.prior.syntax", "JSON")]
    public void Data_that_is_not_last_years_is_refused(string old, string @new, string id, string said)
    {
        BookProblem error = _book.Replace("prior.json", old, @new).Read().OnlyError();
        Assert.Equal(("prior.json", id), (error.File, error.Id));
        Assert.Contains(said, error.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_names_the_line() => Assert.Equal(5, _book.Replace("prior.json", "\"year\": 2022,", "\"year\": 2022").Read().OnlyError().Row);

    [Fact]
    public void A_department_that_was_renamed_says_its_former_name()
    {
        _book.Replace("prior.json", "\"unit\": \"澄湾区文化服务局\"", "\"unit\": \"澄湾区文化局\"").Replace("unit.yaml", "code: \"801\"", "code: \"801\"\nformerNames: [澄湾区文化局]");
        Assert.NotNull(_book.Read().Book);
    }

    [Fact]
    public void A_cell_that_is_no_figure_is_left_out_with_a_warning()
    {
        BookReading reading = _book.Replace("prior.json", "\"668.20\"", "\"#REF!\"").Read();
        BookProblem warning = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Warning, "01[1].1"), (warning.Severity, warning.Column));
        Assert.NotNull(reading.Book);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"document\": 1, \"statements\": {}}")]
    [InlineData("{\"document\": {\"kind\": \"finalAccounts\", \"year\": \"2022\", \"unit\": \"澄湾区文化服务局\"}, \"statements\": [1, {\"rows\": [[]]}, {\"form\": \"01\", \"rows\": [{\"key\": 3}]}]}")]
    public void Other_shapes_are_refused(string json) => Assert.All(_book.Write("prior.json", json).Read().Problems, p => Assert.Equal("prior.json", p.File));

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Equal("book.prior.syntax", _book.Write("prior.json", new string('[', 1_000_000)).Read().OnlyError().Id);
}
