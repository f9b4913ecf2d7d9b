using Mingzhang.Publishing.Excel;

namespace Mingzhang.Publishing.Tests.Excel;

/// <summary>A4 upright holds 726 points of rows, across 480, where the columns are no wider than the paper.</summary>
public sealed class PrintedPagesTests
{
    [Theory]
    [InlineData(48, false, PrintedPages.Automatic)]
    [InlineData(49, false, 1)]
    [InlineData(62, false, 1)]
    [InlineData(63, false, PrintedPages.Automatic)]
    [InlineData(96, false, PrintedPages.Automatic)]
    [InlineData(100, false, 2)]
    [InlineData(32, true, PrintedPages.Automatic)]
    [InlineData(33, true, 1)]
    public void A_few_rows_are_not_printed_on_a_page_of_their_own(int rows, bool across, int pages) =>
        Assert.Equal(pages, PrintedPages.Of([.. Enumerable.Repeat(15d, rows)], [40, 40], default, across));

    [Fact]
    public void A_sheet_that_is_printed_smaller_to_fit_its_width_has_more_rows_on_a_page()
    {
        double[] rows = [.. Enumerable.Repeat(15d, 62)];
        Assert.Equal(1, PrintedPages.Of(rows, [40, 40], default, across: false));
        Assert.Equal(PrintedPages.Automatic, PrintedPages.Of(rows, [80, 80], default, across: false));
    }

    [Fact]
    public void The_repeated_head_is_room_that_the_rows_do_not_have()
    {
        double[] rows = [.. Enumerable.Repeat(15d, 110)];
        Assert.Equal(2, PrintedPages.Of(rows, [40], default, across: false));
        Assert.Equal(3, PrintedPages.Of(rows, [40], (1, 20), across: false));
        Assert.Equal(PrintedPages.Automatic, PrintedPages.Of([], [40], default, across: false));
    }
}
