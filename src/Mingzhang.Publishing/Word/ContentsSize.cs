using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Word;

/// <summary>Sizes of the contents: all on one page where they can be read there, otherwise evenly on several.</summary>
/// <param name="HalfPoints">Size of the characters in half points.</param>
/// <param name="Line">Height of a line in twentieths of a point.</param>
internal sealed record ContentsSize(int HalfPoints, int Line)
{
    /// <summary>What is left free for the page numbers, in twentieths of a point.</summary>
    public const int Right = 600;

    private const int Room = 11700, Most = 480, Loose = 440;

    private static readonly (int HalfPoints, int Least)[] Sizes = [(28, 360), (24, 300), (21, 265)];

    /// <summary>How the contents are set.</summary>
    public static ContentsSize Of(ContentsBlock? contents)
    {
        if (contents is null || contents.Lines.IsEmpty) return new ContentsSize(Sizes[0].HalfPoints, Loose);
        foreach ((int size, int least) in Sizes)
        {
            int lines = Lines(contents, size);
            if (lines * least <= Room) return new ContentsSize(size, Math.Min(Most, Room / lines));
        }

        int usual = Sizes[1].HalfPoints, all = Lines(contents, usual);
        int pages = ((all * Loose) + Room - 1) / Room;
        return new ContentsSize(usual, Room / ((all + pages - 1) / pages));
    }

    /// <summary>Indent of a level in twentieths of a point.</summary>
    public static int Left(int level) => level == 1 ? 0 : 320;

    private static int Lines(ContentsBlock contents, int size) => contents.Lines.Sum(l => TitleLines.Count(l.Text, size * 10, WordPage.TextWidth(across: false) - Right - Left(l.Level) - (size * 10)));
}
