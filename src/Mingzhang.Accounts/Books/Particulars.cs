using System.Collections.Immutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books;

/// <summary><c>particulars.yaml</c>: facts of the explanations that no account holds. A part that is left out is not known, not nothing.</summary>
public sealed record Particulars
{
    /// <summary>因公出国（境）.</summary>
    public Overseas? Overseas { get; init; }

    /// <summary>公务用车.</summary>
    public Cars? Cars { get; init; }

    /// <summary>公务接待.</summary>
    public Reception? Reception { get; init; }

    /// <summary>政府采购.</summary>
    public Procurement? Procurement { get; init; }
}

/// <summary>因公出国（境）: groups and people; the cost is the ledger's.</summary>
/// <param name="Groups">团组数.</param>
/// <param name="People">人次.</param>
/// <param name="Costs">Costs by kind (<c>住宿费</c>, <c>国际旅费</c> …) in 元; empty if not divided; else they make up the cost.</param>
public sealed record Overseas(int Groups, int People, ImmutableArray<AmountOf> Costs)
{
    /// <summary>The groups one by one, as far as they are given; then they make up groups, people and costs.</summary>
    public ImmutableArray<OverseasVisit> Visits { get; init; } = [];

    /// <summary>Where it stands in its file.</summary>
    public FileLine Line { get; init; }
}

/// <summary>A visit abroad, or several of one kind.</summary>
/// <param name="Destination">Where to; empty if not given.</param>
/// <param name="Purpose">What for, a clause without full stop; empty if not given.</param>
/// <param name="Groups">团组数.</param>
/// <param name="People">人次.</param>
/// <param name="Costs">Costs by kind in 元; empty if not known of each visit.</param>
public sealed record OverseasVisit(string Destination, string Purpose, int Groups, int People, ImmutableArray<AmountOf> Costs);

/// <summary>公务用车: vehicles paid from appropriated money; the cost is the ledger's.</summary>
/// <param name="Bought">购置数.</param>
/// <param name="Kept">年末保有量.</param>
/// <param name="Costs">Running costs by kind (<c>燃料费</c>, <c>维修费</c>, <c>保险费</c> …) in 元; empty if not divided.</param>
public sealed record Cars(int Bought, int Kept, ImmutableArray<AmountOf> Costs)
{
    /// <summary>Where it stands in its file.</summary>
    public FileLine Line { get; init; }
}

/// <summary>公务接待; the cost is the ledger's.</summary>
/// <param name="Batches">批次 in all.</param>
/// <param name="People">人次 in all, escorts not counted.</param>
/// <param name="ForeignBatches">外事接待批次 among them.</param>
/// <param name="ForeignPeople">外事接待人次 among them.</param>
/// <param name="ForeignCost">外事接待费, in 元.</param>
public sealed record Reception(int Batches, int People, int ForeignBatches, int ForeignPeople, Amount ForeignCost)
{
    /// <summary>Where it stands in its file.</summary>
    public FileLine Line { get; init; }
}

/// <summary>政府采购支出, in 元.</summary>
public sealed record Procurement
{
    /// <summary>货物支出.</summary>
    public required Amount Goods { get; init; }

    /// <summary>工程支出.</summary>
    public required Amount Works { get; init; }

    /// <summary>服务支出.</summary>
    public required Amount Services { get; init; }

    /// <summary>授予中小企业合同金额; null if not known.</summary>
    public Amount? SmallAndMedium { get; init; }

    /// <summary>其中授予小微企业合同金额; null if not known.</summary>
    public Amount? Small { get; init; }

    /// <summary>货物采购授予中小企业合同金额; null if not known.</summary>
    public Amount? GoodsSmallAndMedium { get; init; }

    /// <summary>工程采购授予中小企业合同金额; null if not known.</summary>
    public Amount? WorksSmallAndMedium { get; init; }

    /// <summary>服务采购授予中小企业合同金额; null if not known.</summary>
    public Amount? ServicesSmallAndMedium { get; init; }

    /// <summary>All of it.</summary>
    public Amount Total => Goods + Works + Services;
}

/// <summary>An amount by name.</summary>
/// <param name="Name">What for.</param>
/// <param name="Amount">In 元.</param>
public sealed record AmountOf(string Name, Amount Amount);
