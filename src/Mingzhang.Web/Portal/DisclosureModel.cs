using System.Globalization;
using Mingzhang.Core.Layout;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Web.Portal;

/// <summary>A view with what ties its parts together, made once.</summary>
public sealed class DisclosureModel
{
    private static readonly ShownFinding[] None = [];
    private readonly Dictionary<string, ShownCell> _cells = [];
    private readonly ILookup<string, ClaimSpan> _claims;
    private readonly Dictionary<string, ShownFinding[]> _findings;

    /// <summary>Ties the parts of a view together.</summary>
    public DisclosureModel(DisclosureView view)
    {
        View = view;
        foreach (FormPiece form in view.Pieces.OfType<FormPiece>()) Add(form);
        _claims = view.Pieces.OfType<ParagraphPiece>().SelectMany(p => p.Claims).ToLookup(c => c.Address);
        Findings = [.. view.Check.Findings.Select((f, i) => new ShownFinding(i + 1, f))];
        _findings = Findings.Where(f => f.Finding.Anchor is not null).GroupBy(f => f.Finding.Anchor!).ToDictionary(g => g.Key, g => g.ToArray());
        Contents = [.. Lines(view)];
    }

    /// <summary>The view.</summary>
    public DisclosureView View { get; }

    /// <summary>The findings, numbered from 1.</summary>
    public IReadOnlyList<ShownFinding> Findings { get; }

    /// <summary>What the page's contents list.</summary>
    public IReadOnlyList<ContentsLine> Contents { get; }

    /// <summary>A cell that has a figure; null if there is none at the address.</summary>
    public ShownCell? Cell(string address) => _cells.GetValueOrDefault(address);

    /// <summary>The figures of the text that speak of a cell.</summary>
    public IEnumerable<ClaimSpan> ClaimsOf(string address) => _claims[address];

    /// <summary>What was found at a place of the page.</summary>
    public IReadOnlyList<ShownFinding> FindingsAt(string anchor) => _findings.GetValueOrDefault(anchor, None);

    /// <summary>The cells that a paragraph speaks of, each once, in order.</summary>
    public IReadOnlyList<ShownCell> Beside(ParagraphPiece paragraph)
    {
        var cells = new List<ShownCell>(paragraph.Claims.Length);
        foreach (ClaimSpan claim in paragraph.Claims)
        {
            if (Cell(claim.Address) is { } cell && !cells.Contains(cell)) cells.Add(cell);
        }

        return cells;
    }

    private void Add(FormPiece form)
    {
        var rows = form.Rows.DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.Text);
        var columns = form.Columns.DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => Short(c.Text));
        bool codes = form.Grid.Rows.Any(r => r.Key is not null) || rows.Count <= 1;
        foreach (TableCell cell in form.Grid.Rows.SelectMany(r => r.Cells).Where(c => c is { Address: not null, Anchor: not null, Text: not null }))
        {
            string address = cell.Address!;
            int open = address.IndexOf('[', StringComparison.Ordinal), close = address.LastIndexOf("].", StringComparison.Ordinal);
            string row = address[(open + 1)..close], column = address[(close + 2)..];
            string rowName = rows.GetValueOrDefault(row, row == "1" && rows.Count <= 1 ? "" : row), columnName = columns.GetValueOrDefault(column, "");
            _cells.TryAdd(address, new ShownCell(form.Number, string.Join(" · ", new[] { rowName, codes ? columnName : "" }.Where(n => n.Length > 0)), cell.Text!, cell.Anchor!, address));
        }
    }

    // The innermost caption; that of the whole where it is only a sum: 本年支出 for 本年支出/小计, 预算数 · 合计 for 预算数/合计.
    private static string Short(string captions)
    {
        string[] nested = captions.Split('/');
        if (nested.Length == 1) return captions;
        bool both = nested[0] is "预算数" or "决算数";
        string own = nested[^1] is "小计" or "合计" && nested.Length > (both ? 2 : 1) ? nested[^2] : nested[^1];
        return both ? $"{nested[0]} {own}" : own;
    }

    private static IEnumerable<ContentsLine> Lines(DisclosureView view)
    {
        foreach (Piece piece in view.Pieces)
        {
            if (piece is HeadingPiece { Level: < 3 } heading) yield return new ContentsLine(heading.Level, Without(heading.Text, view.Unit), heading.Anchor);
            if (piece is FormPiece form) yield return new ContentsLine(2, $"{form.Form.TrimStart('B')} {Without(form.Title, view.Year.ToString(CultureInfo.InvariantCulture) + "年度")}", form.Anchor);
        }
    }

    // The name of the unit and the year stand over the page already.
    private static string Without(string text, string words) => words.Length > 0 && text.Length > words.Length + 2 ? text.Replace(words, "", StringComparison.Ordinal).Trim() : text;
}

/// <summary>A cell of a form with its names.</summary>
/// <param name="Form"><c>公开03表</c>.</param>
/// <param name="Name">Captions of its row and column.</param>
/// <param name="Value">As printed.</param>
/// <param name="Anchor">Where it stands on the page.</param>
/// <param name="Address">Its address.</param>
public sealed record ShownCell(string Form, string Name, string Value, string Anchor, string Address);

/// <summary>A finding with its number on the page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Finding">The finding.</param>
public sealed record ShownFinding(int Number, PublishedFinding Finding)
{
    /// <summary>Where it stands on the page.</summary>
    public string Anchor { get; } = "finding-" + Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A line of the page's contents.</summary>
/// <param name="Level">1 a part, 2 a section or form.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Anchor">Where it stands.</param>
public sealed record ContentsLine(int Level, string Text, string Anchor);
