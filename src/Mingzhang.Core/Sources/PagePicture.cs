using System.Collections.Immutable;

namespace Mingzhang.Core.Sources;

/// <summary>The picture of a page.</summary>
/// <param name="Png">A PNG file.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record PagePicture(ImmutableArray<byte> Png, int Width, int Height);
