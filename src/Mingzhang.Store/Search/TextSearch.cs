using System.Globalization;
using Dapper;
using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>
/// Projects and sections. Words that a good part of the newest entries have are found in the newest alone: nobody reads on to the thousandth. Others are found by the index:
/// rare ones at once, the rest from the newest year on until there are enough.
/// </summary>
internal static class TextSearch
{
    /// <summary>How many of the newest entries are looked at first, how many of them have frequent words, and how many have rare ones.</summary>
    private const int Sampled = 1000, Frequent = 50, Rare = 5;

    /// <summary>Most hits that are ranked, and of the newest entries most that are looked at for frequent words.</summary>
    private const int MostRanked = 300, MostLookedAt = 6000;

    public static async Task<(SearchCount Count, IReadOnlyList<SearchHit> Hits)> Find(NpgsqlConnection connection, SearchQuestion question, SearchPart part, Searcher.Window window, CancellationToken cancel)
    {
        // The part stands in the text of the query: each has an index of its own.
        string entry = part is SearchPart.Project ? "entry = 'project'" : "entry = 'text'";
        string newest = $"select id, title_key, key, kind, year from search_text where {entry} {(question.Year is null ? "" : "and year = @Year")} order by entry, year desc, id desc limit @Looked";
        string having = "key like all(@Words)" + (question.Kind is null ? "" : " and kind = @Kind");
        // What the newest entries say of how frequent the words are.
        (int seen, int found) = await connection.QuerySingleAsync<(int, int)>(new CommandDefinition(
            $"select count(*)::integer, count(*) filter (where {having})::integer from ({newest}) newest", Parameters(question, looked: Sampled), cancellationToken: cancel));
        if (seen < Sampled || found >= Frequent)
        {
            bool isAll = seen < Sampled;
            string first = $"select id, title_key, key, year from ({newest}) newest where {having} limit @Most";
            (int ranked, IReadOnlyList<SearchHit> hits) = await Rank(connection, first, question, part, window, Parameters(question, isAll ? Sampled : MostLookedAt, isAll ? Sampled : MostRanked), cancel);
            return (new SearchCount(ranked, More: !isAll), hits);
        }

        if (found < Rare || question.Year is not null)
        {
            (int ranked, IReadOnlyList<SearchHit> hits) = await Rank(connection, Indexed(entry, "@Grams", question), question, part, window, Parameters(question, most: MostRanked + 1), cancel);
            if (ranked <= MostRanked || question.Year is not null) return Counted(ranked, hits, window);
        }

        string yearByYear =
            $"""
            with recursive years as (
              (select year from search_text where {entry} order by entry, year desc limit 1)
              union all
              select (select t.year from search_text t where t.{entry} and t.year < y.year order by t.entry, t.year desc limit 1) from years y where y.year is not null)
            select c.id, c.title_key, c.key, c.year from years y cross join lateral ({Indexed(entry, "array_append(@Grams, @FirstYear + y.year)", question)}) c
            where y.year is not null limit @Most
            """;
        (int all, IReadOnlyList<SearchHit> best) = await Rank(connection, yearByYear, question, part, window, Parameters(question, most: MostRanked + 1), cancel);
        return Counted(all, best, window);
    }

    // The one too many says that there are more.
    private static (SearchCount Count, IReadOnlyList<SearchHit> Hits) Counted(int ranked, IReadOnlyList<SearchHit> hits, Searcher.Window window) =>
        (new SearchCount(Math.Min(ranked, MostRanked), ranked > MostRanked), [.. hits.Take(MostRanked - window.Skip)]);

    /// <summary>
    /// The entries that the index has for the words. What has the pair that is a word has the word; longer words are looked for. As a part of its own the index is asked as if
    /// all were wanted: the planner would rather hope to find enough in passing.
    /// </summary>
    private static string Indexed(string entry, string grams, SearchQuestion question)
    {
        string having = question.Words.All(w => w.Length <= 2) ? "" : "where key like all(@Words)";
        return $"with candidate as materialized (select id, title_key, key, year from search_text where {entry} and grams @> {grams}) select id, title_key, key, year from candidate {having} limit @Most";
    }

    private static DynamicParameters Parameters(SearchQuestion question, int looked = 0, int most = 0)
    {
        string whole = string.Concat(question.Words);
        IEnumerable<int> grams = Grams.OfWords(question.Words);
        if (question.Kind is { } kind) grams = grams.Append(Grams.OfKind(kind));
        if (question.Year is { } year) grams = grams.Append(Grams.OfYear(year));
        return new DynamicParameters(new
        {
            question.Kind,
            question.Year,
            Words = question.Words.Select(w => "%" + w + "%").ToArray(),
            Grams = grams.ToArray(),
            FirstYear = Grams.OfYear(0),
            Looked = looked,
            Most = most,
            Whole = whole,
            Prefix = whole + "%",
            Inside = "%" + whole + "%",
        });
    }

    private static async Task<(int Count, IReadOnlyList<SearchHit> Hits)> Rank(
        NpgsqlConnection connection, string found, SearchQuestion question, SearchPart part, Searcher.Window window, DynamicParameters parameters, CancellationToken cancel)
    {
        parameters.AddDynamicParams(new { window.Skip, Take = Math.Max(window.Take, 1) });
        // One word is there as a whole; of several the whole phrase goes first.
        string scattered = question.Words.Count == 1 ? "when true then 4" : "when title_key like all(@Words) then 3 when key like @Inside then 4";
        TextRow[] rows =
        [
            .. await connection.QueryAsync<TextRow>(new CommandDefinition(
                $"""
                with found as materialized ({found}),
                best as (
                  select id, (select count(*)::integer from found) as count, case when title_key = @Whole then 0 when title_key like @Prefix then 1 when title_key like @Inside then 2 {scattered} else 5 end as level, year
                  from found
                  order by level, year desc, id desc
                  offset @Skip limit @Take)
                select t.title as Title, t.body as Body, t.disclosure_id as Disclosure, d.id as DepartmentId, d.name as Department, t.kind as Kind, t.year as Year, t.anchor as Anchor, b.count as Count
                from best b join search_text t on t.id = b.id join disclosure p on p.id = t.disclosure_id join department d on d.id = p.department_id
                order by b.level, b.year desc, b.id desc
                """,
                parameters,
                cancellationToken: cancel)),
        ];
        if (rows.Length == 0 && window.Skip > 0) return ((await Rank(connection, found, question, part, new Searcher.Window(0, 1), parameters, cancel)).Count, []);
        return (
            rows.Length > 0 ? rows[0].Count : 0,
            [.. rows.Take(window.Take).Select(r => new SearchHit(part, r.Title, r.Body, r.DepartmentId.ToString(CultureInfo.InvariantCulture), IsEconomic: false, r.Disclosure, r.Department, r.Kind, r.Year, r.Anchor))]);
    }

    private sealed record TextRow(string Title, string Body, long Disclosure, int DepartmentId, string Department, string Kind, int Year, string Anchor, int Count);
}
