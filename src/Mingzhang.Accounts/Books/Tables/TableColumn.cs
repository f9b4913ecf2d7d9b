using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>A column of one of the book's CSV files.</summary>
/// <param name="Name">Its heading as accountants write it: <c>资金性质</c>.</param>
/// <param name="English">The heading in English, accepted beside it: <c>fund</c>.</param>
/// <param name="Required">Whether the file must have the column; whether a row may leave it blank is another matter.</param>
internal sealed record TableColumn(string Name, string English, bool Required)
{
    /// <summary>Whether a heading is this column's, in either language, blanks and case aside.</summary>
    internal bool IsCalled(ReadOnlySpan<char> heading)
    {
        heading = heading.Trim(" \t\u3000\u00A0\uFEFF");
        return heading.SequenceEqual(Name) || heading.Equals(English, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The place of a heading among columns; −1 if it is none of them.</summary>
    internal static int Find(ImmutableArray<TableColumn> columns, ReadOnlySpan<char> heading)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].IsCalled(heading)) return i;
        }

        return -1;
    }
}
