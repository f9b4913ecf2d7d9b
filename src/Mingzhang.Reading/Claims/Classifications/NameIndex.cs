using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>Names of one classification with their codes, found by the name under a parent.</summary>
internal sealed class NameIndex
{
    private readonly HashSet<string> _codes = [];
    private readonly Dictionary<string, List<string>> _byName = [];
    private readonly List<(string Code, string Name, string Plain)> _entries = [];

    internal NameIndex(IEnumerable<(string Code, string Name)> entries)
    {
        foreach ((string code, string name) in entries)
        {
            if (name.Length == 0 || !_codes.Add(code)) continue;
            string plain = PlainName.Of(name);
            _entries.Add((code, name, plain));
            if (!_byName.TryGetValue(plain, out List<string>? codes)) _byName[plain] = codes = [];
            codes.Add(code);
        }
    }

    /// <summary>Whether a code is among them.</summary>
    internal bool Has(string code) => _codes.Contains(code);

    /// <summary>Whether there are none.</summary>
    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Whether a row key is a functional or economic code.</summary>
    internal static bool IsCode(string key) => key.Length is 3 or 5 or 7 && !key.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The entries whose codes have a length.</summary>
    internal IEnumerable<(string Code, string Name)> OfLength(int length) => _entries.Where(e => e.Code.Length == length).Select(e => (e.Code, e.Name));

    /// <summary>The one code of a length under a parent that has a name, or nearly; null if none or several.</summary>
    internal (string? Code, ClassificationMatch Match) Find(string name, int length, string parent, bool exactly = false)
    {
        string plain = PlainName.Of(name);
        string? exact = null;
        foreach (string code in _byName.GetValueOrDefault(plain, []))
        {
            if (code.Length != length || !code.StartsWith(parent, StringComparison.Ordinal)) continue;
            if (exact is not null) return (null, ClassificationMatch.None);
            exact = code;
        }

        if (exact is not null) return (exact, ClassificationMatch.Exact);
        return exactly ? (null, ClassificationMatch.None) : FindNear(plain, length, parent);
    }

    private (string? Code, ClassificationMatch Match) FindNear(string plain, int length, string parent)
    {
        string? near = null;
        int best = int.MaxValue;
        bool several = false;
        foreach ((string code, _, string candidate) in _entries)
        {
            if (code.Length != length || !code.StartsWith(parent, StringComparison.Ordinal)) continue;
            int limit = Math.Max(candidate.Length, plain.Length) / 4;
            int distance = PlainName.Distance(candidate, plain, limit);
            if (distance > limit || distance > best) continue;
            several = distance == best;
            (near, best) = (code, distance);
        }

        return near is null || several ? (null, ClassificationMatch.None) : (near, ClassificationMatch.Similar);
    }
}

/// <summary>Names without what documents print differently: white space, brackets, quotation marks and a final 支出.</summary>
internal static class PlainName
{
    /// <summary>The plain form.</summary>
    internal static string Of(string name)
    {
        Span<char> plain = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (!char.IsWhiteSpace(c) && c is not ('（' or '）' or '(' or ')' or '“' or '”' or '"' or '、' or '，' or ',')) plain[length++] = c;
        }

        ReadOnlySpan<char> result = plain[..length];
        if (result.Length > 2 && result.EndsWith("支出")) result = result[..^2];
        return result.ToString();
    }

    /// <summary>Characters to insert, delete or replace; more than <paramref name="limit"/> as soon as that is certain.</summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || b.Length > 128) return limit + 1;
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0], least = row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }

            if (least > limit) return limit + 1;
        }

        return row[b.Length];
    }
}
