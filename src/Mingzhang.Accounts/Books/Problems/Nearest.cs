using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Books.Problems;

/// <summary>The name that was probably meant: few edits away, and nearer than any other.</summary>
internal static class Nearest
{
    private const int LongestName = 40;

    /// <summary>The nearest of some names; null if none is near, or two are equally near.</summary>
    internal static string? To(string text, IEnumerable<string> names)
    {
        if (text.Length is 0 or > LongestName) return null;
        string? nearest = null;
        int least = int.MaxValue;
        bool several = false;
        foreach (string name in names)
        {
            if (name.Length > LongestName) continue;
            int distance = Distance(text, name);
            if (distance > Math.Max(1, Math.Max(text.Length, name.Length) / 3)) continue;
            several = distance == least && name != nearest;
            if (distance >= least) continue;
            (nearest, least) = (name, distance);
        }

        return several ? null : nearest;
    }

    /// <summary>“did you mean …?” with a blank before it; empty if no name is near.</summary>
    internal static Text Question(string text, IEnumerable<string> names) =>
        To(text, names) is { } name ? new Text($"，是不是“{name}”？", $"; did you mean \"{name}\"?") : "";

    private static int Distance(string a, string b)
    {
        Span<int> previous = stackalloc int[LongestName + 1], current = stackalloc int[LongestName + 1];
        for (int j = 0; j <= b.Length; j++) previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + change);
            }

            current.CopyTo(previous);
        }

        return previous[b.Length];
    }
}
