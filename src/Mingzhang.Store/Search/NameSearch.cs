using Dapper;
using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>Departments and items: so few that each is looked at.</summary>
internal static class NameSearch
{
    // An item may be asked for by its code, its name, or both.
    private const string Ranked =
        """
        with found as materialized (
          select n.kind, n.ref, n.title, n.year, bare.key as bare,
            case
              when @Whole in (n.key, n.ref || bare.key, bare.key) or n.kind <> 'department' and n.ref = @Whole then 0
              when n.key like @Prefix or bare.key like @Prefix then 1
              when n.key like @Inside then 2
              else 3
            end as level
          from search_name n
          cross join lateral (select case when n.kind = 'department' then n.key else substr(n.key, length(n.ref) + 2) end as key) bare
          where n.kind = any(@Kinds) and n.key like all(@Words) /* of disclosures */)
        select kind as Kind, ref as Ref, title as Title, year as Year, count(*) over () as Count
        from found
        order by level, length(bare), year desc, ref, title
        offset @Skip limit @Take
        """;

    private static readonly string RankedOfDisclosures = Ranked.Replace(
        "/* of disclosures */",
        "and exists (select from search_name_use u where u.name_id = n.id and (@Kind::text is null or u.kind = @Kind) and (@Year::integer is null or u.year = @Year))",
        StringComparison.Ordinal);

    public static async Task<(SearchCount Count, IReadOnlyList<SearchHit> Hits)> Find(NpgsqlConnection connection, SearchQuestion question, SearchPart part, Searcher.Window window, CancellationToken cancel)
    {
        string whole = string.Concat(question.Words);
        bool filters = question.Kind is not null || question.Year is not null;
        string sql = filters ? RankedOfDisclosures : Ranked;
        // Where no hit is wanted the count still is: one row brings it.
        NameRow[] rows =
        [
            .. await connection.QueryAsync<NameRow>(new CommandDefinition(
                sql,
                new
                {
                    Whole = whole,
                    Prefix = whole + "%",
                    Inside = "%" + whole + "%",
                    Words = question.Words.Select(w => "%" + w + "%").ToArray(),
                    Kinds = part is SearchPart.Department ? new[] { "department" } : ["functional", "economic"],
                    question.Kind,
                    question.Year,
                    window.Skip,
                    Take = Math.Max(window.Take, 1),
                },
                cancellationToken: cancel)),
        ];
        int count = rows.Length > 0 ? (int)rows[0].Count : window.Skip > 0 ? await Count(connection, question, part, cancel) : 0;
        return (new SearchCount(count, More: false), [.. rows.Take(window.Take).Select(r => new SearchHit(part, r.Title, "", r.Ref, r.Kind is "economic", null, "", "", r.Year, ""))]);
    }

    private static async Task<int> Count(NpgsqlConnection connection, SearchQuestion question, SearchPart part, CancellationToken cancel) =>
        (await Find(connection, question, part, new Searcher.Window(0, 1), cancel)).Count.Reachable;

    private sealed record NameRow(string Kind, string Ref, string Title, int Year, long Count);
}
