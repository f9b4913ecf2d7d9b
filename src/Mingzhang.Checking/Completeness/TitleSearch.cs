using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Completeness;

/// <summary>Whether a title stands anywhere in the text after the contents page, in a line of its own.</summary>
internal sealed class TitleSearch(CheckContext context)
{
    private const int LongestHeading = 80;
    private HashSet<string>? _headings;
    private List<string>? _lines;

    /// <summary>Whether a short line of the text ends with the title, or is the title across two lines.</summary>
    internal bool Finds(string title)
    {
        _lines ??= Lines();
        _headings ??= [.. _lines];
        string plain = Names.Squeeze(title);
        if (_headings.Contains(plain)) return true;
        foreach (string line in _lines)
        {
            if (line.EndsWith(plain, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private List<string> Lines()
    {
        ImmutableArray<ContentsEntry> contents = context.Disclosure.Contents;
        int first = contents.IsEmpty ? 1 : contents.Max(e => e.Span.EndLine) + 1;
        ImmutableArray<string> source = context.Disclosure.Source.Lines;
        List<string> lines = [];
        for (int line = first; line <= source.Length; line++)
        {
            if (source[line - 1].Length is > 2 and <= LongestHeading) lines.Add(Names.Squeeze(source[line - 1]));
        }

        return lines;
    }
}
