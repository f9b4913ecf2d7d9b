using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Tests.Forms;

public sealed class AddressTests
{
    [Theory]
    [InlineData("01[27].1", "01", "27", "1")]
    [InlineData("03[2013101].2", "03", "2013101", "2")]
    [InlineData("06[人员经费合计].1", "06", "人员经费合计", "1")]
    [InlineData("09[1].12", "09", "1", "12")]
    [InlineData("B05[201].3", "B05", "201", "3")]
    public void Form_row_and_column_are_read_and_written_alike(string text, string form, string row, string column)
    {
        Address address = Address.Parse(text);
        Assert.Equal(new Address(form, row, column), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("01[27]")]
    [InlineData("01[27].")]
    [InlineData("[27].1")]
    [InlineData("01[].1")]
    [InlineData("01[ ].1")]
    [InlineData(" [27].1")]
    [InlineData("01[27]. ")]
    [InlineData("01].[1")]
    [InlineData("0127.1")]
    public void Anything_else_is_no_address(string text)
    {
        Assert.False(Address.TryParse(text, out _));
        Assert.Contains(text, Assert.Throws<FormatException>(() => Address.Parse(text)).Message);
    }
}
