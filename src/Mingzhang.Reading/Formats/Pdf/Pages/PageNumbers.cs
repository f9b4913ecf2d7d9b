using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>Names pages in a sentence: 3–5、8.</summary>
internal static class PageNumbers
{
    /// <summary>The numbers, runs of three and more drawn together.</summary>
    /// <param name="numbers">In order.</param>
    internal static (string Zh, string En) Of(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (int number in numbers)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == number) runs[^1] = (runs[^1].First, number);
            else runs.Add((number, number));
        }

        return (Joined(runs, "、"), Joined(runs, ", "));
    }

    private static string Joined(List<(int First, int Last)> runs, string comma)
    {
        var text = new StringBuilder();
        foreach ((int first, int last) in runs)
        {
            if (text.Length > 0) text.Append(comma);
            text.Append(CultureInfo.InvariantCulture, $"{first}");
            if (last > first) text.Append(CultureInfo.InvariantCulture, $"–{last}");
        }

        return text.ToString();
    }
}
