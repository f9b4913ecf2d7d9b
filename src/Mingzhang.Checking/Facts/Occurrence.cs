using Mingzhang.Checking.Links;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Facts;

/// <summary>What an occurrence of a fact is printed as.</summary>
internal enum OccurrenceKind
{
    /// <summary>A cell with a figure.</summary>
    Cell,

    /// <summary>A blank cell: exactly zero.</summary>
    Blank,

    /// <summary>A claim of the text.</summary>
    Claim,

    /// <summary>A cell of another document.</summary>
    Linked,
}

/// <summary>One place where a fact is stated: a cell or a claim, with the figure in the disclosure's unit (万元), percent or things.</summary>
/// <param name="Kind">Cell, blank or claim.</param>
/// <param name="Value">The figure as printed, in the disclosure's unit; zero for a blank.</param>
/// <param name="Unit">One unit of its last digit; zero where the figure is the value itself.</param>
/// <param name="Address">The cell, or the cell that the claim speaks of; default where there is none.</param>
/// <param name="Row">The row of a cell; null for a claim or a row that the form does not show.</param>
/// <param name="Cell">The cell; null for a blank or a claim.</param>
/// <param name="Claim">The claim; null for a cell.</param>
/// <param name="Link">The other document that a cell is of; null for one of the document under check.</param>
internal readonly record struct Occurrence(
    OccurrenceKind Kind,
    decimal Value,
    decimal Unit,
    Address Address,
    StatementRow? Row = null,
    Cell? Cell = null,
    Claim? Claim = null,
    LinkedDocument? Link = null)
{
    /// <summary>Every true value that it stands for.</summary>
    public Interval Range(Rounding rounding)
    {
        if (Unit == 0) return Interval.Point(Value);
        if (rounding is not Rounding.Truncated)
        {
            decimal half = Unit * 0.5m;
            return new Interval(Value - half, Value + half);
        }

        return Value switch
        {
            > 0 => new Interval(Value, Value + Unit, highOpen: true),
            < 0 => new Interval(Value - Unit, Value, lowOpen: true),
            _ => new Interval(-Unit, Unit, lowOpen: true, highOpen: true),
        };
    }

    /// <summary>Whether it gives a percentage.</summary>
    public bool IsPercent => Claim is { Kind: ClaimKind.Share or ClaimKind.Growth or ClaimKind.Completion };

    /// <summary>The figure as the document prints it; <c>空</c> for a blank.</summary>
    public string Text => Cell?.Figure?.ToString() ?? Claim?.Value?.ToString() ?? "空";
}
