using System.Globalization;
using Dapper;
using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>
/// Projects and sections. The index gives those that have the pairs of characters; of these the words themselves are looked for. Where very many have them, only the
/// newest are ranked: nobody reads on to the thousandth.
/// </summary>
internal static class TextSearch
{
    /// <summary>Most hits that are ranked in full, most that are looked at for it, and most of the newest where there are more.</summary>
    private const int MostRanked = 1000, MostLookedAt = 20_000, MostNewest = 300;

    private const string Filter = "entry = @Entry and (@Kind::text is null or kind = @Kind) and (@Year::integer is null or year = @Year)";

    private const string All =
        $"""
        select id, title_key, key, year from (
          select id, title_key, key, year from search_text where grams @> @Grams and {Filter} limit @MostLookedAt) candidate
        where key like all(@Words)
        limit @Most
        """;

    private const string Newest =
        $"""
        select id, title_key, key, year from (
          select id, title_key, key, year from search_text where {Filter} order by entry, year desc, id desc limit @MostLookedAt) candidate
        where key like all(@Words)
        limit @Most
        """;

    private static readonly string OfAll = Ranked(All), OfNewest = Ranked(Newest);

    private static string Ranked(string found) =>
        $"""
        with found as materialized ({found}),
        best as (
          select id, (select count(*) from found) as count,
            case when title_key = @Whole then 0 when title_key like @Prefix then 1 when title_key like @Inside then 2 when title_key like all(@Words) then 3 when key like @Inside then 4 else 5 end as level,
            year
          from found
          order by level, year desc, id desc
          offset @Skip limit @Take)
        select t.title as Title, t.body as Body, t.disclosure_id as Disclosure, d.id as DepartmentId, d.name as Department, t.kind as Kind, t.year as Year, t.anchor as Anchor, b.count as Count
        from best b join search_text t on t.id = b.id join disclosure p on p.id = t.disclosure_id join department d on d.id = p.department_id
        order by b.level, b.year desc, b.id desc
        """;

    public static async Task<(SearchCount Count, IReadOnlyList<SearchHit> Hits)> Find(NpgsqlConnection connection, SearchQuestion question, SearchPart part, Searcher.Window window, CancellationToken cancel)
    {
        (int count, IReadOnlyList<SearchHit> hits) = await Rank(connection, OfAll, MostRanked + 1, question, part, window, cancel);
        if (count <= MostRanked) return (new SearchCount(count, More: false), hits);
        (count, hits) = await Rank(connection, OfNewest, MostNewest, question, part, window, cancel);
        return (new SearchCount(count, More: true), hits);
    }

    private static async Task<(int Count, IReadOnlyList<SearchHit> Hits)> Rank(
        NpgsqlConnection connection, string sql, int most, SearchQuestion question, SearchPart part, Searcher.Window window, CancellationToken cancel)
    {
        string whole = string.Concat(question.Words);
        TextRow[] rows =
        [
            .. await connection.QueryAsync<TextRow>(new CommandDefinition(
                sql,
                new
                {
                    Entry = part is SearchPart.Project ? "project" : "text",
                    Grams = Grams.OfWords(question.Words),
                    Words = question.Words.Select(w => "%" + w + "%").ToArray(),
                    Whole = whole,
                    Prefix = whole + "%",
                    Inside = "%" + whole + "%",
                    question.Kind,
                    question.Year,
                    MostLookedAt,
                    Most = most,
                    window.Skip,
                    Take = Math.Max(window.Take, 1),
                },
                cancellationToken: cancel)),
        ];
        int count = rows.Length > 0 ? (int)rows[0].Count : window.Skip > 0 ? (await Rank(connection, sql, most, question, part, new Searcher.Window(0, 1), cancel)).Count : 0;
        return (count, [.. rows.Take(window.Take).Select(r => new SearchHit(part, r.Title, r.Body, r.DepartmentId.ToString(CultureInfo.InvariantCulture), IsEconomic: false, r.Disclosure, r.Department, r.Kind, r.Year, r.Anchor))]);
    }

    private sealed record TextRow(string Title, string Body, long Disclosure, int DepartmentId, string Department, string Kind, int Year, string Anchor, long Count);
}
