namespace Mingzhang.Accounts.Books.Values;

/// <summary>Full-width letters, digits and signs in a value, as Chinese input methods leave them, stand for their ASCII forms.</summary>
internal static class Widths
{
    /// <summary>The text without blanks around it, full-width ASCII forms narrowed; the same string where nothing changes.</summary>
    internal static string Narrow(string text)
    {
        text = text.Trim(' ', '\t', '\u3000', '\u00A0', '\uFEFF', '\r', '\n');
        return text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E')
            ? string.Create(text.Length, text, static (narrow, wide) =>
            {
                for (int i = 0; i < narrow.Length; i++) narrow[i] = wide[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(wide[i] - 0xFEE0) : wide[i];
            })
            : text;
    }
}
