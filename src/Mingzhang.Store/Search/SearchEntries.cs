using Mingzhang.Store.Publications;
using Npgsql;

namespace Mingzhang.Store.Search;

/// <summary>What search is to know of a disclosure; written along with its publication.</summary>
/// <param name="Department">Its department's name.</param>
/// <param name="Kind"><c>finalAccounts</c> or <c>budget</c>.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Items">The classification items that its forms show.</param>
/// <param name="Passages">Its projects and sections.</param>
public sealed record SearchEntries(string Department, string Kind, int Year, IReadOnlyCollection<SearchItem> Items, IReadOnlyCollection<SearchPassage> Passages) : IPublishedAlong
{
    /// <inheritdoc/>
    public Task Write(NpgsqlConnection connection, PublishedVersion version, CancellationToken cancel) =>
        version.IsNew ? SearchIndex.Write(connection, version, this, cancel) : Task.CompletedTask;
}

/// <summary>An item of a classification.</summary>
/// <param name="IsEconomic">Of the economic classification; else of the functional one.</param>
/// <param name="Code">Its digits.</param>
/// <param name="Name">Its name as the disclosure prints it.</param>
public sealed record SearchItem(bool IsEconomic, string Code, string Name);

/// <summary>A project or a section of a disclosure.</summary>
/// <param name="IsProject">A project; else a section.</param>
/// <param name="Title">The project's name, the section's heading.</param>
/// <param name="Body">Its text.</param>
/// <param name="Anchor">Where on the disclosure's page it stands, without <c>#</c>.</param>
public sealed record SearchPassage(bool IsProject, string Title, string Body, string Anchor);
