using Mingzhang.Core.Findings;
using Mingzhang.Store.Comparisons;
using Mingzhang.Store.Search;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mingzhang.Web.Comparisons;

/// <summary>The page that compares departments and years on a line, and ranks all departments of a year.</summary>
internal static class CompareEndpoints
{
    public static void Map(WebApplication web) => web.MapGet("/compare", Show).Published();

    private static async Task<IResult> Show(HttpContext context, Lines lines, LineReader reader, Searcher searcher, Reader visitor, CancellationToken cancel)
    {
        IQueryCollection asked = context.Request.Query;
        IReadOnlyList<int> years = await reader.Years(cancel);
        string other = Asked.Text(asked["other"], 60), added = Asked.Text(asked["add"], 60);
        Text? problem = null;
        Line line = lines.Find(Asked.Text(asked["line"], 60)) ?? Lines.Main[0];
        if (other.Length > 0)
        {
            if (lines.Find(other) is { } found) line = found;
            else problem = new Text($"没有“{other}”这一行：请填科目编码（如 2013101）或单元格地址（如 09[1].12）。", $"There is no line “{other}”: give the code of an item (2013101) or the address of a cell (09[1].12).");
        }

        CompareQuestion question = Read(asked, line, years);
        IReadOnlyList<SearchHit> candidates = [];
        if (added.Length > 0)
        {
            candidates = (await searcher.Find(SearchQuestion.Of(added) with { Only = SearchPart.Department, Take = 10 }, cancel)).Hits;
            SearchHit? meant = candidates.FirstOrDefault(c => c.Title == added) ?? (candidates.Count == 1 ? candidates[0] : null);
            if (meant is not null) return TypedResults.Redirect(visitor.Link(With(question, meant).Address()));
            if (candidates.Count == 0) problem = new Text($"没有名称含“{added}”的部门。", $"No department has “{added}” in its name.");
        }

        if (other.Length > 0 && problem is null) return TypedResults.Redirect(visitor.Link(question.Address()));
        IReadOnlyDictionary<int, string> names = await reader.Departments(question.Departments, cancel);
        question = question with { Departments = [.. question.Departments.Where(names.ContainsKey)] };
        CompareModel model = question.Departments.Count == 0 ? await Ranking(question, line, years, reader, cancel) : await Compare(question, line, years, names, reader, cancel);
        return new RazorComponentResult<ComparePage>(new { Model = model with { Candidates = candidates, Problem = problem } });
    }

    /// <summary>The question with one department more.</summary>
    internal static CompareQuestion With(CompareQuestion question, SearchHit department) => With(question, int.Parse(department.Ref, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The question with one department more.</summary>
    internal static CompareQuestion With(CompareQuestion question, int department) =>
        question with { Departments = [.. question.Departments.Append(department).Distinct().TakeLast(CompareQuestion.MostDepartments)], Sort = "", Page = 1 };

    private static CompareQuestion Read(IQueryCollection asked, Line line, IReadOnlyList<int> years)
    {
        int newest = years.Count > 0 ? years[0] : DateTime.UtcNow.Year, to = Asked.Number(asked["to"]) is { } t and >= 1990 and <= 2200 ? t : newest;
        int from = Asked.Number(asked["from"]) is { } f and >= 1990 && f <= to ? f : Math.Max(to - 4, years.Count > 0 ? Math.Min(years[^1], to) : to);
        string sort = Asked.Text(asked["sort"], 10);
        return new CompareQuestion
        {
            Line = line.Key,
            Measure = Enum.TryParse(asked["measure"], ignoreCase: true, out LineMeasure measure) && Enum.IsDefined(measure) ? measure : LineMeasure.Amount,
            Kind = Asked.Kind(asked["kind"]) ?? "finalAccounts",
            From = Math.Max(from, to - CompareQuestion.MostYears + 1),
            To = to,
            Departments = [.. asked["d"].Select(d => Asked.Number(d)).OfType<int>().Distinct().Take(CompareQuestion.MostDepartments)],
            Sort = sort.TrimStart('-') is "name" || Asked.Number(sort.TrimStart('-')) is not null ? sort : "",
            Page = Math.Clamp(Asked.Number(asked["page"]) ?? 1, 1, 1000),
        };
    }

    private static async Task<CompareModel> Compare(CompareQuestion question, Line line, IReadOnlyList<int> allYears, IReadOnlyDictionary<int, string> names, LineReader reader, CancellationToken cancel)
    {
        int[] years = [.. Enumerable.Range(question.From, question.To - question.From + 1)];
        var comparison = new Comparison(await reader.Read(line.Source, question.Departments, [question.From - 1, .. years], cancel), question.Kind, question.Measure);
        IEnumerable<CompareRow> rows = question.Departments.Select(d => new CompareRow(d, names[d], 0, [.. years.Select(y => comparison.Of(d, y))]));
        string by = question.Sort.TrimStart('-');
        bool falls = question.Sort.StartsWith('-');
        int column = Array.IndexOf(years, Asked.Number(by) ?? 0);
        if (by == "name") rows = falls ? rows.OrderByDescending(r => r.Name, StringComparer.Ordinal) : rows.OrderBy(r => r.Name, StringComparer.Ordinal);
        // What is missing stands last either way.
        else if (column >= 0) rows = rows.OrderBy(r => r.Values[column].Value is null).ThenBy(r => falls ? -r.Values[column].Value : r.Values[column].Value);
        return new CompareModel { Question = question, Line = line, AllYears = allYears, Years = years, Rows = [.. rows] };
    }

    private static async Task<CompareModel> Ranking(CompareQuestion question, Line line, IReadOnlyList<int> allYears, LineReader reader, CancellationToken cancel)
    {
        int[] years = question.Measure is LineMeasure.Growth ? [question.To - 1, question.To] : [question.To];
        IReadOnlyList<LineValue> values = await reader.Read(line.Source, null, years, cancel);
        var comparison = new Comparison(values, question.Kind, question.Measure);
        (LineValue Value, Measured Measured)[] all = [.. values.Where(v => v.Kind == question.Kind && v.Year == question.To).Select(v => (v, comparison.Of(v.Department, question.To)))];
        bool rises = question.Sort.Length > 0 && !question.Sort.StartsWith('-');
        CompareRow[] ranked =
        [
            .. all.Where(v => v.Measured.Value is not null)
                .OrderBy(v => rises ? v.Measured.Value : -v.Measured.Value).ThenBy(v => v.Value.Name, StringComparer.Ordinal)
                .Select((v, i) => new CompareRow(v.Value.Department, v.Value.Name, i + 1, [v.Measured])),
        ];
        return new CompareModel
        {
            Question = question,
            Line = line,
            AllYears = allYears,
            Years = [question.To],
            Rows = [.. ranked.Skip((question.Page - 1) * CompareModel.PageSize).Take(CompareModel.PageSize)],
            Ranked = ranked.Length,
            Unranked = [.. all.Where(v => v.Measured.Value is null).GroupBy(v => v.Measured.Why).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key)],
        };
    }
}
