using System.Buffers;
using System.IO.Compression;
using Dapper;
using Npgsql;

namespace Mingzhang.Store.Publications;

/// <summary>Reads what is published.</summary>
/// <param name="database">Where.</param>
public sealed class PublicationReader(Database database)
{
    internal const string AnyDepartment = "select id, name, place from department";

    internal const string Entry =
        """
        select d.id, d.department_id as DepartmentId, p.name as Department, d.kind, d.year, d.version, d.is_current as IsCurrent, d.title, d.edition, d.published,
          d.summary::text as Summary, (d.summary->>'error')::int as Errors, (d.summary->>'warning')::int as Warnings
        from disclosure d join department p on p.id = d.department_id
        """;

    /// <summary>
    /// How long after a publication any process may still show what was published before. Whoever tells somebody that something is published waits for so long first.
    /// </summary>
    public static TimeSpan Freshness { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Which publication is the last, and which departments have published since one.</summary>
    /// <param name="known">The publication that is known as the last; 0 for none.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PublishedChange> Since(long known, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        // One statement, so that both are of one moment.
        (long revision, long history, int[] departments) = await connection.QuerySingleAsync<(long, long, int[])>(new CommandDefinition(
            "select r.revision, r.tableoid::bigint, array(select d.id from department d where r.revision <> @known and d.revision > @known) from published_revision r",
            new { known },
            cancellationToken: cancel));
        return new PublishedChange(new PublishedMoment(revision, history), departments);
    }

    /// <summary>Departments that have published, by place and name.</summary>
    /// <param name="place">Only of this place; null for all.</param>
    /// <param name="name">Only those whose name contains this; null for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PublishedDepartment>> Departments(string? place, string? name, int skip, int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedDepartment>(new CommandDefinition(
            $"""
            {AnyDepartment}
            where (@place is null or place = @place) and (@name is null or position(@name in name) > 0)
            order by place = '', place, name limit @take offset @skip
            """,
            new { place, name, skip, take },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>How many departments there are of each place.</summary>
    public async Task<IReadOnlyList<(string Place, int Departments)>> Places(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<(string, int)>(new CommandDefinition("select place, count(*)::int from department group by place order by place = '', place", cancellationToken: cancel))).AsList();
    }

    /// <summary>The years that have current disclosures, the newest first.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<int>(new CommandDefinition("select distinct year from disclosure where is_current order by year desc", cancellationToken: cancel))).AsList();
    }

    /// <summary>A department; null if there is none with this id.</summary>
    public async Task<PublishedDepartment?> Department(int id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<PublishedDepartment>(new CommandDefinition(AnyDepartment + " where id = @id", new { id }, cancellationToken: cancel));
    }

    /// <summary>The current disclosures of departments, newest year first.</summary>
    public async Task<IReadOnlyList<PublishedEntry>> CurrentOf(int[] departments, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedEntry>(new CommandDefinition(
            Entry + " where d.department_id = any(@departments) and d.is_current order by d.year desc, d.kind", new { departments }, cancellationToken: cancel))).AsList();
    }

    /// <summary>The disclosures that were published last.</summary>
    public async Task<IReadOnlyList<PublishedEntry>> Newest(int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedEntry>(new CommandDefinition(Entry + " where d.is_current order by d.published desc, d.id desc limit @take", new { take }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Every version of a disclosure, newest first; empty if there is none.</summary>
    public async Task<IReadOnlyList<PublishedEntry>> Versions(int department, string kind, int year, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedEntry>(new CommandDefinition(
            Entry + " where d.department_id = @department and d.kind = @kind and d.year = @year order by d.version desc", new { department, kind, year }, cancellationToken: cancel))).AsList();
    }

    /// <summary>What the page of a version shows: JSON, decompressed.</summary>
    public Task<byte[]> View(long disclosure, CancellationToken cancel = default) => View(disclosure, json => json.ToArray(), cancel);

    /// <summary>What is read from the JSON of a version. The JSON itself, half a million bytes for many, lives in a borrowed buffer and only until it is read.</summary>
    public async Task<T> View<T>(long disclosure, Func<ReadOnlySpan<byte>, T> read, CancellationToken cancel = default)
    {
        byte[] packed;
        await using (NpgsqlConnection connection = await database.Open(cancel))
            packed = await connection.ExecuteScalarAsync<byte[]>(new CommandDefinition("select view from disclosure where id = @disclosure", new { disclosure }, cancellationToken: cancel)) ?? throw new InvalidOperationException("there is no such version");
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(packed.Length * 16);
        try
        {
            int length = 0;
            while (brotli.Read(buffer.AsSpan(length)) is var more and > 0)
            {
                length += more;
                if (length == buffer.Length) buffer = Larger(buffer);
            }

            return read(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>The files of a version, by name.</summary>
    public async Task<IReadOnlyList<PublishedFileEntry>> Files(long disclosure, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedFileEntry>(new CommandDefinition(
            "select name, media_type as MediaType, digest, length(content)::bigint as Size from disclosure_file where disclosure_id = @disclosure order by name",
            new { disclosure },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>A file with its bytes and digest; null if the version has none of this name.</summary>
    public async Task<(PublishedFile File, string Digest)?> File(long disclosure, string name, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        (string MediaType, string Digest, byte[] Content)? row = (await connection.QueryAsync<(string, string, byte[])?>(new CommandDefinition(
            "select media_type, digest, content from disclosure_file where disclosure_id = @disclosure and name = @name", new { disclosure, name }, cancellationToken: cancel))).FirstOrDefault();
        return row is { } found ? (new PublishedFile(name, found.MediaType, found.Content), found.Digest) : null;
    }

    /// <summary>Numbers of a department's current disclosures whose names begin so.</summary>
    public async Task<IReadOnlyList<YearNumber>> Numbers(int department, string prefix, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<YearNumber>(new CommandDefinition(
            """
            select d.kind, d.year, n.name, n.number from disclosure d join particular n on n.disclosure_id = d.id
            where d.department_id = @department and d.is_current and starts_with(n.name, @prefix) order by d.year, d.kind, n.name
            """,
            new { department, prefix },
            cancellationToken: cancel))).AsList();
    }
}
