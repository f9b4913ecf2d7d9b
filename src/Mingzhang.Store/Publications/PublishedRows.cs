namespace Mingzhang.Store.Publications;

/// <summary>A department in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it is; empty if that is not known.</param>
public sealed record PublishedDepartment(int Id, string Name, string Place);

/// <summary>A published version without its contents.</summary>
public sealed record PublishedEntry
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Its department.</summary>
    public int DepartmentId { get; init; }

    /// <summary>Name of the department.</summary>
    public string Department { get; init; } = "";

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The fiscal year.</summary>
    public int Year { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; }

    /// <summary>Whether it is the newest.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Title of the document.</summary>
    public string Title { get; init; } = "";

    /// <summary>Id of the edition of the statutory forms.</summary>
    public string Edition { get; init; } = "";

    /// <summary>When it was published.</summary>
    public DateTime Published { get; init; }

    /// <summary>Counts of its check, as JSON.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Findings of severity error.</summary>
    public int Errors { get; init; }

    /// <summary>Findings of severity warning.</summary>
    public int Warnings { get; init; }
}

/// <summary>A file of a version, without its bytes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">SHA-256 in hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record PublishedFileEntry(string Name, string MediaType, string Digest, long Size);

/// <summary>A number of a department's current disclosure of a year.</summary>
/// <param name="Kind"><c>finalAccounts</c> or <c>budget</c>.</param>
/// <param name="Year">The year.</param>
/// <param name="Name">The number's name.</param>
/// <param name="Number">The number.</param>
public sealed record YearNumber(string Kind, int Year, string Name, decimal Number);

/// <summary>A moment in what is published.</summary>
/// <param name="Revision">The last publication; it counts up with each of any process, in the order in which they become visible.</param>
/// <param name="History">Another where the database was replaced by a backup: what counted before says nothing there.</param>
public readonly record struct PublishedMoment(long Revision, long History);

/// <summary>What was published since a moment.</summary>
/// <param name="Now">The moment that it is now.</param>
/// <param name="Departments">The departments that published since.</param>
public sealed record PublishedChange(PublishedMoment Now, IReadOnlyCollection<int> Departments);
