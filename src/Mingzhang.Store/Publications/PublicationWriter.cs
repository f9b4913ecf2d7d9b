using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Mingzhang.Store.Publications;

/// <summary>
/// Publishes disclosures. A version, its files, figures, numbers and what goes along are written in one transaction and become the current ones
/// together; what was published before stays as an earlier version.
/// </summary>
public static class PublicationWriter
{
    /// <summary>Publishes in a transaction of its own.</summary>
    public static async Task<PublishedVersion> Publish(Database database, Publication publication, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        PublishedVersion version = await Write(connection, publication, cancel);
        await transaction.CommitAsync(cancel);
        return version;
    }

    /// <summary>Publishes in the transaction that is open on a connection, together with what its owner writes there.</summary>
    /// <returns>The version; where the current one says the same, that one, and nothing but the department's place is changed.</returns>
    public static async Task<PublishedVersion> Write(NpgsqlConnection connection, Publication publication, CancellationToken cancel = default)
    {
        string digest = DigestOf(publication);
        // The row of the department stays locked to the end: two publications of one department follow each other.
        (int department, bool moved) = await connection.QuerySingleAsync<(int, bool)>(new CommandDefinition(
            """
            insert into department (name, place) values (@Department, @Place)
            on conflict (name) do update set place = case when excluded.place = '' then department.place else excluded.place end
            returning id, place is distinct from (select before.place from department before where before.name = @Department)
            """,
            new { publication.Department, publication.Place },
            cancellationToken: cancel));
        var key = new { department, publication.Kind, publication.Year };
        (long Id, int Version, string Digest)? before = (await connection.QueryAsync<(long, int, string)?>(new CommandDefinition(
            "select id, version, digest from disclosure where department_id = @department and kind = @Kind and year = @Year and is_current",
            key,
            cancellationToken: cancel))).FirstOrDefault();
        if (before is { } same && same.Digest == digest)
        {
            if (moved) await CountUp(connection, department, cancel);
            return new PublishedVersion(same.Id, department, same.Version, null, IsNew: false);
        }

        long? replaced = before?.Id;
        if (replaced is not null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update disclosure set is_current = false where id = @replaced; delete from figure where disclosure_id = @replaced; delete from particular where disclosure_id = @replaced",
                new { replaced },
                cancellationToken: cancel));
        }

        (long id, int number) = await WriteDisclosure(connection, publication, department, digest, cancel);
        await WriteFiles(connection, id, publication, cancel);
        await CopyFigures(connection, id, publication, cancel);
        await CopyNumbers(connection, id, publication, cancel);
        var version = new PublishedVersion(id, department, number, replaced, IsNew: true);
        foreach (IPublishedAlong along in publication.Along) await along.Write(connection, version, cancel);
        await CountUp(connection, department, cancel);
        return version;
    }

    private static async Task<(long Id, int Version)> WriteDisclosure(NpgsqlConnection connection, Publication publication, int department, string digest, CancellationToken cancel) =>
        await connection.QuerySingleAsync<(long, int)>(new CommandDefinition(
            """
            insert into disclosure (department_id, kind, year, version, is_current, title, unit, edition, digest, summary, view)
            select @department, @Kind, @Year, coalesce(max(version), 0) + 1, true, @Title, @Unit, @Edition, @digest, @summary::jsonb, @view
            from disclosure where department_id = @department and kind = @Kind and year = @Year
            returning id, version
            """,
            new
            {
                department,
                publication.Kind,
                publication.Year,
                publication.Title,
                publication.Unit,
                publication.Edition,
                digest,
                summary = JsonSerializer.Serialize(publication.Counts, JsonSerializerOptions.Web),
                view = Compress(publication.View.Span),
            },
            cancellationToken: cancel));

    private static async Task WriteFiles(NpgsqlConnection connection, long id, Publication publication, CancellationToken cancel)
    {
        foreach (PublishedFile file in publication.Files)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into disclosure_file (disclosure_id, name, media_type, digest, content) values (@id, @Name, @MediaType, @digest, @content)",
                new { id, file.Name, file.MediaType, digest = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), content = file.Content.ToArray() },
                cancellationToken: cancel));
        }
    }

    private static async Task CopyFigures(NpgsqlConnection connection, long id, Publication publication, CancellationToken cancel)
    {
        if (publication.Figures.IsEmpty) return;
        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync("copy figure (disclosure_id, form, row_key, column_key, row_order, caption, amount) from stdin (format binary)", cancel);
        foreach (PublishedFigure figure in publication.Figures.DistinctBy(f => (f.Form, f.Row, f.Column)))
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(figure.Form, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(figure.Row, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(figure.Column, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(figure.Order, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(figure.Caption, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(figure.Amount, NpgsqlDbType.Numeric, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static async Task CopyNumbers(NpgsqlConnection connection, long id, Publication publication, CancellationToken cancel)
    {
        if (publication.Numbers.IsEmpty) return;
        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync("copy particular (disclosure_id, name, number) from stdin (format binary)", cancel);
        foreach (PublishedNumber number in publication.Numbers.DistinctBy(n => n.Name))
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(number.Name, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(number.Number, NpgsqlDbType.Numeric, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    // Last, since the row is every publication's: it is locked for a moment only.
    private static Task<int> CountUp(NpgsqlConnection connection, int department, CancellationToken cancel) => connection.ExecuteAsync(new CommandDefinition(
        "with counted as (update published_revision set revision = revision + 1 returning revision) update department d set revision = c.revision from counted c where d.id = @department",
        new { department },
        cancellationToken: cancel));

    private static byte[] Compress(ReadOnlySpan<byte> view)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(view);
        return packed.ToArray();
    }

    private static string DigestOf(Publication publication)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Encoding.UTF8.GetBytes($"{publication.Title}\0{publication.Unit}\0{publication.Edition}"));
        Add(publication.View.Span);
        foreach (PublishedFile file in publication.Files)
        {
            Add(Encoding.UTF8.GetBytes(file.Name));
            if (!file.IsBuilt || file.MediaType != "application/pdf") Add(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // Each piece by its own digest, so that none runs into the next.
        void Add(ReadOnlySpan<byte> piece) => hash.AppendData(SHA256.HashData(piece));
    }
}
