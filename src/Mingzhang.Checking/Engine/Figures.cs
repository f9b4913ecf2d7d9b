using System.Globalization;

namespace Mingzhang.Checking.Engine;

/// <summary>Prints figures that a check computed.</summary>
internal static class Figures
{
    /// <summary>A ratio in percent: 0.9155 with one decimal gives <c>91.6%</c>.</summary>
    internal static string Percent(decimal ratio, int decimals) =>
        decimal.Round(ratio * 100m, Math.Clamp(decimals, 0, 10), MidpointRounding.AwayFromZero).ToString("F" + Math.Clamp(decimals, 0, 10), CultureInfo.InvariantCulture) + "%";

    /// <summary>A number without trailing zeros.</summary>
    internal static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
