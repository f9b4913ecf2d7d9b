using System.Collections.Immutable;

namespace Mingzhang.Core.Layout;

/// <summary>A column of a printed table before its head is nested.</summary>
/// <param name="Captions">Captions from the outermost; neighbours with the same ones share a cell.</param>
/// <param name="Number">What stands in the row of printed numbers (栏次); empty for a blank.</param>
/// <param name="Width">Relative width.</param>
internal sealed record HeadColumn(ImmutableArray<string> Captions, string Number, int Width);
