using System.Globalization;
using System.Text;

namespace Mingzhang.Web.Comparisons;

/// <summary>What a comparison is asked to show; its address is stable.</summary>
public sealed record CompareQuestion
{
    /// <summary>Most departments and years side by side.</summary>
    public const int MostDepartments = 12, MostYears = 12;

    /// <summary>Key of the line.</summary>
    public required string Line { get; init; }

    /// <summary>What of the line.</summary>
    public LineMeasure Measure { get; init; }

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public string Kind { get; init; } = "finalAccounts";

    /// <summary>The first year.</summary>
    public int From { get; init; }

    /// <summary>The last year; that of the ranking where no departments are chosen.</summary>
    public int To { get; init; }

    /// <summary>The departments, in order; none for the ranking of all.</summary>
    public IReadOnlyList<int> Departments { get; init; } = [];

    /// <summary>What rows are sorted by: <c>name</c>, a year, <c>-</c> before it for falling; empty for as chosen.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Page of the ranking, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>A measure in addresses: <c>perHead</c>.</summary>
    public static string Name(LineMeasure measure) => JsonName(measure.ToString());

    /// <summary>The question with one department more.</summary>
    /// <param name="department">Its id.</param>
    public CompareQuestion With(string department) => With(int.Parse(department, CultureInfo.InvariantCulture));

    /// <summary>The question with one department more.</summary>
    /// <param name="department">Its id.</param>
    public CompareQuestion With(int department) => this with { Departments = [.. Departments.Append(department).Distinct().TakeLast(MostDepartments)], Sort = "", Page = 1 };

    /// <summary>The address, without language.</summary>
    /// <param name="page">The page, or the data: <c>/compare.csv</c>.</param>
    public string Address(string page = "/compare")
    {
        var address = new StringBuilder(page).Append("?line=").Append(Uri.EscapeDataString(Line));
        if (Measure is not LineMeasure.Amount) address.Append("&measure=").Append(Name(Measure));
        if (Kind != "finalAccounts") address.Append("&kind=").Append(Kind);
        if (Departments.Count > 0) address.Append(CultureInfo.InvariantCulture, $"&from={From}");
        address.Append(CultureInfo.InvariantCulture, $"&to={To}");
        foreach (int department in Departments) address.Append(CultureInfo.InvariantCulture, $"&d={department}");
        if (Sort.Length > 0) address.Append("&sort=").Append(Uri.EscapeDataString(Sort));
        if (Page > 1) address.Append(CultureInfo.InvariantCulture, $"&page={Page}");
        return address.ToString();
    }

    private static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
