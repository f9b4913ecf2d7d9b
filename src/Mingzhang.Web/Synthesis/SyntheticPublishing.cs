using Mingzhang.Core.Disclosures;
using Mingzhang.Statutes;
using Mingzhang.Store;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Portal;
using Dapper;
using Npgsql;

namespace Mingzhang.Web.Synthesis;

/// <summary>Publishes invented disclosures straight into a database.</summary>
internal static class SyntheticPublishing
{
    private const int InOneAct = 50;

    /// <summary>Publishes the first disclosures of a seed.</summary>
    /// <param name="database">Where.</param>
    /// <param name="templates">Views of final accounts as JSON.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Other seeds give other disclosures.</param>
    /// <param name="progress">Told how many there are so far.</param>
    /// <param name="cancel">Ends it; what was published stays.</param>
    public static async Task Run(Database database, IReadOnlyList<byte[]> templates, int count, int seed, Action<int>? progress = null, CancellationToken cancel = default)
    {
        var disclosures = new SyntheticDisclosures(templates, StatuteBook.Load().Edition(DisclosureKind.FinalAccounts, new Core.Codes.FiscalYear(2024))!.Functional, seed);
        int done = 0;
        // The years of a department in one act, so that no two acts wait for the row of a department.
        await Parallel.ForEachAsync(Enumerable.Range(0, (count + InOneAct - 1) / InOneAct), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, async (act, stop) =>
        {
            await using NpgsqlConnection connection = await database.Open(stop);
            int first = act * InOneAct, last = Math.Min(count, first + InOneAct);
            Publication[] publications = [.. Enumerable.Range(first, last - first).Select(i => ViewPublication.Of(disclosures.Of(i), []))];
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(stop);
            foreach (Publication publication in publications) await PublicationWriter.Write(connection, publication, stop);
            await transaction.CommitAsync(stop);
            progress?.Invoke(Interlocked.Add(ref done, last - first));
        });
        await using NpgsqlConnection last = await database.Open(cancel);
        await last.ExecuteAsync(new CommandDefinition("vacuum analyze", commandTimeout: 600, cancellationToken: cancel));
    }
}
