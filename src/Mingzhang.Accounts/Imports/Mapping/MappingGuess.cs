using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Accounts.Imports.Sheets;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Imports.Mapping;

/// <summary>A column that may feed a field.</summary>
internal sealed record Candidate(ImportField Field, int Column, double Score, Confidence Confidence, Text Why);

/// <summary>A header found with what its columns may feed.</summary>
internal sealed record HeaderGuess(Sheet Sheet, int Row, int Rows, string[] Headings, List<Candidate> Chosen)
{
    internal double Score => Chosen.Sum(c => c.Score) - (Rows * 0.1);
}

/// <summary>Guesses from heading words and from the contents of the columns which column feeds which field.</summary>
internal sealed class MappingGuess(ImportKind kind, ImportContext context)
{
    private const int FewestFields = 3, FewestWords = 2, FewestFitting = 3;
    private const double ExactScore = 100, WithinScore = 60, ContentScore = 40;

    private static readonly string[] AmountUnits = ["(元)", "(万元)", ":元", ":万元"];

    private readonly ImmutableArray<ImportField> _fields = FieldWords.Of(kind);
    private readonly ContentJudge _judge = new(context);

    /// <summary>The header of a sheet; null if none of its first rows is one.</summary>
    internal HeaderGuess? Header(Sheet sheet)
    {
        var contents = new SheetContents(sheet, _judge);
        HeaderGuess? best = null;
        for (int row = 0; row < Math.Min(sheet.Rows.Count, SheetHeader.SearchedRows); row++)
        {
            for (int rows = 1; rows <= SheetHeader.MostRows && row + rows <= sheet.Rows.Count; rows++)
            {
                if (SheetHeader.Read(sheet, row, rows) is not { } headings) break;
                if (headings.Count(h => _fields.Any(f => WordScore(h, f) > 0)) < FewestWords) continue;
                var guess = new HeaderGuess(sheet, row, rows, headings, Choose(contents, row + rows, headings));
                if (guess.Chosen.Count >= FewestFields && guess.Score > (best?.Score ?? 0)) best = guess;
            }
        }

        return best;
    }

    private List<Candidate> Choose(SheetContents contents, int firstRow, string[] headings)
    {
        var candidates = new List<Candidate>();
        for (int column = 0; column < headings.Length; column++)
        {
            foreach (ImportField field in _fields)
            {
                (int cells, int fitting) = contents.Count(firstRow, column, field.Contents);
                if (Judge(field, column, headings[column], cells, fitting) is { } candidate) candidates.Add(candidate);
            }
        }

        var chosen = new List<Candidate>();
        foreach (Candidate candidate in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Column))
        {
            if (chosen.Exists(c => c.Field == candidate.Field || c.Column == candidate.Column)) continue;
            Candidate? rival = candidates.Find(c => c.Field == candidate.Field && c.Column != candidate.Column && Math.Abs(c.Score - candidate.Score) < 1 && !chosen.Exists(x => x.Column == c.Column));
            chosen.Add(rival is null ? candidate : candidate with
            {
                Confidence = Confidence.Low,
                Why = new($"{candidate.Why.Zh}；{Sheet.Letters(rival.Column)} 列同样可能", $"{candidate.Why.En}; column {Sheet.Letters(rival.Column)} is as likely"),
            });
        }

        return chosen;
    }

    private static Candidate? Judge(ImportField field, int column, string heading, int cells, int fitting)
    {
        double words = WordScore(heading, field);
        double share = cells == 0 ? 1 : (double)fitting / cells;
        if (words == 0)
        {
            return ContentJudge.IsTelling(field.Contents) && share >= 0.9 && fitting >= FewestFitting
                ? new Candidate(field, column, ContentScore * share, Confidence.Medium, new($"内容像{field.Name}（{fitting}/{cells} 格）", $"its contents look like {field.Name} ({fitting} of {cells} cells)"))
                : null;
        }

        bool translatable = field.Contents is CellContents.Unit or CellContents.Project or CellContents.Fund or CellContents.Purpose or CellContents.BudgetKind or CellContents.OpeningKind;
        if (share < 0.5 && !translatable) return null;
        Confidence confidence = share >= 0.9 && words > WithinScore ? Confidence.High : share >= 0.5 ? Confidence.Medium : Confidence.Low;
        Text contents = cells == 0 ? new Text("，没有内容", ", without contents") : fitting == cells ? "" : new Text($"，{cells - fitting}/{cells} 格内容不符", $", {cells - fitting} of {cells} cells do not fit");
        return new Candidate(field, column, words + (20 * share) - (cells == 0 ? 30 : 0), confidence, new($"表头“{heading}”{contents.Zh}", $"the heading \"{heading}\"{contents.En}"));
    }

    private static double WordScore(string heading, ImportField field)
    {
        if (heading.Length == 0) return 0;
        string plain = Plain(heading), last = SheetHeader.LastPart(plain);
        int exact = field.Exact.IndexOf(plain, 0, StringComparer.OrdinalIgnoreCase);
        if (exact < 0) exact = field.Exact.IndexOf(last, 0, StringComparer.OrdinalIgnoreCase);
        if (exact >= 0) return ExactScore - (exact * 0.5);
        bool within = field.Within.Any(w => plain.Contains(w, StringComparison.Ordinal)) && !field.Without.Any(w => plain.Contains(w, StringComparison.Ordinal));
        return within ? WithinScore : 0;
    }

    private static string Plain(string heading)
    {
        heading = Widths.Narrow(heading);
        foreach (string unit in AmountUnits) heading = heading.Replace(unit, "", StringComparison.Ordinal);
        return heading;
    }
}
