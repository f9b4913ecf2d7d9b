using System.Text;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>
/// What the explanations say of a row's cells, asked only where the forms themselves leave several placements: the amount after a term that names
/// the cell, and the budget beside it, stated or implied by its completion (<c>10.96万元，完成预算的52.2%</c>).
/// </summary>
internal sealed class TextWitness(SourceText text, Outline outline, Edition edition)
{
    private const int Reach = 90;
    private const int AmountReach = 16;

    private readonly Dictionary<string, string> _sections = [];

    /// <summary>Keeps the placements of a row that agree with what the text says of its cells; all of them where none does.</summary>
    internal void Ask(RawForm printed, RawRow row)
    {
        FormDefinition form = printed.Definition;
        decimal scale = printed.AmountUnit == "元" ? 10_000m : 1m;
        foreach (SubjectTerm term in edition.Terms)
        {
            if (term.Address is not { } address || address.Form != form.Id || address.Row != row.Key) continue;
            int final = row.Columns.IndexOf(address.Column);
            if (final < 0) continue;
            int budget = Counterpart(form, row, address.Column);
            foreach (string word in term.Words)
            {
                foreach ((Interval? stated, Interval? planned) in Statements(Section(term.Topic), Plain(word)))
                {
                    if (stated is { } amount) Keep(row, final, amount * scale);
                    if (planned is { } plan && budget >= 0) Keep(row, budget, plan * scale);
                }
            }
        }
    }

    private static void Keep(RawRow row, int column, Interval said)
    {
        List<int[]> kept = row.Candidates.FindAll(c =>
        {
            Interval printed = row.ItemAt(c, column) is { Kind: AtomKind.Figure } item ? item.Figure.ToInterval() : Interval.Point(0);
            return printed.Overlaps(said);
        });
        if (kept.Count > 0) row.Candidates = kept;
    }

    /// <summary>The column with the same captions under another head: the budget beside the outcome. −1 if the form has none.</summary>
    private static int Counterpart(FormDefinition form, RawRow row, string column)
    {
        if (form.Column(column) is not { Captions.Length: > 1 } own) return -1;
        FormColumn? other = form.Columns.FirstOrDefault(c => c.Number != column && c.Captions.Skip(1).SequenceEqual(own.Captions.Skip(1)));
        return other is null ? -1 : row.Columns.IndexOf(other.Number);
    }

    /// <summary>What each mention of a term says: the outcome and the budget, as intervals of 万元.</summary>
    private static IEnumerable<(Interval? Stated, Interval? Planned)> Statements(string section, string word)
    {
        for (int at = section.IndexOf(word, StringComparison.Ordinal); at >= 0; at = section.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            int from = at + word.Length, end = section.AsSpan(from, Math.Min(Reach, section.Length - from)).IndexOfAny('。', ';', '；');
            string clause = section.Substring(from, end < 0 ? Math.Min(Reach, section.Length - from) : end);
            if (Amount(clause, 0, out int next, out string before) is not { } first) continue;
            Interval? stated = first, planned = null;
            if (before.Contains("预算", StringComparison.Ordinal) && !before.Contains("决算", StringComparison.Ordinal))
            {
                planned = first;
                stated = Amount(clause, next, out next, out before) is { } second && before.Contains("决算", StringComparison.Ordinal) ? second : null;
            }

            int rate = clause.IndexOf("预算的", next, StringComparison.Ordinal);
            if (planned is null && stated is { } amount && rate >= 0 && Percent(clause, rate + 3) is { } percent) planned = Interval.Divide(amount, percent);
            yield return (stated, planned);
        }
    }

    /// <summary>The next amount in 万元 within reach, with the words before it. Amounts are exact to two decimals at least.</summary>
    private static Interval? Amount(string clause, int from, out int next, out string before)
    {
        (next, before) = (from, "");
        int digit = clause.AsSpan(from).IndexOfAnyInRange('0', '9');
        if (digit < 0 || digit > AmountReach) return null;
        int start = from + digit, end = start;
        while (end < clause.Length && (char.IsAsciiDigit(clause[end]) || clause[end] is '.' or ',')) end++;
        before = clause[from..start];
        next = end;
        if (!clause.AsSpan(end).StartsWith("万元") || !Printed.TryParse(clause.AsSpan(start, end - start), out Printed figure)) return null;
        return new Printed(figure.Value, Math.Max(figure.Decimals, 2)).ToInterval();
    }

    private static Interval? Percent(string clause, int from)
    {
        int end = from;
        while (end < clause.Length && (char.IsAsciiDigit(clause[end]) || clause[end] == '.')) end++;
        if (end >= clause.Length || clause[end] != '%' || !Printed.TryParse(clause.AsSpan(from, end - from), out Printed figure)) return null;
        return figure.ToInterval() * 0.01m;
    }

    /// <summary>The text of the sections with a topic, squeezed; read once.</summary>
    private string Section(string topic)
    {
        if (_sections.TryGetValue(topic, out string? known)) return known;
        var words = new StringBuilder();
        if (outline.Topic(topic) is { } section)
        {
            for (int line = section.FirstLine; line <= Math.Min(section.LastLine, text.Lines.Length); line++) words.Append(Plain(text.Lines[line - 1]));
        }

        return _sections[topic] = words.ToString();
    }

    private static string Plain(string words) => Characters.Squeeze(words).Replace("\"", "", StringComparison.Ordinal);
}
