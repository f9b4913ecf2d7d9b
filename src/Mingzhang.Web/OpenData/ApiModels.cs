using System.ComponentModel;
using System.Text.Json;

namespace Mingzhang.Web.OpenData;

[Description("A page of a list.")]
internal sealed record ApiPage<T>(
    [property: Description("The entries.")] IReadOnlyList<T> Items,
    [property: Description("Address of the next page; absent on the last one.")] string? Next);

[Description("A department.")]
internal sealed record ApiDepartment(
    [property: Description("Its id, which does not change.")] int Id,
    [property: Description("Its name.")] string Name,
    [property: Description("Where it is; empty if that is not known.")] string Place,
    [property: Description("Its page.")] string Page,
    [property: Description("Its data.")] string Url);

[Description("A department with its current disclosures.")]
internal sealed record ApiDepartmentWithDisclosures(
    [property: Description("The department.")] ApiDepartment Department,
    [property: Description("Its current disclosures, those published last first.")] IReadOnlyList<ApiDisclosure> Disclosures);

[Description("A published disclosure, without its contents.")]
internal sealed record ApiDisclosure(
    [property: Description("Its id; a new version has another.")] long Id,
    [property: Description("Id of its department.")] int DepartmentId,
    [property: Description("Name of its department.")] string Department,
    [property: Description("`finalAccounts` or `budget`.")] string Kind,
    [property: Description("The fiscal year.")] int Year,
    [property: Description("Counts the versions from 1.")] int Version,
    [property: Description("Whether no newer version took its place.")] bool IsCurrent,
    [property: Description("Title of the document.")] string Title,
    [property: Description("Id of the edition of the statutory forms.")] string Edition,
    [property: Description("When it was published (UTC).")] DateTime Published,
    [property: Description("Counts of its check: passed, failed, notRun, error, warning, rounding, info.")] JsonElement Check,
    [property: Description("Its page.")] string Page,
    [property: Description("Its data: figures, text, check.")] string Url,
    [property: Description("Its figures as CSV.")] string Csv);

[Description("A disclosure with everything that was published.")]
internal sealed record ApiDisclosureWithDocument(
    [property: Description("What it is.")] ApiDisclosure Disclosure,
    [property: Description("Main figures (`main/…`, 万元) and numbers of the text (`vehicles/total`), by name; only for current versions.")] IReadOnlyDictionary<string, decimal> Numbers,
    [property: Description("The files to download.")] IReadOnlyList<ApiFile> Files,
    [property: Description("The document as published: pieces in reading order (headings, paragraphs with the cells that their figures speak of, forms as grids, tables, charts), evaluations, check with findings. See docs/reports.md.")] JsonElement Document);

[Description("A file to download.")]
internal sealed record ApiFile(
    [property: Description("Its name.")] string Name,
    [property: Description("What it is.")] string MediaType,
    [property: Description("Bytes.")] long Size,
    [property: Description("SHA-256 in hexadecimal.")] string Sha256,
    [property: Description("Its address.")] string Url);

[Description("An item of a classification across all departments.")]
internal sealed record ApiItem(
    [property: Description("Its code.")] string Code,
    [property: Description("Its name; null for a code that the statutory list does not have.")] string? Name,
    [property: Description("`finalAccounts` or `budget`.")] string Kind,
    [property: Description("Every year that has it: total and distribution over departments, 万元.")] IReadOnlyList<ApiItemYear> Years,
    [property: Description("The year whose amounts follow; null where no year has the item.")] int? Year,
    [property: Description("Amounts of the departments in that year, the greatest first.")] IReadOnlyList<ApiItemAmount> Amounts,
    [property: Description("Address of the next page of amounts; absent on the last one.")] string? Next);

[Description("A year of an item over all departments, 万元.")]
internal sealed record ApiItemYear(int Year, int Departments, decimal Total, decimal Least, decimal LowerQuarter, decimal Middle, decimal UpperQuarter, decimal Most);

[Description("A department's amount of an item.")]
internal sealed record ApiItemAmount(
    [property: Description("Id of the department.")] int DepartmentId,
    [property: Description("Its name.")] string Department,
    [property: Description("Id of the disclosure.")] long Disclosure,
    [property: Description("In 万元.")] decimal Amount,
    [property: Description("The department's expenditure of the year, 万元; absent where it is not known.")] decimal? Expenditure);

[Description("What a search found.")]
internal sealed record ApiSearch(
    [property: Description("The words that were looked for, as they were understood.")] IReadOnlyList<string> Words,
    [property: Description("Hits that can be paged through.")] int Reachable,
    [property: Description("Whether there are more, of which the newest are given.")] bool More,
    [property: Description("The hits, the best first.")] IReadOnlyList<ApiHit> Hits,
    [property: Description("Address of the next page; absent on the last one.")] string? Next);

[Description("A hit.")]
internal sealed record ApiHit(
    [property: Description("`department`, `item`, `project` or `text`.")] string Part,
    [property: Description("The name or heading.")] string Title,
    [property: Description("The text around the words; absent for names.")] string? Snippet,
    [property: Description("Its page.")] string Page,
    [property: Description("Name of the department; absent for names.")] string? Department,
    [property: Description("Kind of the disclosure; absent for names.")] string? Kind,
    [property: Description("Year of the disclosure; for names the newest that has it.")] int Year);
