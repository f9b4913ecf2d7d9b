using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Reconstruction;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Tests.Reconstruction;

public sealed class CellFittingTests
{
    private static readonly Address Total = new("05", "合计", "1");

    [Fact]
    public void Parts_whose_printed_sum_misses_the_printed_total_are_moved_within_their_rounding()
    {
        Posting[] postings = [.. Enumerable.Range(0, 5).Select(i => Part($"20101{i:00}", 1_000_000))];
        var cells = postings.ToDictionary(p => new Address("05", p.Functional, "1"), _ => new Printed(1.00m, 2));
        cells[Total] = new Printed(5.02m, 2);

        List<Address> left = CellFitting.Fit(postings, cells, p => [(new Address("05", p.Functional, "1"), 1), (Total, 1)]);

        Assert.Empty(left);
        Assert.All(postings, p => Assert.Equal(1.00m, Amount.FromYuan(p.Fen / 100m).PrintWan().Value));
        Assert.Equal(5.02m, Amount.FromYuan(postings.Sum(p => p.Fen) / 100m).PrintWan().Value);
    }

    [Fact]
    public void A_total_that_no_rounding_explains_is_named()
    {
        Posting[] postings = [Part("2010101", 1_000_000), Part("2010102", 1_000_000)];
        var cells = postings.ToDictionary(p => new Address("05", p.Functional, "1"), _ => new Printed(1.00m, 2));
        cells[Total] = new Printed(3.00m, 2);

        List<Address> left = CellFitting.Fit(postings, cells, p => [(new Address("05", p.Functional, "1"), 1), (Total, 1)]);

        Assert.NotEmpty(left);
    }

    private static Posting Part(string item, long fen) => new() { Account = "7101", Unit = "001", Fund = Fund.GeneralPublic, Functional = item, Fen = fen };
}
