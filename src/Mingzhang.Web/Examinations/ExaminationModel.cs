using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>What the page of a checked examination shows.</summary>
/// <param name="Examination">The examination.</param>
/// <param name="View">What its check gave.</param>
/// <param name="Selection">What of it shows.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="Files">Its files.</param>
/// <param name="Correction">The newest examination of the corrected document; null where there is none.</param>
/// <param name="FormToken">For its forms.</param>
public sealed record ExaminationModel(
    Examination Examination, CheckView View, Selection Selection, IReadOnlyList<Decision> Decisions, IReadOnlyList<ExaminationFile> Files, Guid? Correction, string FormToken)
{
    private readonly Dictionary<(int, string), Decision> _decisions = Decisions.ToDictionary(d => (d.Document, d.Finding));

    /// <summary>The document that shows.</summary>
    public DocumentView Document => View.Documents[Selection.Document - 1];

    /// <summary>What was decided on a finding of the document that shows; null where nothing was.</summary>
    public Decision? On(FindingView finding) => _decisions.GetValueOrDefault((Selection.Document, finding.Id));

    /// <summary>The findings of the document with their numbers, those that show.</summary>
    public IEnumerable<(int Number, FindingView Finding)> Shown => Selection.Of(Document.Findings, On);

    /// <summary>Whether there are pictures of pages.</summary>
    public bool HasPages => Enumerable.Range(1, Document.Pages.Length).Any(p => PageOf(p) is not null);

    /// <summary>Where the picture of a page of the document comes from; null where it has none.</summary>
    public PageSource? PageOf(int page) => PageOf(Document, Files, page);

    /// <summary>Where the picture of a page of a document comes from; null where it has none.</summary>
    public static PageSource? PageOf(DocumentView document, IReadOnlyList<ExaminationFile> files, int page)
    {
        if (page < 1 || page > document.Pages.Length || document.Pages[page - 1].Width <= 0) return null;
        if (document.Files.IsEmpty) return SourceOf(document.Paths is [var only] ? only : document.File, files, page);
        if (document.Files.Length != document.Paths.Length) return null;
        for (int i = document.Files.Length - 1; i >= 0; i--)
        {
            int first = document.Files[i].FirstPage;
            if (first > 0 && first <= page) return SourceOf(document.Paths[i], files, page - first + 1);
        }

        return null;
    }

    // The name of an upload has no slash: what stands behind one is a name in that archive.
    private static PageSource? SourceOf(string path, IReadOnlyList<ExaminationFile> files, int page)
    {
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        string upload = slash < 0 ? path : path[..slash], member = slash < 0 ? "" : path[(slash + 1)..];
        if (files.FirstOrDefault(f => f.Name == upload) is not { } file) return null;
        bool pdf = member.Length > 0 ? member.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) : file.MediaType == "application/pdf";
        return pdf ? new PageSource(file.Number, member, page) : null;
    }
}
