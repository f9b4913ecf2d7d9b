using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Tests.References;

/// <summary>The figures of a document's forms as they were taken down by hand: what reading is held against.</summary>
internal sealed class FormReference
{
    private readonly Dictionary<(string Form, string Row, string Column), string> _cells = [];
    private readonly HashSet<string> _empty = [];

    /// <summary>Reads a reference of this folder: <c>form,row,column,figure</c>; <c>form,-</c> for a form without figures.</summary>
    public FormReference(string name)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Mingzhang.Reading.Tests", "References");
        foreach (string line in File.ReadLines(Path.Combine(folder, name)).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] parts = line.Split(',');
            if (parts is [var form, "-"]) _empty.Add(form);
            else _cells.Add((parts[0], parts[1], parts[2]), parts[3]);
        }
    }

    /// <summary>How many figures it has.</summary>
    public int Count => _cells.Count;

    /// <summary>The forms that it names.</summary>
    public IEnumerable<string> Forms => _cells.Keys.Select(c => c.Form).Concat(_empty).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Cells that were read otherwise than they are printed, or that are not printed at all.</summary>
    public IEnumerable<string> Wrong(Disclosure disclosure)
    {
        foreach (Statement form in disclosure.Statements)
        {
            foreach (StatementRow row in form.Rows)
            {
                foreach (Cell cell in row.Cells)
                {
                    string read = cell.Text.Replace(",", "", StringComparison.Ordinal);
                    if (_cells.GetValueOrDefault((form.Form, row.Key, cell.Column), "nothing") is var printed && printed != read)
                        yield return $"{form.Form}[{row.Key}].{cell.Column}: {read}, printed is {printed}";
                }
            }
        }
    }

    /// <summary>Cells that were not read, each with whether the reading says so.</summary>
    public IEnumerable<(string Cell, bool Reported)> Missing(Disclosure disclosure)
    {
        foreach (((string form, string row, string column), string figure) in _cells)
        {
            Statement? statement = disclosure.Statement(form);
            if (statement?.Cell(row, column) is not null) continue;
            bool reported = statement is not null && (statement.Row(row)?.UnreadColumns.Contains(column) == true || statement.Unread.Any(u => u.Text.Replace(",", "", StringComparison.Ordinal).Contains(figure, StringComparison.Ordinal)));
            yield return ($"{form}[{row}].{column}: {figure}", reported);
        }
    }
}
