namespace Mingzhang.Checking.Engine;

/// <summary>Compares names as a reader does: white space, marks of layout and the width of brackets do not count.</summary>
internal static class Names
{
    private const int LongestCompared = 120;
    private const int LongestOnStack = 128;

    // Between these stand Chinese characters and 、。《》 only: they stay as they are.
    private const char FirstPlain = '\u3001', LastPlain = '\ud7ff';

    /// <summary>The name without white space and marks of layout, with half-width brackets; the same string where nothing changes.</summary>
    internal static string Squeeze(string? name) =>
        name is null ? "" : name.AsSpan().ContainsAnyExceptInRange(FirstPlain, LastPlain) ? Squeeze(name.AsSpan()) : name;

    /// <summary>The name without white space and marks of layout, with half-width brackets.</summary>
    internal static string Squeeze(ReadOnlySpan<char> text)
    {
        Span<char> kept = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (IsPlain(c))
            {
                kept[length++] = c;
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '*' or '#' or '“' or '”' or '"' or '‘' or '’' or '\u200b' or '\ufeff') continue;
            kept[length++] = c switch
            {
                '（' => '(',
                '）' => ')',
                '：' => ':',
                '，' => ',',
                '；' => ';',
                '％' => '%',
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                _ => c,
            };
        }

        return new string(kept[..length]);
    }

    /// <summary>Whether a character is one of those that always count, as the Chinese ones do.</summary>
    internal static bool IsPlain(char c) => c is >= FirstPlain and <= LastPlain;

    /// <summary>How alike two names are, 0 to 1: the characters in common order against all characters.</summary>
    internal static double Likeness(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        if (a == b) return 1;
        if (a.Length > LongestCompared || b.Length > LongestCompared) return 0;
        Span<int> row = stackalloc int[LongestCompared + 1];
        row.Clear();
        foreach (char c in a)
        {
            int diagonal = 0;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = c == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return 2.0 * row[b.Length] / (a.Length + b.Length);
    }
}
