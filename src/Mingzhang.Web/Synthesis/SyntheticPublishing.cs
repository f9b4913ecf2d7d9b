using Dapper;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Views;
using Mingzhang.Statutes;
using Mingzhang.Store;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Portal;
using Npgsql;

namespace Mingzhang.Web.Synthesis;

/// <summary>Publishes invented disclosures straight into a database.</summary>
internal static class SyntheticPublishing
{
    private const int DepartmentsInOneAct = 10;

    /// <summary>Publishes the disclosures of a seed, whole departments at a time.</summary>
    /// <param name="database">Where.</param>
    /// <param name="templates">Views of final accounts as JSON.</param>
    /// <param name="from">How many of the seed are there already.</param>
    /// <param name="count">How many there shall be.</param>
    /// <param name="seed">Other seeds give other disclosures.</param>
    /// <param name="progress">Told how many there are so far.</param>
    /// <param name="cancel">Ends it; what was published stays.</param>
    public static async Task Run(Database database, IReadOnlyList<byte[]> templates, int from, int count, int seed, Action<int>? progress = null, CancellationToken cancel = default)
    {
        const int Each = SyntheticDisclosures.YearsEach;
        SyntheticDisclosures disclosures = Invented(templates, seed);
        int done = from;
        string[] indexes = await WithoutIndexes(database, cancel);
        // The years of a department in one act, so that no two acts wait for the row of a department.
        await Parallel.ForEachAsync(
            Enumerable.Range(from / Each, (count - from + Each - 1) / Each).Chunk(DepartmentsInOneAct),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (departments, stop) =>
            {
                Publication[] publications = [.. departments.SelectMany(disclosures.OfDepartment).Select(view => ViewPublication.Of(view, []))];
                await using NpgsqlConnection connection = await database.Open(stop);
                await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(stop);
                foreach (Publication publication in publications) await PublicationWriter.Write(connection, publication, stop);
                await transaction.CommitAsync(stop);
                progress?.Invoke(Interlocked.Add(ref done, publications.Length));
            });
        await Task.WhenAll(indexes.Select(index => Execute(database, "set maintenance_work_mem = '256MB'; " + index, cancel)));
        await Execute(database, "vacuum analyze", cancel);
    }

    /// <summary>Goes on publishing the disclosures of a seed one by one, each as a new version where another seed's is there.</summary>
    public static async Task OneByOne(Database database, IReadOnlyList<byte[]> templates, int count, int seed, TimeSpan pause, CancellationToken cancel)
    {
        SyntheticDisclosures disclosures = Invented(templates, seed);
        for (int department = 0; department < count / SyntheticDisclosures.YearsEach; department++)
        {
            foreach (DisclosureView view in disclosures.OfDepartment(department))
            {
                await PublicationWriter.Publish(database, ViewPublication.Of(view, []), cancel);
                await Task.Delay(pause, cancel);
            }
        }
    }

    private static SyntheticDisclosures Invented(IReadOnlyList<byte[]> templates, int seed) =>
        new(templates, StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new Core.Codes.FiscalYear(2024))!.Functional, seed);

    /// <summary>Drops what is sooner built when everything is there; gives back how it is built.</summary>
    private static async Task<string[]> WithoutIndexes(Database database, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        (string Name, string Definition)[] indexes =
        [
            .. await connection.QueryAsync<(string, string)>(new CommandDefinition(
                "select indexname, indexdef from pg_indexes where schemaname = 'public' and indexname in ('search_text_grams', 'search_project_grams', 'search_text_newest', 'figure_line')", cancellationToken: cancel)),
        ];
        foreach ((string name, _) in indexes) await connection.ExecuteAsync(new CommandDefinition($"drop index {name}", cancellationToken: cancel));
        return [.. indexes.Select(i => i.Definition)];
    }

    private static async Task Execute(Database database, string sql, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancel));
    }
}
