using System.Collections.Immutable;

namespace Mingzhang.Store.Publications;

/// <summary>All that is published of one disclosure at once.</summary>
public sealed record Publication
{
    /// <summary>Name of the department, by which its years belong together.</summary>
    public required string Department { get; init; }

    /// <summary>Where the department is; empty if that is not known, which leaves what was known before.</summary>
    public string Place { get; init; } = "";

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>Title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Whose figures it gives, as printed.</summary>
    public required string Unit { get; init; }

    /// <summary>Id of the edition: <c>final-accounts/2023</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>What its check counted.</summary>
    public required CheckCounts Counts { get; init; }

    /// <summary>What its page shows, as JSON in UTF-8; the writer compresses it.</summary>
    public required ReadOnlyMemory<byte> View { get; init; }

    /// <summary>The files to download.</summary>
    public ImmutableArray<PublishedFile> Files { get; init; } = [];

    /// <summary>The cells of its forms.</summary>
    public ImmutableArray<PublishedFigure> Figures { get; init; } = [];

    /// <summary>Numbers that no form has, and the main figures by names that are the same in all editions.</summary>
    public ImmutableArray<PublishedNumber> Numbers { get; init; } = [];

    /// <summary>What is written along with it in the same transaction, such as its entries for the search.</summary>
    public ImmutableArray<IPublishedAlong> Along { get; init; } = [];
}

/// <summary>How the tests of a check ended, and its findings by severity.</summary>
/// <param name="Passed">Tests that hold.</param>
/// <param name="Failed">Tests that do not.</param>
/// <param name="NotRun">Tests that could not be made.</param>
/// <param name="Error">Findings of severity error.</param>
/// <param name="Warning">Findings of severity warning.</param>
/// <param name="Rounding">Rounding differences.</param>
/// <param name="Info">Findings worth a look.</param>
public sealed record CheckCounts(int Passed, int Failed, int NotRun, int Error, int Warning, int Rounding, int Info);

/// <summary>A file to download.</summary>
/// <param name="Name">Its name, folders parted by <c>/</c>.</param>
/// <param name="MediaType">What it is: <c>application/pdf</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PublishedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether it was built together with the view: a PDF carries the time at which it was made, and made twice of one book it has two though it says the same.</summary>
    public bool IsBuilt { get; init; }
}

/// <summary>A cell of a form.</summary>
/// <param name="Form">Number of the form: <c>03</c>.</param>
/// <param name="Row">Key of its row: <c>2013101</c>.</param>
/// <param name="Column">Number of its column.</param>
/// <param name="Order">Place of its row in the form, from 1.</param>
/// <param name="Caption">Caption of its row as printed.</param>
/// <param name="Amount">The figure in 万元.</param>
public sealed record PublishedFigure(string Form, string Row, string Column, int Order, string Caption, decimal Amount);

/// <summary>A number by name: <c>vehicles/total</c>, <c>main/threePublic</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">In 万元 where it is an amount.</param>
public sealed record PublishedNumber(string Name, decimal Number);
