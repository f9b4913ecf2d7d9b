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
    public IEnumerable<(int Number, FindingView Finding)> Shown => Document.Findings.Select((f, i) => (i + 1, f)).Where(f => Selection.Has(f.f, On(f.f)));

    /// <summary>Whether there are pictures of pages.</summary>
    public bool HasPages => Enumerable.Range(1, Document.Pages.Length).Any(p => PageOf(p) is not null);

    /// <summary>Which upload holds a page of the document as a PDF, and which page of it that is; null where none does.</summary>
    public (int File, int Page)? PageOf(int page) => PageOf(Document, Files, page);

    /// <summary>Which upload holds a page of a document as a PDF, and which page of it that is; null where none does.</summary>
    public static (int File, int Page)? PageOf(DocumentView document, IReadOnlyList<ExaminationFile> files, int page)
    {
        if (page < 1 || page > document.Pages.Length || document.Pages[page - 1].Width <= 0) return null;
        if (document.Files.IsEmpty) return files.FirstOrDefault(f => f.Name == document.File) is { } whole && IsPdf(whole) ? (whole.Number, page) : null;
        // Parts of archives have no upload of their own.
        if (document.Files.Length != files.Count) return null;
        for (int i = files.Count - 1; i >= 0; i--)
        {
            int first = document.Files[i].FirstPage;
            if (first > 0 && first <= page) return IsPdf(files[i]) ? (files[i].Number, page - first + 1) : null;
        }

        return null;
    }

    private static bool IsPdf(ExaminationFile file) => file.MediaType == "application/pdf";
}
