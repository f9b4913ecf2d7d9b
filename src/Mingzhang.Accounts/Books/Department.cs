using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books;

/// <summary><c>unit.yaml</c>: who publishes, and the units whose accounts it consolidates.</summary>
public sealed record Department
{
    /// <summary>Name as it is printed on the cover and above the forms.</summary>
    public required string Name { get; init; }

    /// <summary>Administrative code; empty if none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The date on the cover; null leaves it out.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who answers questions on the disclosure (an office and its telephone, never a person); empty leaves it out.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The budget units: 本级 first, then the subordinate units. At least one.</summary>
    public required ImmutableArray<BudgetUnit> Units { get; init; }

    /// <summary>The unit with a code; null if there is none.</summary>
    public BudgetUnit? Unit(string code) => Units.FirstOrDefault(u => u.Code == code);
}

/// <summary>What a unit is by its constitution; it decides whether its running costs are 机关运行经费.</summary>
public enum UnitKind
{
    /// <summary>行政单位.</summary>
    Administrative,

    /// <summary>参照公务员法管理的事业单位.</summary>
    CivilServiceInstitution,

    /// <summary>其他事业单位 (公益一类, 公益二类 …).</summary>
    PublicInstitution,
}

/// <summary>A budget unit (预算单位).</summary>
public sealed record BudgetUnit
{
    /// <summary>The key by which the ledger and the budget name it.</summary>
    public required string Code { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Administrative unit or kind of public institution.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>1 for 本级, 2 for a unit below it.</summary>
    public int Tier { get; init; } = 1;

    /// <summary>Staff: posts and people by kind of 编制 (<c>行政编制</c>, <c>事业编制</c>, <c>工勤编制</c>), in the order of the file.</summary>
    public ImmutableArray<StaffCount> Staff { get; init; } = [];

    /// <summary>离休 people.</summary>
    public int RetiredCadres { get; init; }

    /// <summary>退休 people.</summary>
    public int Retired { get; init; }

    /// <summary>Vehicles by use as named by the edition (<c>机要通信用车</c>): number of vehicles.</summary>
    public ImmutableArray<CountOf> Vehicles { get; init; } = [];

    /// <summary>Pieces of equipment with a unit price of at least 100万元, vehicles not counted.</summary>
    public int LargeEquipment { get; init; }
}

/// <summary>Posts and people of one kind of 编制.</summary>
/// <param name="Kind"><c>行政编制</c> …</param>
/// <param name="Posts">核定编制数.</param>
/// <param name="People">在职实有人数.</param>
public sealed record StaffCount(string Kind, int Posts, int People);

/// <summary>A number of things by name.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How many.</param>
public sealed record CountOf(string Name, int Count)
{
    /// <summary>Where it stands in its file.</summary>
    public FileLine Line { get; init; }
}
