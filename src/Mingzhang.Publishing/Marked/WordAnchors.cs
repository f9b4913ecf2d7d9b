using System.Globalization;

namespace Mingzhang.Publishing.Marked;

/// <summary>Puts the ends of comments between the characters of a document's part; a run is parted in two where a comment begins or ends within it.</summary>
internal sealed class WordAnchors(string prefix)
{
    private readonly SortedDictionary<int, Boundary> _boundaries = [];

    /// <summary>A comment over a whole paragraph, or over several from the first to the last.</summary>
    public void Whole(WordPlace first, WordPlace last, int comment)
    {
        At(first.Start, "", "").Starts.Add(comment);
        At(last.End, "", "").Ends.Add(comment);
    }

    /// <summary>A comment from a character of a piece up to a character of one, both taken in.</summary>
    public void Between((WordPiece Piece, int Character) first, (WordPiece Piece, int Character) last, int comment)
    {
        Before(first.Piece, first.Character).Starts.Add(comment);
        Behind(last.Piece, last.Character + 1).Ends.Add(comment);
    }

    /// <summary>Puts everything into the part.</summary>
    public void WriteTo(XmlEdits edits)
    {
        foreach ((int offset, Boundary boundary) in _boundaries)
        {
            string ends = string.Concat(boundary.Ends.Select(End)), starts = string.Concat(boundary.Starts.Select(Start));
            edits.Insert(offset, boundary.Before + ends + starts + boundary.Behind);
        }
    }

    private Boundary Before(WordPiece piece, int character)
    {
        // Blanks that their element does not keep must not come to stand at its end.
        while (!piece.KeepsSpace && character > 0 && char.IsWhiteSpace(piece.Text[character - 1])) character--;
        WordRun run = piece.Run;
        if (character > 0) return Within(piece, character);
        return piece.Open.Start == run.ContentStart ? At(run.Start, "", "") : At(piece.Open.Start, $"</{run.Name}>", $"<{run.Name}>{run.Properties}");
    }

    private Boundary Behind(WordPiece piece, int character)
    {
        WordRun run = piece.Run;
        if (character < piece.Text.Length) return Within(piece, character);
        return piece.Close.End == run.ContentEnd ? At(run.End, "", "") : At(piece.Close.End, $"</{run.Name}>", $"<{run.Name}>{run.Properties}");
    }

    private Boundary Within(WordPiece piece, int character)
    {
        WordRun run = piece.Run;
        string text = Name("t");
        return At(piece.OffsetOf(character), $"</{text}></{run.Name}>", $"<{run.Name}>{run.Properties}<{text} xml:space=\"preserve\">");
    }

    private Boundary At(int offset, string before, string behind) =>
        _boundaries.TryGetValue(offset, out Boundary? boundary) ? boundary : _boundaries[offset] = new Boundary(before, behind);

    private string Start(int comment) => $"<{Name("commentRangeStart")} {Name("id")}=\"{Number(comment)}\"/>";

    private string End(int comment) =>
        $"<{Name("commentRangeEnd")} {Name("id")}=\"{Number(comment)}\"/><{Name("r")}><{Name("commentReference")} {Name("id")}=\"{Number(comment)}\"/></{Name("r")}>";

    private string Name(string local) => $"{prefix}:{local}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place between characters at which comments begin or end.</summary>
    private sealed record Boundary(string Before, string Behind)
    {
        public List<int> Starts { get; } = [];

        public List<int> Ends { get; } = [];
    }
}
