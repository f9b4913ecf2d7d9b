using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Core.Tests.Sources;

public sealed class TextEncodingTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<byte[], string, int> Files => new()
    {
        { "金额"u8.ToArray(), "UTF-8", 0 },
        { [0xEF, 0xBB, 0xBF, .. "金额"u8], "UTF-8", 3 },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("金额")], "UTF-16", 2 },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("金额")], "UTF-16", 2 },
        { Gb18030.GetBytes("部门决算，金额单位：万元"), "GB18030", 0 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_encoding_is_told_by_the_bytes(byte[] file, string name, int mark)
    {
        TextEncoding encoding = TextEncoding.Of(file);
        Assert.Equal((name, mark, name == "UTF-8"), (encoding.Name, encoding.Mark, encoding.IsUtf8));
        Assert.Contains("金额", encoding.Decoder.GetString(file, mark, file.Length - mark), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_text_is_not_taken_for_another_encoding_and_is_not_replaced()
    {
        byte[] file = [.. "部门决算公开，金额单位：万元"u8, 0xE9, 0x87];
        TextEncoding encoding = TextEncoding.Of(file);
        Assert.True(encoding.IsUtf8);
        Assert.Throws<DecoderFallbackException>(() => encoding.Decoder.GetString(file));
    }
}
