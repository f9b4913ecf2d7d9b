using System.Text;

namespace Mingzhang.Reading.Archives;

/// <summary>Names of files in ZIP archives: UTF-8 where the archive says so or the bytes are, else the encoding of Chinese Windows.</summary>
internal static class MemberNames
{
    private const int Longest = 400;

    /// <summary>The encoding to open an archive with: it keeps the bytes of names that are not marked as UTF-8.</summary>
    internal static Encoding Raw => Encoding.Latin1;

    /// <summary>A name as it was meant, folders parted by slashes.</summary>
    /// <param name="name">The name as an archive opened with <see cref="Raw"/> gives it.</param>
    internal static string Decode(string name)
    {
        string decoded = name;
        bool raw = name.AsSpan().ContainsAnyInRange('\u0080', '\u00FF') && !name.AsSpan().ContainsAnyInRange('\u0100', '\uFFFF');
        if (raw)
        {
            byte[] bytes = Raw.GetBytes(name);
            Encoding encoding = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
            decoded = encoding.GetString(bytes);
        }

        decoded = decoded.Replace('\\', '/');
        return string.Concat(decoded.Select(c => char.IsControl(c) ? '?' : c));
    }

    /// <summary>Whether a name would lead out of the folder that the archive is unpacked in, or is none.</summary>
    internal static bool IsUnsafe(string name) =>
        name.Length is 0 or > Longest || name[0] == '/' || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    /// <summary>Whether a file belongs to the system that packed the archive rather than to its documents.</summary>
    internal static bool IsSystem(string name)
    {
        string file = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("__MACOSX/", StringComparison.Ordinal) || file.StartsWith('.') || file.StartsWith("~$", StringComparison.Ordinal)
            || file.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || file.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
    }
}
