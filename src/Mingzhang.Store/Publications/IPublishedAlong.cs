using Npgsql;

namespace Mingzhang.Store.Publications;

/// <summary>Something that is written with a publication, in its transaction: all of it or none.</summary>
public interface IPublishedAlong
{
    /// <summary>Writes what belongs to a version that was just written, and deletes what belonged to the one before.</summary>
    /// <param name="connection">A connection with the transaction open.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancel">Gives up; nothing is then written.</param>
    Task Write(NpgsqlConnection connection, PublishedVersion version, CancellationToken cancel);
}

/// <summary>A version that was published.</summary>
/// <param name="DisclosureId">Its id.</param>
/// <param name="DepartmentId">Its department's id.</param>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Replaced">Id of the version that was current before; null if it is the first.</param>
/// <param name="IsNew">Whether it was written now; otherwise the current version is the same already and nothing was changed.</param>
public sealed record PublishedVersion(long DisclosureId, int DepartmentId, int Version, long? Replaced, bool IsNew);
