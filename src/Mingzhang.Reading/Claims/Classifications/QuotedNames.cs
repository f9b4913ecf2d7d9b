namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>Names of a functional classification in a paragraph.</summary>
/// <param name="Class">类; empty if not named.</param>
/// <param name="Section">款; empty if not named.</param>
/// <param name="Items">项, in order.</param>
/// <param name="Start">First character of the names.</param>
/// <param name="End">One past the last character, with the marks.</param>
internal sealed record QuotedNames(string Class, string Section, IReadOnlyList<string> Items, int Start, int End)
{
    /// <summary>The code that the marks print (（204类）司法（06款）行政运行（01项）: 2040601); empty where they print none.</summary>
    internal string Code { get; init; } = "";

    /// <summary>The names joined by /, the deepest last.</summary>
    internal string Path => string.Join('/', new[] { Class, Section }.Concat(Items).Where(n => n.Length > 0));
}
