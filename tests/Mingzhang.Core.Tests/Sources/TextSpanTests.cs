using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Tests.Sources;

public sealed class TextSpanTests
{
    [Fact]
    public void From_one_to_another_it_covers_both() =>
        Assert.Equal(new TextSpan(2, 3, 5, 9), TextSpan.InLine(2, 3, 4).To(TextSpan.InLine(5, 1, 8)));

    [Fact]
    public void No_place_is_no_place()
    {
        Assert.False(TextSpan.None.IsSome);
        Assert.True(TextSpan.InLine(1, 0, 0).IsSome);
    }

    [Fact]
    public void Places_are_ordered_as_they_stand_in_the_document()
    {
        TextSpan first = TextSpan.InLine(2, 30, 1), second = TextSpan.InLine(10, 1, 1);
        Assert.True(first < second && second > first && first <= second && second >= first);
        Assert.Equal([first, second], new[] { second, first }.Order());
    }
}
