using Dapper;
using Mingzhang.Store.Jobs;
using Npgsql;

namespace Mingzhang.Store.Publications;

/// <summary>What was asked to be published: kept whole with the work that does it, before anybody is told that it was taken.</summary>
/// <param name="database">Where.</param>
public sealed class PublicationRequests(Database database)
{
    /// <summary>The kind of work that publishes.</summary>
    public const string Kind = "publish";

    /// <summary>Takes a request, with the work to do it, in one transaction.</summary>
    /// <returns>Its id, which is also that of the work.</returns>
    public async Task<Guid> Ask(PublicationRequest request, CancellationToken cancel = default)
    {
        var id = Guid.NewGuid();
        await using NpgsqlConnection connection = await database.Open(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into publication_request (id, name, is_book, is_forced, place, content) values (@id, @Name, @IsBook, @IsForced, @Place, @Content)",
            new { id, request.Name, request.IsBook, request.IsForced, request.Place, request.Content },
            transaction,
            cancellationToken: cancel));
        await WorkLedger.Ask(transaction, id, Kind, priority: 4);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>The request; null where it has ended or there is none.</summary>
    public async Task<PublicationRequest?> Find(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<PublicationRequest>(new CommandDefinition(
            "select name, is_book as IsBook, is_forced as IsForced, place, content from publication_request where id = @id and content is not null", new { id }, cancellationToken: cancel));
    }

    /// <summary>The requests whose work was given up, oldest first: they are kept whole and may be asked for again.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> GivenUp(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<(Guid, string)>(new CommandDefinition(
            "select q.id, q.name from publication_request q join work w on w.id = q.id where w.given_up and q.content is not null order by q.asked", cancellationToken: cancel))];
    }

    /// <summary>How it ended; null where it has not.</summary>
    public async Task<PublicationOutcome?> Outcome(Guid id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<PublicationOutcome>(new CommandDefinition(
            """
            select q.department_id as DepartmentId, d.kind, d.year, q.is_new as IsNew, q.errors, q.report
            from publication_request q left join disclosure d on d.id = q.disclosure_id where q.id = @id and q.content is null
            """,
            new { id },
            cancellationToken: cancel));
    }

    /// <summary>Publishes what came of it and closes the request, in the transaction that ends the work.</summary>
    public static async Task Publish(NpgsqlTransaction transaction, Guid id, Publication publication, CancellationToken cancel = default)
    {
        NpgsqlConnection connection = transaction.Connection!;
        PublishedVersion version = await PublicationWriter.Write(connection, publication, cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            "update publication_request set content = null, disclosure_id = @DisclosureId, department_id = @DepartmentId, is_new = @IsNew, errors = @Error where id = @id",
            new { id, version.DisclosureId, version.DepartmentId, version.IsNew, publication.Counts.Error },
            transaction,
            cancellationToken: cancel));
    }

    /// <summary>Closes it unpublished, in the transaction that ends the work.</summary>
    public static Task Refuse(NpgsqlTransaction transaction, Guid id, int errors, string report) =>
        transaction.Connection!.ExecuteAsync("update publication_request set content = null, errors = @errors, report = @report where id = @id", new { id, errors, report }, transaction);
}

/// <summary>What is to be published.</summary>
/// <param name="Name">What the book or document is called.</param>
/// <param name="IsBook">A book to be built; else documents to be read as one disclosure.</param>
/// <param name="IsForced">Publish it with findings of severity error.</param>
/// <param name="Place">Where the department is; empty if that is not known.</param>
/// <param name="Content">The folder of the book, or the documents, as a zip archive.</param>
public sealed record PublicationRequest(string Name, bool IsBook, bool IsForced, string Place, byte[] Content);

/// <summary>How a request ended.</summary>
/// <param name="DepartmentId">Whose disclosure it became; null where it was refused.</param>
/// <param name="Kind">The kind of the disclosure.</param>
/// <param name="Year">Its year.</param>
/// <param name="IsNew">Whether a new version came of it; else the current one says the same.</param>
/// <param name="Errors">Findings of severity error.</param>
/// <param name="Report">What was found wrong, where it was refused.</param>
public sealed record PublicationOutcome(int? DepartmentId, string? Kind, int? Year, bool IsNew, int Errors, string Report);
