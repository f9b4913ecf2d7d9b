using System.Globalization;
using Dapper;
using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>
/// Projects and sections. Words that a good part of the newest entries have are found in the newest alone: nobody reads on to the thousandth. For others the index gives
/// the entries that have their pairs of characters, and in these the words themselves are looked for.
/// </summary>
internal static class TextSearch
{
    /// <summary>How many of the newest entries are looked at first, and how many of them must have the words for these to count as frequent.</summary>
    private const int Sampled = 2000, Frequent = 100;

    /// <summary>Most hits that are ranked in full, most that are looked at for it, and most of the newest where there are more.</summary>
    private const int MostRanked = 1000, MostLookedAt = 20_000, MostNewest = 300;

    public static async Task<(SearchCount Count, IReadOnlyList<SearchHit> Hits)> Find(NpgsqlConnection connection, SearchQuestion question, SearchPart part, Searcher.Window window, CancellationToken cancel)
    {
        // The part stands in the text of the query: each has an index of its own.
        string filter = (part is SearchPart.Project ? "entry = 'project'" : "entry = 'text'") + (question.Kind is null ? "" : " and kind = @Kind") + (question.Year is null ? "" : " and year = @Year");
        string newest = $"select id, title_key, key, year from search_text where {filter} order by entry, year desc, id desc limit @Looked";
        var parameters = new DynamicParameters(new { question.Kind, question.Year, Words = question.Words.Select(w => "%" + w + "%").ToArray(), Grams = Grams.OfWords(question.Words), Looked = Sampled });
        (long seen, long having) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            $"select count(*), count(*) filter (where key like all(@Words)) from ({newest}) newest", parameters, cancellationToken: cancel));
        if (seen == Sampled && having < Frequent)
        {
            // The inverted index and nothing else: where a pair is frequent the planner hopes to find enough in passing.
            await connection.ExecuteAsync(new CommandDefinition("set enable_seqscan = off; set enable_indexscan = off", cancellationToken: cancel));
            string holding = $"select id, title_key, key, year from search_text where grams @> @Grams and {filter} limit @Looked";
            (int count, IReadOnlyList<SearchHit> hits) = await Rank(connection, holding, MostLookedAt, MostRanked + 1, question, part, window, parameters, cancel);
            await connection.ExecuteAsync(new CommandDefinition("reset enable_seqscan; reset enable_indexscan", cancellationToken: cancel));
            if (count <= MostRanked) return (new SearchCount(count, More: false), hits);
        }

        // Few entries in all are ranked in full as well.
        bool isAll = seen < Sampled;
        (int found, IReadOnlyList<SearchHit> best) = await Rank(connection, newest, isAll ? Sampled : MostLookedAt, isAll ? Sampled : MostNewest, question, part, window, parameters, cancel);
        return (new SearchCount(found, More: !isAll), best);
    }

    private static async Task<(int Count, IReadOnlyList<SearchHit> Hits)> Rank(
        NpgsqlConnection connection, string candidates, int looked, int most, SearchQuestion question, SearchPart part, Searcher.Window window, DynamicParameters parameters, CancellationToken cancel)
    {
        string whole = string.Concat(question.Words);
        parameters.AddDynamicParams(new { Looked = looked, Most = most, Whole = whole, Prefix = whole + "%", Inside = "%" + whole + "%", window.Skip, Take = Math.Max(window.Take, 1) });
        TextRow[] rows =
        [
            .. await connection.QueryAsync<TextRow>(new CommandDefinition(
                $"""
                with found as materialized (select id, title_key, key, year from ({candidates}) candidate where key like all(@Words) limit @Most),
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
                """,
                parameters,
                cancellationToken: cancel)),
        ];
        if (rows.Length == 0 && window.Skip > 0) return ((await Rank(connection, candidates, looked, most, question, part, new Searcher.Window(0, 1), parameters, cancel)).Count, []);
        return (
            rows.Length > 0 ? (int)rows[0].Count : 0,
            [.. rows.Take(window.Take).Select(r => new SearchHit(part, r.Title, r.Body, r.DepartmentId.ToString(CultureInfo.InvariantCulture), IsEconomic: false, r.Disclosure, r.Department, r.Kind, r.Year, r.Anchor))]);
    }

    private sealed record TextRow(string Title, string Body, long Disclosure, int DepartmentId, string Department, string Kind, int Year, string Anchor, long Count);
}
