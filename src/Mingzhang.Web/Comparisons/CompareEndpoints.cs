using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Comparisons;
using Mingzhang.Store.Publications;
using Mingzhang.Store.Search;
using Mingzhang.Web.Caching;
using Mingzhang.Web.Layout;
using Mingzhang.Web.OpenData;

namespace Mingzhang.Web.Comparisons;

/// <summary>The page that compares departments and years on a line, and ranks all departments of a year; the same as CSV.</summary>
internal static class CompareEndpoints
{
    private const int Longest = 60;

    public static void Map(WebApplication web)
    {
        web.MapGet("/compare", Show).Published();
        web.MapGet("/compare.csv", Data).Published();
    }

    private static async Task<IResult> Show(HttpContext context, Lines lines, LineReader reader, PublicationReader published, Searcher searcher, Reader visitor, CancellationToken cancel)
    {
        IQueryCollection asked = context.Request.Query;
        IReadOnlyList<int> years = await published.Years(cancel);
        string other = Asked.Text(asked["other"], Longest), added = Asked.Text(asked["add"], Longest);
        Line line = lines.Find(Asked.Text(asked["line"], Longest)) ?? Lines.Main[0];
        CompareQuestion question = Read(asked, line, years);
        var choices = new List<CompareChoice>();
        Text? problem = null;
        if (other.Length > 0)
        {
            IReadOnlyList<SearchHit> items = lines.Find(other) is null ? (await searcher.Find(SearchQuestion.Of(other) with { Only = SearchPart.Item, Take = 20 }, cancel)).Hits : [];
            string? meant = lines.Find(other)?.Key ?? Meant(items, other)?.Ref;
            if (meant is not null && added.Length == 0) return TypedResults.Redirect(visitor.Link((question with { Line = meant, Sort = "", Page = 1 }).Address()));
            if (meant is not null) line = lines.Find(meant)!;
            choices.AddRange(meant is null ? items.Select(i => new CompareChoice($"{i.Ref} {i.Title}", question with { Line = i.Ref, Sort = "", Page = 1 })) : []);
            if (meant is null && items.Count == 0) problem = new Text($"没有“{other}”这一行：请填科目名称或编码（如 2013101），或者单元格地址（如 09[1].12）。", $"There is no line “{other}”: give the name or code of an item (2013101) or the address of a cell (09[1].12).");
        }

        question = question with { Line = line.Key };
        if (added.Length > 0)
        {
            IReadOnlyList<SearchHit> departments = (await searcher.Find(SearchQuestion.Of(added) with { Only = SearchPart.Department, Take = 20 }, cancel)).Hits;
            if (Meant(departments, added) is { } meant) return TypedResults.Redirect(visitor.Link(question.With(meant.Ref).Address()));
            choices.AddRange(departments.Select(d => new CompareChoice(d.Title, question.With(d.Ref))));
            if (departments.Count == 0) problem = new Text($"没有名称含“{added}”的部门。", $"No department has “{added}” in its name.");
        }

        CompareModel model = await Ask(question, line, years, reader, cancel);
        return new RazorComponentResult<ComparePage>(new { Model = model with { Choices = choices, Problem = problem } });
    }

    private static async Task<FileContentHttpResult> Data(HttpContext context, Lines lines, LineReader reader, PublicationReader published, Reader visitor, CancellationToken cancel)
    {
        IQueryCollection asked = context.Request.Query;
        IReadOnlyList<int> years = await published.Years(cancel);
        Line line = lines.Find(Asked.Text(asked["line"], Longest)) ?? Lines.Main[0];
        CompareModel model = await Ask(Read(asked, line, years), line, years, reader, cancel);
        return TypedResults.File(CompareCsv.Of(model, visitor, asked["bom"] == "1"), "text/csv; charset=utf-8", $"compare-{CompareQuestion.Name(model.Question.Measure)}.csv");
    }

    /// <summary>The one that is meant: the only one, or the only one that is called just so.</summary>
    private static SearchHit? Meant(IReadOnlyList<SearchHit> hits, string typed) => hits.Count == 1 ? hits[0] : hits.Where(h => h.Title == typed).ToArray() is [var one] ? one : null;

    private static CompareQuestion Read(IQueryCollection asked, Line line, IReadOnlyList<int> years)
    {
        int newest = years.Count > 0 ? years[0] : DateTime.UtcNow.Year, to = Asked.Year(asked["to"]) ?? newest;
        int from = Asked.Year(asked["from"]) is { } f && f <= to ? f : Math.Max(to - 4, years.Count > 0 ? Math.Min(years[^1], to) : to);
        string sort = Asked.Text(asked["sort"], 10);
        LineMeasure measure = Enum.TryParse(asked["measure"], ignoreCase: true, out LineMeasure named) && Enum.IsDefined(named) ? named : LineMeasure.Amount;
        return new CompareQuestion
        {
            Line = line.Key,
            Measure = measure,
            // Completion is of final accounts.
            Kind = measure is LineMeasure.Completion ? "finalAccounts" : Asked.Kind(asked["kind"]) ?? "finalAccounts",
            From = Math.Max(from, to - CompareQuestion.MostYears + 1),
            To = to,
            Departments = [.. asked["d"].Select(d => Asked.Number(d)).OfType<int>().Distinct().Take(CompareQuestion.MostDepartments)],
            Sort = sort.TrimStart('-') is "name" || Asked.Number(sort.TrimStart('-')) is not null ? sort : "",
            Page = Math.Clamp(Asked.Number(asked["page"]) ?? 1, 1, 1000),
        };
    }

    private static async Task<CompareModel> Ask(CompareQuestion question, Line line, IReadOnlyList<int> years, LineReader reader, CancellationToken cancel)
    {
        IReadOnlyDictionary<int, string> names = await reader.Departments(question.Departments, cancel);
        question = question with { Departments = [.. question.Departments.Where(names.ContainsKey)] };
        return question.Departments.Count == 0 ? await Ranking(question, line, years, reader, cancel) : await Compare(question, line, years, names, reader, cancel);
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
        CompareRow[] all = [.. values.Where(v => v.Kind == question.Kind && v.Year == question.To).Select(v => new CompareRow(v.Department, v.Name, 0, [comparison.Of(v.Department, question.To)]))];
        bool rises = question.Sort.Length > 0 && !question.Sort.StartsWith('-');
        return new CompareModel
        {
            Question = question,
            Line = line,
            AllYears = allYears,
            Years = [question.To],
            Rows =
            [
                .. all.Where(r => r.Values[0].Value is not null)
                    .OrderBy(r => rises ? r.Values[0].Value : -r.Values[0].Value).ThenBy(r => r.Name, StringComparer.Ordinal)
                    .Select((r, i) => r with { Rank = i + 1 }),
            ],
            Unranked = [.. all.Where(r => r.Values[0].Value is null).OrderBy(r => r.Name, StringComparer.Ordinal)],
        };
    }
}
