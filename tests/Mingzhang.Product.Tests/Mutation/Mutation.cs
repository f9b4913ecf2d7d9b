using Mingzhang.Product.Tests.CleanDisclosure;

namespace Mingzhang.Product.Tests.Mutation;

/// <summary>A way to make one figure of a document wrong.</summary>
internal enum Operation
{
    /// <summary>The first two neighbouring digits that differ change places.</summary>
    FirstDigits,

    /// <summary>The last two neighbouring digits that differ change places: often the smallest mistake possible.</summary>
    LastDigits,

    /// <summary>The decimal point moves one digit to the right.</summary>
    DecimalShift,

    /// <summary>A minus appears.</summary>
    Sign,

    /// <summary>The figure and the next of its kind (in a form: the next below) change places.</summary>
    RowSwap,
}

/// <summary>One figure of the clean document made wrong.</summary>
/// <param name="Mark">The figure.</param>
/// <param name="Operation">How.</param>
/// <param name="Bound">Whether anything else in the document can show it.</param>
/// <param name="Write">Writes the whole document with it.</param>
internal sealed record Mutant(FigureMark Mark, Operation Operation, bool Bound, Func<string> Write)
{
    /// <summary>Every mutant of a document, in the order of its figures.</summary>
    public static IEnumerable<Mutant> Of(CleanDocument document)
    {
        for (int i = 0; i < document.Marks.Count; i++)
        {
            FigureMark mark = document.Marks[i];
            foreach (Operation operation in Enum.GetValues<Operation>())
            {
                if (operation == Operation.RowSwap)
                {
                    FigureMark? partner = document.Marks.Skip(i + 1).FirstOrDefault(m => SwapGroup(m) == SwapGroup(mark));
                    if (partner is not null && partner.Text != mark.Text && !SameRow(mark, partner))
                        yield return new Mutant(mark, operation, mark.Bound && partner.Bound && (mark.Sum is null || mark.Sum != partner.Sum), () => Swap(document.Text, mark, partner));
                }
                else if (Changed(mark.Text, operation) is { } wrong)
                {
                    yield return new Mutant(mark, operation, mark.Bound, () => document.Text[..mark.Start] + wrong + document.Text[mark.End..]);
                }
            }
        }
    }

    private static string SwapGroup(FigureMark mark) =>
        mark.Kind.StartsWith("form ", StringComparison.Ordinal) ? mark.Id[..2] + mark.Id[mark.Id.LastIndexOf('.')..] : mark.Kind;

    // Two claims of one fact change nothing by changing places.
    private static bool SameRow(FigureMark a, FigureMark b) => a.Id == b.Id;

    private static string Swap(string text, FigureMark first, FigureMark second) =>
        text[..first.Start] + second.Text + text[first.End..second.Start] + first.Text + text[second.End..];

    private static string? Changed(string figure, Operation operation)
    {
        int start = figure.AsSpan().IndexOfAnyInRange('0', '9');
        string sign = figure[..start], digits = figure[start..], unit = digits.EndsWith('%') ? "%" : "";
        digits = digits.TrimEnd('%');
        return operation switch
        {
            Operation.Sign => sign + "-" + digits + unit,
            Operation.DecimalShift => sign + Shift(digits) + unit,
            Operation.FirstDigits => Transposed(digits, fromEnd: false) is { } first ? sign + first + unit : null,
            _ => Transposed(digits, fromEnd: true) is { } last && last != Transposed(digits, fromEnd: false) ? sign + last + unit : null,
        };
    }

    private static string Shift(string digits)
    {
        int point = digits.IndexOf('.');
        if (point < 0) return digits + "0";
        string shifted = digits[..point] + digits[point + 1] + "." + digits[(point + 2)..];
        return shifted.TrimEnd('.').TrimStart('0') is { Length: > 0 } trimmed && trimmed[0] != '.' ? trimmed : "0" + shifted.TrimEnd('.').TrimStart('0');
    }

    private static string? Transposed(string digits, bool fromEnd)
    {
        int[] places = [.. Enumerable.Range(0, digits.Length).Where(i => digits[i] != '.')];
        IEnumerable<int> pairs = Enumerable.Range(0, places.Length - 1);
        foreach (int i in fromEnd ? pairs.Reverse() : pairs)
        {
            char[] swapped = digits.ToCharArray();
            (swapped[places[i]], swapped[places[i + 1]]) = (swapped[places[i + 1]], swapped[places[i]]);
            bool leadingZero = swapped[0] == '0' && swapped.Length > 1 && swapped[1] != '.';
            if (swapped[places[i]] != swapped[places[i + 1]] && !leadingZero) return new string(swapped);
        }

        return null;
    }
}
