using Mingzhang.Core.Disclosures;

namespace Mingzhang.Publishing.Packages;

/// <summary>What a published document is called.</summary>
internal static class Titles
{
    /// <summary><c>某某局2023年度部门决算</c>.</summary>
    public static string Of(Disclosure disclosure) => $"{disclosure.Unit}{disclosure.Year}年度部门{(disclosure.Kind == DisclosureKind.Budget ? "预算" : "决算")}";
}
