namespace Mingzhang.Accounts.Statements;

/// <summary>How amounts in 元 become printed figures in 万元 with two decimals.</summary>
public enum FigureRounding
{
    /// <summary>Each cell on its own, half away from zero; sums of printed figures may differ in the last digits (尾差).</summary>
    Plain,

    /// <summary>
    /// Every printed table adds up exactly: each figure is its exact value rounded up or down, less than 0.01 万元 from it.
    /// A form for which that cannot be had is printed plain and named in <see cref="YearAccounts.PlainForms"/>.
    /// </summary>
    Balanced,
}
