using Dapper;
using Npgsql;

namespace Mingzhang.Store.Examinations;

/// <summary>What is added to an examination after its check: decisions, pictures of pages; and how all of it goes.</summary>
/// <param name="database">The database.</param>
public sealed class ExaminationRecords(Database database)
{
    /// <summary>The decisions on findings of an examination.</summary>
    public async Task<IReadOnlyList<Decision>> Decisions(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<Decision>("select document, finding, accepted, reason, made from examination_decision where examination_id = @id", new { id })];
    }

    /// <summary>Notes a decision; it replaces an earlier one on the same finding.</summary>
    public async Task Decide(Guid id, int document, string finding, bool accepted, string reason, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync(
            """
            insert into examination_decision (examination_id, document, finding, accepted, reason) values (@id, @document, @finding, @accepted, @reason)
            on conflict (examination_id, document, finding) do update set accepted = excluded.accepted, reason = excluded.reason, made = now()
            """,
            new { id, document, finding, accepted, reason });
    }

    /// <summary>Takes a decision back.</summary>
    public async Task Undecide(Guid id, int document, string finding, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await connection.ExecuteAsync("delete from examination_decision where examination_id = @id and document = @document and finding = @finding", new { id, document, finding });
    }

    /// <summary>The picture of a page; null where it was not drawn yet.</summary>
    public async Task<byte[]?> Page(Guid id, PageSource source, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<byte[]?>("select picture from examination_page where examination_id = @id and file = @File and member = @Member and page = @Page", new { id, source.File, source.Member, source.Page });
    }

    /// <summary>Keeps pictures of pages; those of an examination that has gone meanwhile are dropped.</summary>
    public async Task KeepPages(Guid id, IEnumerable<(PageSource Source, byte[] Picture)> pages, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        foreach ((PageSource source, byte[] picture) in pages)
        {
            await connection.ExecuteAsync(
                "insert into examination_page (examination_id, file, member, page, picture) select e.id, @File, @Member, @Page, @picture from examination e where e.id = @id for key share of e on conflict do nothing",
                new { id, source.File, source.Member, source.Page, picture });
        }
    }

    /// <summary>Deletes an examination of a visit with all that belongs to it; whether there was one.</summary>
    public async Task<bool> Delete(Guid id, byte[] visit, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        bool deleted = await connection.ExecuteAsync("delete from examination e using visit v where e.id = @id and v.id = e.visit_id and v.token = @visit", new { id, visit }, transaction) > 0;
        if (deleted) await connection.ExecuteAsync("delete from work where id = @id", new { id }, transaction);
        await transaction.CommitAsync(cancel);
        return deleted;
    }

    /// <summary>Deletes everything of a visit; the ids of its examinations.</summary>
    public async Task<IReadOnlyList<Guid>> Forget(byte[] visit, CancellationToken cancel = default) => (await DeleteVisits("v.token = @visit", new { visit }, cancel)).Examinations;

    /// <summary>Deletes everything of the visits that have expired; how many there were.</summary>
    public async Task<int> Sweep(CancellationToken cancel = default) => (await DeleteVisits("v.expires < now()", null, cancel)).Visits;

    private async Task<(int Visits, IReadOnlyList<Guid> Examinations)> DeleteVisits(string which, object? parameters, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync($"delete from work w using examination e, visit v where w.id = e.id and v.id = e.visit_id and {which}", parameters, transaction);
        Guid[] examinations = [.. await connection.QueryAsync<Guid>($"delete from examination e using visit v where v.id = e.visit_id and {which} returning e.id", parameters, transaction)];
        int visits = await connection.ExecuteAsync($"delete from visit v where {which}", parameters, transaction);
        await transaction.CommitAsync(cancel);
        return (visits, examinations);
    }
}
