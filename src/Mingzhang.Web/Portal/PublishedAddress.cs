using System.Globalization;

namespace Mingzhang.Web.Portal;

/// <summary>Where the page of a published disclosure is.</summary>
internal static class PublishedAddress
{
    /// <summary>Its path, without the language.</summary>
    public static string Of(int department, string kind, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"/departments/{department}/{(kind == "budget" ? "budget" : "accounts")}/{year}");
}
