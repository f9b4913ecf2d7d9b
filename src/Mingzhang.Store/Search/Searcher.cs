using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>Finds departments, items, projects and texts of what is published.</summary>
/// <param name="database">The database.</param>
public sealed class Searcher(Database database)
{
    /// <summary>Finds the hits of a question, the best first.</summary>
    public async Task<SearchResult> Find(SearchQuestion question, CancellationToken cancel = default)
    {
        if (question.Words.Count == 0) return SearchResult.None;
        await using NpgsqlConnection connection = await database.Open(cancel);
        var counts = new Dictionary<SearchPart, SearchCount>();
        var hits = new List<SearchHit>();
        int skip = question.Skip;
        foreach (SearchPart part in Enum.GetValues<SearchPart>())
        {
            if (question.Only is { } only && only != part) continue;
            var window = new Window(Math.Max(skip, 0), question.Take - hits.Count);
            (SearchCount count, IReadOnlyList<SearchHit> found) = part is SearchPart.Department or SearchPart.Item
                ? await NameSearch.Find(connection, question, part, window, cancel)
                : await TextSearch.Find(connection, question, part, window, cancel);
            counts[part] = count;
            hits.AddRange(found);
            skip -= count.Reachable;
        }

        return new SearchResult(counts, hits);
    }

    /// <summary>Which of a part's ranked hits are wanted; none when <paramref name="Take"/> is 0.</summary>
    internal readonly record struct Window(int Skip, int Take);
}
