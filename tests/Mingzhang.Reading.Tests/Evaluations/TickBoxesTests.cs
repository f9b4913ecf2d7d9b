using Mingzhang.Reading.Evaluations;

namespace Mingzhang.Reading.Tests.Evaluations;

public class TickBoxesTests
{
    [Theory]
    [InlineData("1、甲类项目 <input checked=\"\" type=\"checkbox\"/> 2、乙类项目 <input type=\"checkbox\"/>", "甲类项目+ 乙类项目-")]
    [InlineData("1.甲类项目 √ 2.乙类项目 □", "甲类项目+ 乙类项目-")]
    [InlineData("□1、甲类项目 ☑2、乙类项目 □ 3、丙类项目", "甲类项目- 乙类项目+ 丙类项目-")]
    [InlineData("1、甲类项目（√） 2、乙类项目（ ）", "甲类项目+ 乙类项目-")]
    [InlineData("1、甲类项目 □√ 2、乙类项目 □", "甲类项目+ 乙类项目-")]
    [InlineData("☑甲类项目 ☐乙类项目", "甲类项目+ 乙类项目-")]
    [InlineData("甲类项目□ 乙类项目■", "甲类项目- 乙类项目+")]
    [InlineData("1、甲类项目 2、乙类项目 √", "甲类项目- 乙类项目+")]
    [InlineData("1、甲类项目 <input type=\"checkbox\"/> 2、乙类项目 <input type=\"checkbox\"/>", "甲类项目- 乙类项目-")]
    [InlineData("[x] 甲类项目 [ ] 乙类项目", "甲类项目+ 乙类项目-")]
    public void Choices_are_read_with_their_boxes(string raw, string expected) =>
        Assert.Equal(expected, string.Join(' ', TickBoxes.Read(raw).Select(o => o.Text + (o.Ticked ? "+" : "-"))));
}
