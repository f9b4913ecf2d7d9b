using System.Text.Json;
using Mingzhang.Store.OpenData;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.OpenData;

/// <summary>Makes what the data's readers get of what the database has.</summary>
internal static class ApiTexts
{
    public static ApiDepartment Of(PublishedDepartment department) => new(department.Id, department.Name, department.Place, PublishedPaths.OfDepartment(department.Id), FormattableString.Invariant($"/api/departments/{department.Id}"));

    public static ApiDisclosure Of(PublishedEntry d)
    {
        string url = FormattableString.Invariant($"/api/disclosures/{d.Id}");
        return new ApiDisclosure(
            d.Id, d.DepartmentId, d.Department, d.Kind, d.Year, d.Version, d.IsCurrent, d.Title, d.Edition, DateTime.SpecifyKind(d.Published, DateTimeKind.Utc), JsonElement.Parse(d.Summary),
            PublishedPaths.OfVersion(d), url, url + ".csv");
    }

    /// <summary>Without the zeros that the database's scale adds.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
