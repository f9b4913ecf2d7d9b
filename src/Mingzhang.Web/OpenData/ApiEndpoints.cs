using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Store.Comparisons;
using Mingzhang.Store.OpenData;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Search;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Comparisons;
using Mingzhang.Web.Items;
using Mingzhang.Web.Layout;
using Mingzhang.Web.Portal;
using Mingzhang.Web.Search;

namespace Mingzhang.Web.OpenData;

/// <summary>What is published as data: JSON and CSV at addresses that stay.</summary>
internal static class ApiEndpoints
{
    private const int MostRows = 50_000, MostPages = 100;

    public static void Map(WebApplication web)
    {
        RouteGroupBuilder api = web.MapGroup("/api").Published();
        api.AddEndpointFilter(async (context, next) =>
        {
            // The data is everybody's, on any site's pages.
            IHeaderDictionary headers = context.HttpContext.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return await next(context);
        });
        api.MapGet("/departments", Departments).WithName("departments").WithSummary("部门 Departments").WithDescription("Departments that have published, by id. Follow `next` for further pages.");
        api.MapGet("/departments/{id:int}", Department).PublishedByDepartment("id").WithName("department").WithSummary("一个部门 A department").WithDescription("A department with its current disclosures.");
        api.MapGet("/disclosures", Disclosures).WithName("disclosures").WithSummary("公开文件 Disclosures").WithDescription("Current disclosures, those published last first. Follow `next` for further pages.");
        api.MapGet("/disclosures/{id:long}", Disclosure).WithName("disclosure").WithSummary("一份公开文件 A disclosure").WithDescription("Everything that was published of a disclosure, in any version: forms, text, evaluations, check.");
        api.MapGet("/disclosures/{id:long}.csv", DisclosureCsv).WithName("disclosureFigures").WithSummary("一份公开文件的表内数 Figures of a disclosure").WithDescription("Every figure of the forms of a current disclosure, as CSV in 万元.")
            .Produces<string>(contentType: "text/csv");
        api.MapGet("/items/{code}", Item).WithName("item").WithSummary("科目 An item").WithDescription("An item of the functional (2…) or economic (3…) classification across all departments and years, 万元.");
        api.MapGet("/figures.csv", Figures).WithName("figures").WithSummary("表内数 Figures")
            .WithDescription($"Figures of current disclosures as CSV in 万元, at most {MostRows} rows. Give at least a department, a row, or a form with a year.").Produces<string>(contentType: "text/csv");
        api.MapGet("/search", Search).WithName("search").WithSummary("搜索 Search").WithDescription("Departments, items, projects and texts that hold all words. Width and spacing do not count; parts of words are found.");
    }

    private static async Task<Ok<ApiPage<ApiDepartment>>> Departments(
        OpenDataReader reader, CancellationToken cancel,
        [Description("Only those whose name contains this.")] string? q = null,
        [Description("Where the page begins; from `next`.")] int after = 0,
        [Description("Entries of a page, 1 to 500.")] int limit = 100)
    {
        limit = Math.Clamp(limit, 1, 500);
        string name = Asked.Text(q, 60);
        IReadOnlyList<PublishedDepartment> found = await reader.Departments(name.Length > 0 ? name : null, after, limit + 1, cancel);
        string? next = found.Count > limit ? Address("/api/departments", ("q", name), ("after", Number(found[limit - 1].Id)), ("limit", Number(limit))) : null;
        return TypedResults.Ok(new ApiPage<ApiDepartment>([.. found.Take(limit).Select(ApiTexts.Of)], next));
    }

    private static async Task<Results<Ok<ApiDepartmentWithDisclosures>, ProblemHttpResult>> Department([Description("Id of the department.")] int id, OpenDataReader reader, PublicationReader publications, CancellationToken cancel) =>
        await publications.Department(id, cancel) is { } department
            ? TypedResults.Ok(new ApiDepartmentWithDisclosures(ApiTexts.Of(department), [.. (await reader.Disclosures(id, null, null, null, 500, cancel)).Select(ApiTexts.Of)]))
            : NotFound("department");

    private static async Task<Results<Ok<ApiPage<ApiDisclosure>>, ProblemHttpResult>> Disclosures(
        OpenDataReader reader, CancellationToken cancel,
        [Description("Only of the department with this id.")] int? department = null,
        [Description("`finalAccounts` or `budget`.")] string? kind = null,
        [Description("Only of this fiscal year.")] int? year = null,
        [Description("Where the page begins; from `next`.")] long? before = null,
        [Description("Entries of a page, 1 to 500.")] int limit = 100)
    {
        if (kind is not null && Asked.Kind(kind) is null) return Wrong("kind is finalAccounts or budget");
        limit = Math.Clamp(limit, 1, 500);
        IReadOnlyList<PublishedEntry> found = await reader.Disclosures(department, kind, year, before, limit + 1, cancel);
        string? next = found.Count > limit
            ? Address("/api/disclosures", ("department", department?.ToString(CultureInfo.InvariantCulture)), ("kind", kind), ("year", year?.ToString(CultureInfo.InvariantCulture)), ("before", Number(found[limit - 1].Id)), ("limit", Number(limit)))
            : null;
        return TypedResults.Ok(new ApiPage<ApiDisclosure>([.. found.Take(limit).Select(ApiTexts.Of)], next));
    }

    private static async Task<Results<Ok<ApiDisclosureWithDocument>, ProblemHttpResult>> Disclosure([Description("Id of the disclosure.")] long id, HttpContext context, OpenDataReader reader, PublicationReader publications, CancellationToken cancel)
    {
        if (await reader.One(id, cancel) is not { } disclosure) return NotFound("disclosure");
        Modified(context, disclosure);
        return TypedResults.Ok(new ApiDisclosureWithDocument(
            ApiTexts.Of(disclosure),
            (await reader.Numbers(id, cancel)).ToDictionary(n => n.Name, n => ApiTexts.Plain(n.Number), StringComparer.Ordinal),
            [.. (await publications.Files(id, cancel)).Select(f => new ApiFile(f.Name, f.MediaType, f.Size, f.Digest, PublishedPaths.OfFile(disclosure, f.Name)))],
            await publications.View(id, json => JsonElement.Parse(json), cancel)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DisclosureCsv(
        [Description("Id of the disclosure.")] long id, HttpContext context, OpenDataReader reader, CancellationToken cancel, [Description("1 for a byte-order mark, which some spreadsheets need.")] int bom = 0)
    {
        if (await reader.One(id, cancel) is not { } disclosure) return NotFound("disclosure");
        if (!disclosure.IsCurrent) return NotFound("current version; earlier ones have JSON only");
        Modified(context, disclosure);
        return File(await reader.Figures(new FigureChoice(Disclosure: id), MostRows, cancel), bom, $"{disclosure.Department}-{Number(disclosure.Year)}-{disclosure.Kind}.csv");
    }

    private static async Task<Results<Ok<ApiItem>, ProblemHttpResult>> Item(
        [Description("The code: 3, 5 or 7 digits.")] string code, ItemReader reader, Lines lines, CancellationToken cancel,
        [Description("`finalAccounts` or `budget`.")] string kind = "finalAccounts",
        [Description("The year whose amounts are given; else the newest.")] int? year = null,
        [Description("Page of the amounts, from 1.")] int page = 1)
    {
        if (Asked.Kind(kind) is null) return Wrong("kind is finalAccounts or budget");
        if (lines.ClassificationOf(code) is null) return NotFound("item");
        const int size = 500;
        page = Math.Clamp(page, 1, 1000);
        LineSource source = lines.OfItem(code);
        IReadOnlyList<ItemYear> years = await reader.Years(code, source, kind, cancel);
        if (years.Count == 0 && lines.NameOf(code) is null) return NotFound("item");
        ItemYear? shown = years.FirstOrDefault(y => y.Year == year) ?? (year is null && years.Count > 0 ? years[^1] : null);
        IReadOnlyList<ItemAmount> amounts = shown is null ? [] : await reader.Amounts(code, source, kind, shown.Year, rises: false, (page - 1) * size, size, cancel);
        return TypedResults.Ok(new ApiItem(
            code, lines.NameOf(code), kind,
            [.. years.Select(y => new ApiItemYear(y.Year, y.Departments, ApiTexts.Plain(y.Total), ApiTexts.Plain(y.Least), ApiTexts.Plain(y.Lower), ApiTexts.Plain(y.Middle), ApiTexts.Plain(y.Upper), ApiTexts.Plain(y.Most)))],
            shown?.Year,
            [.. amounts.Select(a => new ApiItemAmount(a.Department, a.Name, a.Disclosure, ApiTexts.Plain(a.Amount), a.Expenditure is { } e ? ApiTexts.Plain(e) : null))],
            shown is not null && page * size < shown.Departments ? Address("/api/items/" + code, ("kind", kind), ("year", Number(shown.Year)), ("page", Number(page + 1))) : null));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Figures(
        OpenDataReader reader, CancellationToken cancel,
        [Description("Only of the department with this id.")] int? department = null,
        [Description("`finalAccounts` or `budget`.")] string? kind = null,
        [Description("Only of this fiscal year.")] int? year = null,
        [Description("Only of this form: `03`.")] string? form = null,
        [Description("Only of this row: a line number, a code, `合计`.")] string? row = null,
        [Description("Only of this column.")] string? column = null,
        [Description("1 for a byte-order mark, which some spreadsheets need.")] int bom = 0)
    {
        if (kind is not null && Asked.Kind(kind) is null) return Wrong("kind is finalAccounts or budget");
        if (department is null && row is null && (form is null || year is null)) return Wrong("give a department, a row, or a form with a year");
        return File(await reader.Figures(new FigureChoice(null, department, kind, year, Some(form), Some(row), Some(column)), MostRows, cancel), bom, "figures.csv");
    }

    private static async Task<Ok<ApiSearch>> Search(
        Searcher searcher, CancellationToken cancel,
        [Description("The words, parted by blanks; at most 100 characters count.")] string? q = null,
        [Description("`finalAccounts` or `budget`.")] string? kind = null,
        [Description("Only of this fiscal year.")] int? year = null,
        [Description("`department`, `item`, `project` or `text`.")] string? part = null,
        [Description("The page, from 1.")] int page = 1)
    {
        page = Math.Clamp(page, 1, MostPages);
        SearchQuestion question = SearchQuestion.Of(Asked.Text(q, SearchQuestion.Longest)) with
        {
            Kind = Asked.Kind(kind),
            Year = Asked.Year(year),
            Only = Enum.TryParse(part, ignoreCase: true, out SearchPart only) && Enum.IsDefined(only) ? only : null,
            Skip = (page - 1) * SearchModel.PageSize,
        };
        SearchResult result = await searcher.Find(question, cancel);
        var model = new SearchModel(Asked.Text(q, SearchQuestion.Longest), question, page, result, []);
        return TypedResults.Ok(new ApiSearch(
            question.Words, result.Reachable, result.Counts.Values.Any(c => c.More),
            [.. result.Hits.Select(h => new ApiHit(
                SearchModel.Name(h.Part), h.Title, h.Body.Length > 0 ? string.Concat(Snippet.Of(h.Body, question.Words).Select(s => s.Text)) : null, SearchModel.PageOf(h),
                h.Department.Length > 0 ? h.Department : null, h.Kind.Length > 0 ? h.Kind : null, h.Year))],
            page < model.Pages ? "/api" + model.Address(question.Only, page + 1) : null));
    }

    private static FileContentHttpResult File(IReadOnlyList<OpenFigure> figures, int bom, string name) => TypedResults.File(Csv.Of(figures, bom == 1), "text/csv; charset=utf-8", name);

    private static void Modified(HttpContext context, PublishedEntry disclosure) => context.Response.GetTypedHeaders().LastModified = new DateTimeOffset(DateTime.SpecifyKind(disclosure.Published, DateTimeKind.Utc));

    private static ProblemHttpResult NotFound(string what) => TypedResults.Problem($"there is no such {what}", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);

    private static string? Some(string? text) => Asked.Text(text, 60) is { Length: > 0 } said ? said : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Address(string path, params (string Name, string? Value)[] query) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value)));
}
