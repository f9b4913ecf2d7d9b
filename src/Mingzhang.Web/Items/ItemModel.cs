using Mingzhang.Store.Comparisons;

namespace Mingzhang.Web.Items;

/// <summary>What the page of an item shows.</summary>
public sealed record ItemModel
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The items above it, from the class.</summary>
    public required IReadOnlyList<ItemName> Above { get; init; }

    /// <summary>The items right below it.</summary>
    public required IReadOnlyList<ItemName> Below { get; init; }

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Every year that has it, the oldest first.</summary>
    public required IReadOnlyList<ItemYear> Years { get; init; }

    /// <summary>The year whose departments are listed; null where no year has the item.</summary>
    public ItemYear? Year { get; init; }

    /// <summary>The departments of this page.</summary>
    public IReadOnlyList<ItemAmount> Amounts { get; init; } = [];

    /// <summary>The smallest first.</summary>
    public bool Rises { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages => Year is null ? 1 : (Year.Departments + PageSize - 1) / PageSize;

    /// <summary>The address with something else chosen.</summary>
    public string Address(string? kind = null, int? year = null, bool? rises = null, int page = 1)
    {
        string address = $"/items/{Code}?kind={kind ?? Kind}";
        // Another kind may not have the year.
        if (kind is null && (year ?? Year?.Year) is { } shown) address += FormattableString.Invariant($"&year={shown}");
        if (rises ?? Rises) address += "&sort=amount";
        if (page > 1) address += FormattableString.Invariant($"&page={page}");
        return address;
    }
}

/// <summary>An item with its name.</summary>
/// <param name="Code">Its digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUsed">Whether any disclosure shows it.</param>
public sealed record ItemName(string Code, string Name, bool IsUsed)
{
    /// <summary>The items below it.</summary>
    public IReadOnlyList<ItemName> Parts { get; init; } = [];
}
