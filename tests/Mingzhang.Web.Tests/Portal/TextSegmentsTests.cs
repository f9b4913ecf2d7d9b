using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Views;
using Mingzhang.Web.Portal;

namespace Mingzhang.Tests.Web.Portal;

public sealed class TextSegmentsTests
{
    private const string Text = "支出合计1162.58万元，增长13.3%。";

    [Fact]
    public void A_paragraph_without_figures_is_one_stretch()
    {
        TextSegment only = Assert.Single(TextSegments.Of(Text, [], []));
        Assert.True(only is { Text: Text, Claim: null, Finding: null });
    }

    [Fact]
    public void Figures_and_findings_that_cross_are_cut_and_lose_nothing()
    {
        ClaimSpan[] claims = [Claim(4, 7), Claim(16, 4)];
        ShownFinding[] findings = [Found(1, 2, 5), Found(2, 14, 7), Found(3, 15, 2), Found(4, 0, 0), Found(5, 10, 99)];
        IReadOnlyList<TextSegment> segments = TextSegments.Of(Text, claims, findings);
        Assert.Equal(Text, string.Concat(segments.Select(s => s.Text)));
        Assert.Equal(["1162.58", "13.3"], claims.Select(c => string.Concat(segments.Where(s => s.Claim == c).Select(s => s.Text))));
        Assert.All(claims, c => Assert.Single(segments, s => s.Claim == c && s.Begins));
        // The third lies in the second, the fourth has no characters, the fifth more than there are.
        Assert.Equal([1, 2], segments.Select(s => s.Finding?.Number).OfType<int>().Distinct());
        Assert.Equal(["合计116", "增长13.3%"], findings[..2].Select(f => string.Concat(segments.Where(s => s.Finding == f).Select(s => s.Text))));
        Assert.All(findings[..2], f => Assert.Single(segments, s => s.Finding == f && s.Ends));
    }

    private static ClaimSpan Claim(int start, int length) => new("q-" + start, start, length, "03[合计].1", "amount", "支出");

    private static ShownFinding Found(int number, int start, int length) => new(number, new PublishedFinding("f", "r", "error", new Text("", ""), "p-1", null, null, null, [], start, length));
}
