namespace Mingzhang.Publishing.Documents;

/// <summary>Colours of charts: apart from each other for people who see colours differently, and dark enough on white.</summary>
internal static class ChartColors
{
    private static readonly string[] All = ["1F5FA8", "C8501E", "2E8B57", "8A4FA3", "B8860B", "5A6B7B", "A83254", "1B8A9A"];

    /// <summary>The colour of a series or part, from 0: <c>1F5FA8</c>.</summary>
    public static string Of(int index) => All[index % All.Length];
}
