using System.Globalization;
using System.Text;

namespace Mingzhang.Web.Examinations;

/// <summary>Names of uploaded files that are safe to write, to show and to hand to a program.</summary>
internal static class SafeName
{
    private const int MostBytes = 180;
    private const string Nameless = "document";

    /// <summary>A name without folders, control characters, marks of direction and characters that file systems or shells give a meaning.</summary>
    public static string Of(string? given)
    {
        string name = (given ?? "")[..Math.Min(given?.Length ?? 0, 4096)];
        name = name[(name.LastIndexOfAny(['/', '\\', '\0']) + 1)..];
        var safe = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsUnfit(rune)) continue;
            safe.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\'' or '`' or '$' or '&' or ';' ? "_" : rune.ToString());
        }

        name = safe.ToString().Normalize(NormalizationForm.FormC).Trim().TrimStart('.', '-', '~', ' ').TrimEnd('.', ' ');
        string extension = Path.GetExtension(name);
        if (extension.Length is 1 or > 10) extension = "";
        string stem = Cut(name[..(name.Length - extension.Length)], MostBytes - Encoding.UTF8.GetByteCount(extension)).Trim();
        return stem.Length == 0 ? Nameless + extension : stem + extension;
    }

    /// <summary>Names, each different from all others.</summary>
    public static IReadOnlyList<string> Different(IReadOnlyList<string> names)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var different = new List<string>(names.Count);
        foreach (string name in names)
        {
            string next = name;
            for (int i = 2; !used.Add(next); i++) next = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({i}){Path.GetExtension(name)}");
            different.Add(next);
        }

        return different;
    }

    private static bool IsUnfit(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Cut(string text, int bytes)
    {
        int used = 0, length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
