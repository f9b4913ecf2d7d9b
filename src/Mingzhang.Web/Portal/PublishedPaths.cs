using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Portal;

/// <summary>Stable addresses of what is published, and the names of the kinds.</summary>
internal static class PublishedPaths
{
    private const string FinalAccounts = "finalAccounts", FinalAccountsPart = "final-accounts", Budget = "budget";

    /// <summary>Of a department: <c>/departments/7</c>.</summary>
    public static string OfDepartment(int id) => "/departments/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of the current version of a disclosure: <c>/departments/7/2023/final-accounts</c>.</summary>
    public static string OfDisclosure(int department, int year, string kind) => $"{OfDepartment(department)}/{year.ToString(CultureInfo.InvariantCulture)}/{PartOf(kind)}";

    /// <summary>Of a version: the disclosure's for the current one, else <c>…/v1</c>.</summary>
    public static string OfVersion(PublishedEntry entry) => OfDisclosure(entry.DepartmentId, entry.Year, entry.Kind) + (entry.IsCurrent ? "" : Number(entry));

    /// <summary>Of a file of a version, which stays the same when newer versions follow.</summary>
    public static string OfFile(PublishedEntry entry, string name) =>
        $"{OfDisclosure(entry.DepartmentId, entry.Year, entry.Kind)}{Number(entry)}/files/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The kind of a part of an address; null if it is none.</summary>
    public static string? KindOf(string part) => part switch { FinalAccountsPart => FinalAccounts, Budget => Budget, _ => null };

    /// <summary>The part of an address for a kind.</summary>
    public static string PartOf(string kind) => kind == FinalAccounts ? FinalAccountsPart : Budget;

    /// <summary>决算 or 预算.</summary>
    public static Text NameOf(string kind) => kind == FinalAccounts ? new("决算", "Final accounts") : new("预算", "Budget");

    private static string Number(PublishedEntry entry) => "/v" + entry.Version.ToString(CultureInfo.InvariantCulture);
}
