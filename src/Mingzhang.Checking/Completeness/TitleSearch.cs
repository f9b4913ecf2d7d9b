using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

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
            if (line.EndsWith(plain, StringComparison.Ordinal) && !IsLongerTitle(line, plain)) return true;
        }

        return false;
    }

    /// <summary>Whether the line is the title of another form that ends alike: 支出决算表 ends 一般公共预算财政拨款支出决算表.</summary>
    private bool IsLongerTitle(string line, string plain)
    {
        foreach (FormDefinition form in context.Edition.Forms)
        {
            string title = Names.Squeeze(form.Title);
            if (title.Length > plain.Length && title.EndsWith(plain, StringComparison.Ordinal) && line.EndsWith(title, StringComparison.Ordinal)) return true;
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
