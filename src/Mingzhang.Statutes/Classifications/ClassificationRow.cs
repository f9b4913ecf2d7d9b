using System.Collections.Immutable;
using System.Globalization;

namespace Mingzhang.Statutes.Classifications;

/// <summary>A row of a classification file: a code with its name in some years.</summary>
internal sealed record ClassificationRow(string Code, string Name, int? From, int? To, ImmutableArray<string> Former, ImmutableArray<string> Other, string Source)
{
    internal bool InForce(int year) => (From is null || From <= year) && (To is null || To >= year);

    /// <summary>A text without the separators of the file.</summary>
    internal static string Clean(string text) => text.Replace(',', '，').Replace('|', '｜').ReplaceLineEndings(" ");

    /// <summary>The row as it stands in the file.</summary>
    public override string ToString() =>
        string.Join(',', Code, Name, Year(From), Year(To), string.Join('|', Former), string.Join('|', Other), Source);

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
