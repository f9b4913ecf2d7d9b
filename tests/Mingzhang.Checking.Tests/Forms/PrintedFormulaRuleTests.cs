using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Forms;

public sealed class PrintedFormulaRuleTests
{
    [Theory]
    [InlineData("27行=(1+2+3)行；28行=(29+30+31)行；32行=(27+28)行；59行=(33+34+...+58)行；64行=(59+60)行。", 0)]
    [InlineData("27 行 ＝ （1＋2＋3） 行", 0)]
    [InlineData("7 行 = (1+2+3) 行；28行=(29+30+31)行", 1)]
    [InlineData("26行=(1+2+3)行", 1)]
    public void A_formula_under_a_form_is_that_of_the_edition(string note, int findings)
    {
        Sample sample = new Sample().Line(note).Change("04", s => s with { Notes = [new Note(note, TextSpan.InLine(1, 0, note.Length))] });

        IReadOnlyList<Finding> found = sample.Findings();

        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.Equal("27行=(1+2+3)行", f.Expected));
        Assert.All(found, f => Assert.StartsWith(note[..3].Trim(), f.Quote, StringComparison.Ordinal));
    }
}
