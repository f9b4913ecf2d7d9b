using Mingzhang.Publishing.Terminal;
using Spectre.Console;

namespace Mingzhang.Publishing.Tests.Terminal;

public sealed class TerminalTextTests
{
    private static string[] Lines(int width, ColorSystem colours, params ReportLine[] lines)
    {
        var writer = new StringWriter();
        TerminalText.Write(lines, TerminalText.Console(writer, width, colours));
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void Chinese_characters_take_two_cells_when_lines_are_wrapped()
    {
        string[] lines = Lines(20, ColorSystem.NoColors, ReportLine.Of(4, "文字与决算表不一致，相差三十"));
        Assert.All(lines, line => Assert.True(Cells(line.TrimEnd()) <= 20, line));
        Assert.Equal("文字与决算表不一致，相差三十", string.Concat(lines.Select(l => l.Trim())));
        Assert.True(lines.Length > 1);
    }

    [Fact]
    public void Figures_addresses_and_words_are_not_divided_and_closing_marks_stay_with_what_they_close()
    {
        ReportLine line = ReportLine.Of(2, new Run("• ", Tone.Error), new Run("文字“防汛”支出决算 63.58 万元，公开05“防汛”(2130314)小计为 63.85。05[2130314].1", Tone.Plain));
        for (int width = 24; width < 60; width++)
        {
            string[] lines = Lines(width, ColorSystem.NoColors, line);
            Assert.All(lines, l => Assert.True(Cells(l) <= width, l));
            Assert.All(lines, l => Assert.DoesNotContain(l.TrimStart()[0], "，。”)"));
            Assert.All(new[] { "63.58", "(2130314)", "63.85。", "05[2130314].1" }, whole => Assert.Contains(lines, l => l.Contains(whole, StringComparison.Ordinal)));
            Assert.Equal("•", lines[0].Trim()[..1]);
            Assert.True(lines[0].Trim().Length > 1);
        }
    }

    [Fact]
    public void A_word_longer_than_the_line_is_cut() =>
        Assert.Equal(["aaaaaaaaaaaa", "aaaaaaaa"], Lines(12, ColorSystem.NoColors, ReportLine.Of(0, new string('a', 20))).Select(l => l.Trim()));

    [Fact]
    public void Wrapped_lines_keep_the_indent() =>
        Assert.All(Lines(20, ColorSystem.NoColors, ReportLine.Of(4, "文字与决算表不一致，相差三十")), line => Assert.StartsWith("    ", line, StringComparison.Ordinal));

    [Fact]
    public void Colour_appears_only_where_the_terminal_has_it()
    {
        ReportLine line = ReportLine.Of(0, "错误 2", Tone.Error);
        Assert.DoesNotContain('\u001b', Lines(40, ColorSystem.NoColors, line)[0]);
        Assert.Contains('\u001b', Lines(40, ColorSystem.Standard, line)[0]);
    }

    [Fact]
    public void Markup_of_the_library_in_a_document_is_shown_as_it_is() =>
        Assert.Equal("[red]01[27].1[/]", Lines(40, ColorSystem.NoColors, ReportLine.Of(0, "[red]01[27].1[/]"))[0].TrimEnd());

    private static int Cells(string text) => Wrapping.Cells(text);
}
