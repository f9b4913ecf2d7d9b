namespace Mingzhang.Store.Comparisons;

/// <summary>Where the amounts of a line are found: under a name, or in a cell of each edition's forms.</summary>
public sealed record LineSource
{
    private LineSource()
    {
    }

    /// <summary>The name, <c>main/threePublic</c>; null where the line is a cell.</summary>
    public string? Name { get; private init; }

    /// <summary>The cell in each edition that has one; empty where the line has a name.</summary>
    public IReadOnlyList<LineCell> Cells { get; private init; } = [];

    /// <summary>A number that disclosures give under a name.</summary>
    public static LineSource Named(string name) => new() { Name = name };

    /// <summary>A cell of the forms.</summary>
    public static LineSource At(IReadOnlyList<LineCell> cells) => new() { Cells = cells };
}

/// <summary>A cell in the forms of an edition.</summary>
/// <param name="Edition">Id of the edition.</param>
/// <param name="Form">Number of the form.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">Number of the column.</param>
public sealed record LineCell(string Edition, string Form, string Row, string Column);

/// <summary>What one current disclosure says on a line.</summary>
public sealed record LineValue
{
    /// <summary>Id of the disclosure.</summary>
    public long Disclosure { get; init; }

    /// <summary>Its department.</summary>
    public int Department { get; init; }

    /// <summary>The department's name.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The fiscal year.</summary>
    public int Year { get; init; }

    /// <summary>The amount in 万元, or the number; null where there is none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Whether the forms of its edition have such a line.</summary>
    public bool HasLine { get; init; }

    /// <summary>The expenditure of the year in 万元; null where it is not known.</summary>
    public decimal? Expenditure { get; init; }

    /// <summary>The staff in office; null where it is not said.</summary>
    public decimal? Staff { get; init; }
}
