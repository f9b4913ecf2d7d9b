using Mingzhang.Publishing.OpenData;

namespace Mingzhang.Publishing.Tests.OpenData;

public class DataFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("-2", "'-2")]
    [InlineData("＝1", "'＝1")]
    [InlineData("1-2", "1-2")]
    [InlineData("", "")]
    public void A_text_like_a_formula_gets_an_apostrophe(string text, string expected) => Assert.Equal(expected, DataFile.Neutral(text));

    [Fact]
    public void Quotes_commas_and_line_ends_are_quoted_and_negative_numbers_stay()
    {
        DataFile file = new("x", "x", [], [new("a", "string", ""), new("b", "number", "")], [["说“\"”,\n", "-1.50"], [null, null]]);
        Assert.Equal("a,b\n\"说“\"\"”,\n\",-1.50\n,\n", Written.Text(file.Write));
    }
}
