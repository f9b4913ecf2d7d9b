using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Classifications;

/// <summary>
/// Classification files: <c>code,name,from,to,former,other,source</c>; years may be blank (open), several names are parted by <c>|</c>.
/// Of the rows of a code that are in force in a year, the one with the latest beginning counts, and of equal ones the last, so that a
/// user's file extends the program's. Former and other names of the rows it takes the place of are kept.
/// </summary>
internal static class ClassificationReading
{
    internal const string Header = "code,name,from,to,former,other,source";
    private const int Columns = 7;

    /// <summary>The classification in force in a year.</summary>
    /// <exception cref="StatuteException">A file is broken.</exception>
    internal static Classification Read(StatuteFiles files, string path, FiscalYear year)
    {
        var inForce = new Dictionary<string, ClassificationRow>();
        foreach ((string file, TextReader text) in files.Open(path))
        {
            using (text)
            {
                foreach (ClassificationRow row in Rows(file, text))
                {
                    if (!row.InForce(year.Value)) continue;
                    inForce[row.Code] = inForce.TryGetValue(row.Code, out ClassificationRow? known) ? Join(known, row) : row;
                }
            }
        }

        return new Classification(inForce.Values.Select(r => new ClassificationEntry(r.Code, r.Name, r.Former, r.Other)));
    }

    /// <summary>All rows of a file.</summary>
    internal static IEnumerable<ClassificationRow> Rows(string file, TextReader text)
    {
        if (text.ReadLine()?.Trim() != Header) throw new StatuteException(file, 1, 0, $"第一行应为 {Header}", $"the first line must be {Header}");
        for (int number = 2; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split(',');
            if (cells.Length != Columns)
                throw new StatuteException(file, number, 0, $"应有 {Columns} 格，不能是 {cells.Length} 格；名称中不能有英文逗号", $"{Columns} cells were expected, not {cells.Length}; names hold no comma");
            yield return new ClassificationRow(
                Code(cells[0], file, number), cells[1], Year(cells[2], file, number), Year(cells[3], file, number), Names(cells[4]), Names(cells[5]), cells[6]);
        }
    }

    private static ClassificationRow Join(ClassificationRow known, ClassificationRow row)
    {
        (ClassificationRow winner, ClassificationRow loser) = (row.From ?? 0) >= (known.From ?? 0) ? (row, known) : (known, row);
        return winner with
        {
            Former = [.. winner.Former.Union(loser.Former).Where(n => n != winner.Name)],
            Other = [.. winner.Other.Union(loser.Other).Where(n => n != winner.Name)],
        };
    }

    private static string Code(string cell, string file, int line) =>
        FunctionalCode.TryParse(cell, out _) || EconomicCode.TryParse(cell, out _)
            ? cell
            : throw new StatuteException(file, line, 1, $"应是功能分类或经济分类编码，不能是“{cell}”", $"a functional or economic code was expected, not \"{cell}\"");

    private static int? Year(string cell, string file, int line)
    {
        if (cell.Length == 0) return null;
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && FiscalYear.IsPlausible(year)
            ? year
            : throw new StatuteException(file, line, 0, $"应是年份，不能是“{cell}”", $"a year was expected, not \"{cell}\"");
    }

    private static ImmutableArray<string> Names(string cell) => cell.Length == 0 ? [] : [.. cell.Split('|')];
}
