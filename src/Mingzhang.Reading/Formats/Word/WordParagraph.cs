using System.Text;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>A paragraph as it is read.</summary>
internal sealed class WordParagraph
{
    /// <summary>Its text; \n for a line end within it.</summary>
    internal StringBuilder Text { get; } = new();

    /// <summary>Lines of the text boxes anchored in it.</summary>
    internal List<string> Boxes { get; } = [];

    /// <summary>The id of its style.</summary>
    internal string? Style { get; set; }

    /// <summary>The list that numbers it; 0 for explicitly none.</summary>
    internal int? List { get; set; }

    /// <summary>Its level in the list, from 0.</summary>
    internal int? Level { get; set; }

    /// <summary>Whether it begins a page.</summary>
    internal bool PageBefore { get; set; }

    /// <summary>Whether what follows begins a page.</summary>
    internal bool PageAfter { get; set; }

    /// <summary>Whether the document says where its pages ended when it was last laid out.</summary>
    internal bool IsPaged { get; set; }

    /// <summary>Whether the next paragraph goes on with it: the mark between is deleted.</summary>
    internal bool IsJoined { get; set; }

    /// <summary>A page ends at this place of the text.</summary>
    internal void BreakPage()
    {
        if (Text.Length == 0) PageBefore = true;
        else PageAfter = true;
    }
}
