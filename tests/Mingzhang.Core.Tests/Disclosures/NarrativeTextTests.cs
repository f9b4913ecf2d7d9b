using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Tests.Disclosures;

public sealed class NarrativeTextTests
{
    [Theory]
    [InlineData("“三公” 经费", "三公经费")]
    [InlineData("设备(台,套)", "设备（台，套）")]
    [InlineData("２０２３年〔专项〕", "2023年（专项）")]
    [InlineData("行政运行", "行政运行")]
    public void A_name_is_told_without_its_looks(string name, string expected) => Assert.Equal(expected, NarrativeText.Plain(name));
}
