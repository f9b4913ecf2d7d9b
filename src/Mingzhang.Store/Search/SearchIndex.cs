using System.Globalization;
using Dapper;
using Mingzhang.Store.Publications;
using Npgsql;
using NpgsqlTypes;

namespace Mingzhang.Store.Search;

/// <summary>Writes what search finds, as a part of the act that publishes.</summary>
internal static class SearchIndex
{
    /// <summary>Longest text of one entry; a longer section becomes several.</summary>
    private const int Longest = 1500;

    /// <summary>Takes up a version and drops the one that it replaces. The transaction is the caller's: with it the entries come to stay or not.</summary>
    public static async Task Write(NpgsqlConnection connection, PublishedVersion version, SearchEntries entries, CancellationToken cancel)
    {
        if (version.Replaced is { } replaced) await connection.ExecuteAsync(new CommandDefinition("delete from search_text where disclosure_id = @replaced", new { replaced }, cancellationToken: cancel));
        await WritePassages(connection, version, entries, cancel);
        await WriteNames(connection, version, entries, cancel);
    }

    private static async Task WriteNames(NpgsqlConnection connection, PublishedVersion version, SearchEntries entries, CancellationToken cancel)
    {
        (string Kind, string Ref, string Title, string Key)[] names =
        [
            .. entries.Items
                .Where(i => i.Code.Length > 0 && i.Name.Length > 0)
                .Select(i => (i.IsEconomic ? "economic" : "functional", i.Code, i.Name, i.Code + " " + FoldedText.Of(i.Name).Key))
                .Append(("department", version.DepartmentId.ToString(CultureInfo.InvariantCulture), entries.Department, FoldedText.Of(entries.Department).Key))
                .DistinctBy(n => (n.Item1, n.Item2, n.Item3)),
        ];
        // Names are many disclosures': whoever writes them does so alone, to the end of the act. With the last use of a name a trigger drops the name.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            select pg_advisory_xact_lock(hashtext('search_name'));
            insert into search_name as known (kind, ref, title, key, year)
            select kind, ref, title, key, @Year from unnest(@Kinds, @Refs, @Titles, @Keys) as n (kind, ref, title, key)
            on conflict (kind, ref, title) do update set year = excluded.year where known.year < excluded.year;
            insert into search_name_use (name_id, disclosure_id, kind, year)
            select s.id, @DisclosureId, @Kind, @Year from unnest(@Kinds, @Refs, @Titles) as n (kind, ref, title) join search_name s using (kind, ref, title);
            delete from search_name_use where disclosure_id = @Replaced
            """,
            new { version.DisclosureId, version.Replaced, entries.Kind, entries.Year, Kinds = names.Select(n => n.Kind).ToArray(), Refs = names.Select(n => n.Ref).ToArray(), Titles = names.Select(n => n.Title).ToArray(), Keys = names.Select(n => n.Key).ToArray() },
            cancellationToken: cancel));
    }

    private static async Task WritePassages(NpgsqlConnection connection, PublishedVersion version, SearchEntries entries, CancellationToken cancel)
    {
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            "copy search_text (disclosure_id, entry, kind, year, title, body, anchor, title_key, key, grams) from stdin (format binary)", cancel);
        foreach (SearchPassage passage in entries.Passages)
        {
            string title = FoldedText.Of(passage.Title).Key;
            foreach (string body in Pieces(passage.Body))
            {
                string key = (title + " " + FoldedText.Of(body).Key).Trim();
                await rows.StartRowAsync(cancel);
                await rows.WriteAsync(version.DisclosureId, NpgsqlDbType.Bigint, cancel);
                await rows.WriteAsync(passage.IsProject ? "project" : "text", NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(entries.Kind, NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(entries.Year, NpgsqlDbType.Integer, cancel);
                await rows.WriteAsync(Clean(passage.Title), NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(Clean(body), NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(passage.Anchor, NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(title, NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(key, NpgsqlDbType.Text, cancel);
                await rows.WriteAsync(Grams.OfEntry(key, entries.Kind, entries.Year), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
            }
        }

        await rows.CompleteAsync(cancel);
    }

    // PostgreSQL has no character of number zero.
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>A long text in pieces that end where sentences end, if they do.</summary>
    internal static IEnumerable<string> Pieces(string text)
    {
        int from = 0;
        while (text.Length - from > Longest)
        {
            int end = text.LastIndexOfAny(['。', '；', '\n'], from + Longest - 1, Longest / 2);
            int next = end < 0 ? from + Longest : end + 1;
            if (char.IsHighSurrogate(text[next - 1])) next--;
            yield return text[from..next];
            from = next;
        }

        yield return text[from..];
    }
}
