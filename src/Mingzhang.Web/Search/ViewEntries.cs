using System.Text;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Search;
using Mingzhang.Web.Portal;

namespace Mingzhang.Web.Search;

/// <summary>Takes from a view what search is to know: the items of its forms, its projects, and its text section by section.</summary>
internal static class ViewEntries
{
    /// <summary>The entries of a view.</summary>
    public static SearchEntries Of(DisclosureView view) => new(ViewPublication.NameOf(view), view.Kind, view.Year, [.. Items(view)], [.. Passages(view).Where(p => p.Title.Length + p.Body.Length > 0)]);

    private static IEnumerable<SearchItem> Items(DisclosureView view) => view.Pieces.OfType<FormPiece>()
        .Where(f => f.Codes is not null)
        .SelectMany(f => f.Rows.Where(r => r.Text.Length > 0 && r.Key.All(char.IsAsciiDigit)).Select(r => new SearchItem(f.Codes == "economic", r.Key, r.Text.Trim())))
        .Distinct();

    private static IEnumerable<SearchPassage> Passages(DisclosureView view)
    {
        var projects = view.Evaluations.Select(e => (e.Anchor, e.Scope, e.Name)).Concat(view.Goals.Select(g => (g.Anchor, g.Scope, g.Name)))
            .Where(p => p.Scope == "project").DistinctBy(p => p.Anchor).ToDictionary(p => p.Anchor, p => p.Name, StringComparer.Ordinal);
        HeadingPiece? heading = null;
        var body = new StringBuilder();
        foreach (Piece piece in view.Pieces)
        {
            switch (piece)
            {
                case HeadingPiece next:
                    if (Passage() is { } before) yield return before;
                    heading = next;
                    body.Clear();
                    break;
                case ParagraphPiece { IsNote: false } paragraph:
                    body.Append(paragraph.Text).Append('\n');
                    break;
                case TablePiece table:
                    foreach (string text in Texts(table.Grid)) body.Append(text).Append('\n');
                    break;
                case FormPiece form:
                    foreach (SearchPassage passage in OfForm(form)) yield return passage;
                    break;
            }
        }

        if (Passage() is { } last) yield return last;

        // A heading that only parts begin under says nothing of its own.
        SearchPassage? Passage() =>
            heading is null ? (body.Length > 0 ? new SearchPassage(IsProject: false, "", body.ToString(), "") : null)
            : projects.TryGetValue(heading.Anchor, out string? project) ? new SearchPassage(IsProject: true, project, body.ToString(), heading.Anchor)
            : body.Length > 0 ? new SearchPassage(IsProject: false, heading.Text, body.ToString(), heading.Anchor)
            : null;
    }

    /// <summary>The projects of a form that lists projects, and the texts of other registers.</summary>
    private static IEnumerable<SearchPassage> OfForm(FormPiece form)
    {
        // Rows of registers have no codes of their own: their keys count from 1.
        bool lists = form.Title.Contains("项目", StringComparison.Ordinal) && form.Codes is null;
        if (!lists) yield break;
        foreach (TableRow row in form.Grid.Rows.Skip(form.Grid.HeadRows))
        {
            string[] texts = [.. row.Cells.Where(c => c.Text is { Length: > 1 } text && !char.IsAsciiDigit(text[0]) && text[0] is not '-' && text is not ("合计" or "总计")).Select(c => c.Text!)];
            if (texts.Length > 0) yield return new SearchPassage(IsProject: true, texts.MaxBy(t => t.Length)!, string.Join('\n', texts), row.Cells.FirstOrDefault(c => c.Anchor is not null)?.Anchor ?? form.Anchor);
        }
    }

    private static IEnumerable<string> Texts(TableGrid grid) => grid.Rows.Skip(grid.HeadRows).SelectMany(r => r.Cells).Select(c => c.Text).Where(t => t is { Length: > 1 } && !char.IsAsciiDigit(t[0]))!;
}
