using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Statements;

/// <summary>The compiled accounts of a department for a year: the forms as printed, and what the explanations need besides them.</summary>
public sealed record YearAccounts
{
    /// <summary>Code of the one line of <see cref="Projects"/> that stands for all classified projects; it has no name.</summary>
    public const string ClassifiedProjects = "classified";

    /// <summary>Forms 01–09 with every cell as printed (万元, two decimals) and without places (spans are none).</summary>
    public required ImmutableArray<Statement> Statements { get; init; }

    /// <summary>Appropriated general-public expenditure by functional code of every level, in code order: budget against actual.</summary>
    public required ImmutableArray<Execution> Items { get; init; }

    /// <summary>The same for everything (code <c>合计</c>).</summary>
    public required Execution General { get; init; }

    /// <summary>Every project that had a budget or expenditure, in code order (all funds). Classified ones are merged under one code without name.</summary>
    public required ImmutableArray<Execution> Projects { get; init; }

    /// <summary>The same projects with their general public money only (一般公共预算财政拨款): what 五(三) lists. Default where only that money is spent on projects.</summary>
    public ImmutableArray<Execution> GeneralProjects { get; init; }

    /// <summary>The whole department's expenditure of all funds: full-year budget and outcome, basic and project.</summary>
    public required Execution Whole { get; init; }

    /// <summary>机关运行经费: 公用经费 from the general public budget of administrative units and of institutions run like the civil service.</summary>
    public required Execution AgencyOperating { get; init; }

    /// <summary>Numbers of the forms that balanced rounding could not make add up and that are printed plain; else empty.</summary>
    public ImmutableArray<string> PlainForms { get; init; } = [];
}

/// <summary>Budget against actual, all in 万元 as printed (two decimals).</summary>
/// <param name="Code">Functional code, project code or <c>合计</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Initial">年初预算.</param>
/// <param name="FullYear">全年预算 (initial, adjustments, carry-over).</param>
/// <param name="Final">决算数 / 执行数.</param>
/// <param name="Basic">Of the final amount, basic expenditure.</param>
/// <param name="Project">Of the final amount, projects.</param>
public sealed record Execution(string Code, string Name, Printed Initial, Printed FullYear, Printed Final, Printed Basic, Printed Project);
