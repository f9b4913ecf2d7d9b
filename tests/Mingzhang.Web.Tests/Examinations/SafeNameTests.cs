using System.Text;
using Mingzhang.Web.Examinations;

namespace Mingzhang.Tests.Web.Examinations;

public sealed class SafeNameTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\决算.pdf", "决算.pdf")]
    [InlineData("C:\\公开\\2023 年决算.docx", "2023 年决算.docx")]
    [InlineData("a\0b\r\n\u001b[31m.txt", "b[31m.txt")]
    [InlineData("决算\u202Efdp.exe.txt", "决算fdp.exe.txt")]
    [InlineData("-o evil.txt", "o evil.txt")]
    [InlineData("--lang=en.txt", "lang=en.txt")]
    [InlineData("\"><img src=x onerror=alert(1)>.pdf", "___img src=x onerror=alert(1)_.pdf")]
    [InlineData("$(rm -rf).txt", "_(rm -rf).txt")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("", "document")]
    [InlineData("...", "document")]
    [InlineData(null, "document")]
    [InlineData("。pdf", "。pdf")]
    public void Names_keep_what_is_safe(string? given, string safe) => Assert.Equal(safe, SafeName.Of(given));

    [Fact]
    public void Long_names_are_cut_and_keep_their_ending()
    {
        string name = SafeName.Of(new string('决', 5000)[..4000] + ".pdf");
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 100, 200);
        name = SafeName.Of("😀" + new string('a', 300) + ".docx");
        Assert.EndsWith(".docx", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 100, 200);
    }

    [Fact]
    public void Equal_names_become_different() => Assert.Equal(["a.pdf", "A (2).pdf", "b.pdf", "a (3).pdf"], SafeName.Different(["a.pdf", "A.pdf", "b.pdf", "a.pdf"]));

    [Fact]
    public void Any_characters_give_a_name_without_folders_and_controls()
    {
        var random = new Random(7);
        for (int i = 0; i < 5000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(0, 0x10000))]);
            string name = SafeName.Of(text);
            Assert.NotEqual("", name);
            Assert.Equal(name, Path.GetFileName(name));
            Assert.DoesNotContain(name, c => char.IsControl(c) || c is '\u202e' or '<' or '"' or '/' or '\\');
            Assert.False(name[0] is '.' or '-');
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 255);
        }
    }
}
