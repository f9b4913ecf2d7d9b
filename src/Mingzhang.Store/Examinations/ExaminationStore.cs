using Dapper;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Mingzhang.Store.Examinations;

/// <summary>Examinations and what belongs to them. A visit is named by the digest of its token; who has not the token finds nothing.</summary>
/// <param name="database">The database.</param>
public sealed class ExaminationStore(Database database)
{
    /// <summary>The kind of the work that a check is.</summary>
    public const string WorkKind = "examination";

    private const int AddressLock = 19;

    private const string Listed =
        """
        select e.id, e.previous_id as previous, e.as_one as asone, e.made, v.expires, e.heading_zh as headingzh, e.heading_en as headingen, e.errors, e.warnings, e.roundings, e.infos,
          (select string_agg(f.name, chr(10) order by f.number) from examination_file f where f.examination_id = e.id) as files,
          coalesce(w.state, case when e.view is null then 'failed' else 'done' end) as stage, coalesce(w.said_zh, '') as saidzh, coalesce(w.said_en, '') as saiden, coalesce(w.given_up, false) as isgivenup
        from examination e join visit v on v.id = e.visit_id left join work w on w.id = e.id
        where v.token = @visit and v.expires > now()
        """;

    /// <summary>Keeps an upload and asks for its check, all or nothing; nothing where there is no room. The visit lives on from now.</summary>
    /// <param name="id">The examination's id.</param>
    /// <param name="giver">Who gives it.</param>
    /// <param name="room">The most that is kept.</param>
    /// <param name="asOne">Whether the files are parts of one disclosure.</param>
    /// <param name="previous">The examination that it corrects, of the same visit; null where there is none.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancel">Ends it; then nothing is kept.</param>
    /// <returns>Whether there was room.</returns>
    public async Task<RoomLeft> Begin(Guid id, Giver giver, UploadRoom room, bool asOne, Guid? previous, IReadOnlyList<GivenFile> files, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        // One at a time of an address, and of a visit by the lock on its row, each to its end: no two are given the same room. What is left in all, uploads from several addresses may exceed together.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@AddressLock, @address)", new { AddressLock, address = BitConverter.ToInt32(giver.Address) }, transaction);
        Guid owner = await connection.QuerySingleAsync<Guid>(
            "insert into visit (id, token, expires) values (@fresh, @Visit, now() + @Life) on conflict (token) do update set expires = excluded.expires returning id", new { fresh = Guid.NewGuid(), giver.Visit, giver.Life }, transaction);
        long size = files.Sum(f => f.Size);
        if (await Left(transaction, owner, giver.Address, room, size) is not RoomLeft.Enough and var full) return full;
        await connection.ExecuteAsync(
            "insert into examination (id, visit_id, previous_id, as_one, size, address) values (@id, @owner, (select id from examination where id = @previous and visit_id = @owner), @asOne, @size, @Address)",
            new { id, owner, previous, asOne, size, giver.Address },
            transaction);
        for (int i = 0; i < files.Count; i++) await Add(transaction, id, i + 1, files[i], cancel);
        await WorkLedger.Ask(transaction, id, WorkKind);
        await transaction.CommitAsync(cancel);
        return RoomLeft.Enough;
    }

    /// <summary>Lets a visit that has not expired live on from now; whether that was worth writing.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="life">How long it lives.</param>
    /// <param name="worth">Nothing is written where it would live on less longer than this.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<bool> Prolong(byte[] visit, TimeSpan life, TimeSpan worth, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update visit set expires = now() + @life where token = @visit and expires > now() and expires < now() + @life - @worth", new { visit, life, worth }, cancellationToken: cancel)) > 0;
    }

    /// <summary>The examinations of a visit, newest first.</summary>
    public async Task<IReadOnlyList<Examination>> Recent(byte[] visit, int most, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return [.. (await connection.QueryAsync<Row>(Listed + " order by e.made desc limit @most", new { visit, most })).Select(r => r.Examination)];
    }

    /// <summary>An examination of a visit; null where the visit has no such.</summary>
    public async Task<Examination?> Find(Guid id, byte[] visit, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QuerySingleOrDefaultAsync<Row>(Listed + " and e.id = @id", new { visit, id }))?.Examination;
    }

    /// <summary>The examination that corrects another one, the newest; null where there is none.</summary>
    public async Task<Guid?> Correction(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<Guid?>("select id from examination where previous_id = @id order by made desc limit 1", new { id });
    }

    /// <summary>What pages show of an examination, compressed; null until the check is done.</summary>
    public async Task<byte[]?> View(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<byte[]?>("select view from examination where id = @id", new { id });
    }

    /// <summary>Whether the files of an examination are parts of one disclosure; null where there is no such examination.</summary>
    public async Task<bool?> IsAsOne(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<bool?>("select as_one from examination where id = @id", new { id });
    }

    /// <summary>The files of an examination, in order.</summary>
    public async Task<IReadOnlyList<ExaminationFile>> Files(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<ExaminationFile>("select number, name, media_type as mediatype, size from examination_file where examination_id = @id order by number", new { id })];
    }

    /// <summary>Writes the bytes of a file; false where there is no such file.</summary>
    public async Task<bool> CopyFile(Guid id, int number, Stream to, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using var command = new NpgsqlCommand("select content from examination_file where examination_id = $1 and number = $2", connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(number);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancel);
        if (!await reader.ReadAsync(cancel)) return false;
        await using Stream content = await reader.GetStreamAsync(0, cancel);
        await content.CopyToAsync(to, cancel);
        return true;
    }

    /// <summary>Keeps the result of a check, in the transaction that ends its work. Decisions on the same findings of the earlier version hold on.</summary>
    public static async Task Keep(NpgsqlTransaction transaction, Guid id, ExaminationResult result)
    {
        NpgsqlConnection connection = transaction.Connection!;
        await connection.ExecuteAsync(
            """
            update examination set view = @View, heading_zh = @zh, heading_en = @en, errors = @Errors, warnings = @Warnings, roundings = @Roundings, infos = @Infos where id = @id
            """,
            new { id, result.View, zh = result.Heading.Zh, en = result.Heading.En, result.Counts.Errors, result.Counts.Warnings, result.Counts.Roundings, result.Counts.Infos },
            transaction);
        await connection.ExecuteAsync(
            """
            insert into examination_decision (examination_id, document, finding, accepted, reason, made)
            select e.id, d.document, d.finding, d.accepted, d.reason, d.made
            from examination e join examination_decision d on d.examination_id = e.previous_id
              join unnest(@documents, @findings) as f (document, finding) on f.document = d.document and f.finding = d.finding
            where e.id = @id on conflict do nothing
            """,
            new { id, documents = result.Findings.Select(f => f.Document).ToArray(), findings = result.Findings.Select(f => f.Finding).ToArray() },
            transaction);
    }

    private static async Task<RoomLeft> Left(NpgsqlTransaction transaction, Guid owner, byte[] address, UploadRoom room, long size)
    {
        (long visit, long here, long all) = await transaction.Connection!.QuerySingleAsync<(long, long, long)>(
            "select coalesce(sum(size) filter (where visit_id = @owner), 0)::bigint, coalesce(sum(size) filter (where address = @address), 0)::bigint, coalesce(sum(size), 0)::bigint from examination", new { owner, address }, transaction);
        return visit + size > room.Visit ? RoomLeft.NotForVisit : here + size > room.Address ? RoomLeft.NotForAddress : all + size > room.All ? RoomLeft.None : RoomLeft.Enough;
    }

    private static async Task Add(NpgsqlTransaction transaction, Guid id, int number, GivenFile file, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "insert into examination_file (examination_id, number, name, media_type, size, digest, content) values ($1, $2, $3, $4, $5, $6, $7)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(file.Name);
        command.Parameters.AddWithValue(file.MediaType);
        command.Parameters.AddWithValue(file.Size);
        command.Parameters.AddWithValue(file.Digest);
        command.Parameters.AddWithValue(NpgsqlDbType.Bytea, file.Content);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed record Row(
        Guid Id, Guid? Previous, bool AsOne, DateTime Made, DateTime Expires, string HeadingZh, string HeadingEn, int Errors, int Warnings, int Roundings, int Infos, string? Files, string Stage, string SaidZh, string SaidEn, bool IsGivenUp)
    {
        public Examination Examination => new(
            Id, Previous, AsOne, Made, Expires, Files?.Split('\n') ?? [], Enum.Parse<WorkStage>(Stage, ignoreCase: true), new Text(SaidZh, SaidEn), new Text(HeadingZh, HeadingEn), new FindingCounts(Errors, Warnings, Roundings, Infos), IsGivenUp);
    }
}
