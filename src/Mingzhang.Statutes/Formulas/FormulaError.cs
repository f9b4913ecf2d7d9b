using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>Why a formula is none.</summary>
/// <param name="Offset">Where in the text, 0-based.</param>
/// <param name="Problem">What is wrong and what was expected.</param>
public sealed record FormulaError(int Offset, Text Problem);

/// <summary>A formula found in the notes that a document prints under a form.</summary>
/// <param name="Offset">Where it begins in the note, 0-based.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Relation">What it states; null if it cannot hold for the form at all.</param>
/// <param name="Error">Why not; null if it can.</param>
public sealed record PrintedFormula(int Offset, int Length, Relation? Relation, FormulaError? Error);
