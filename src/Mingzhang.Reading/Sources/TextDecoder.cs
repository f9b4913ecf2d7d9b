using System.Text;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Sources;

/// <summary>Turns the bytes of a document into text; says where bytes stand that cannot be decoded.</summary>
internal static class TextDecoder
{
    internal static (string? Text, ReadProblem? Problem) Decode(string path, byte[] bytes)
    {
        TextEncoding encoding = TextEncoding.Of(bytes);
        int skip = encoding.Mark;
        try
        {
            return Checked(path, encoding.Decoder.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException e)
        {
            int offset = Math.Clamp(e.Index, 0, Math.Max(bytes.Length - skip - 1, 0)) + skip;
            string found = Convert.ToHexString(e.BytesUnknown ?? []);
            return (null, new(ReadProblemKind.Encoding, new(
                $"{path}：偏移 {offset}（0x{offset:X}）处的字节 {found} 不是有效的 {encoding.Name} 文字。请重新导出为 UTF-8 文本。",
                $"{path}: the bytes {found} at offset {offset} (0x{offset:X}) are not valid {encoding.Name}. Export the document again as UTF-8 text.")));
        }
    }

    // A text without line ends but full of control characters is some binary format that happens to decode.
    private static (string? Text, ReadProblem? Problem) Checked(string path, string text)
    {
        int controls = 0;
        foreach (char c in text)
        {
            if (c is not (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v'))) continue;
            if (c == '\0') return (null, Binary(path));
            controls++;
        }

        return controls > text.Length / 50 + 5 ? (null, Binary(path)) : (text, null);
    }

    private static ReadProblem Binary(string path) => FileFormat.Problem(path, ("二进制文件（含有控制字符）", "a binary file (it has control characters)"));
}
