using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Classifications;

/// <summary>
/// Classification files: <c>code,name,from,to,former,other,source</c>; years may be blank (open), several names are parted by <c>|</c>.
/// A later row of the same code replaces an earlier one, so that a user's file extends the program's.
/// </summary>
internal static class ClassificationReading
{
    internal const string Header = "code,name,from,to,former,other,source";
    private const int Columns = 7;

    internal static Classification Read(StatuteFiles files, string path, FiscalYear year)
    {
        var entries = new List<ClassificationEntry>();
        foreach ((string file, TextReader text) in files.Open(path))
        {
            using (text) Read(file, text, year, entries);
        }

        return new Classification(entries);
    }

    private static void Read(string file, TextReader text, FiscalYear year, List<ClassificationEntry> entries)
    {
        int number = 1;
        if (text.ReadLine()?.Trim() != Header) throw new StatuteException(file, 1, 0, $"the first line must be {Header}");
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split(',');
            if (cells.Length != Columns) throw new StatuteException(file, number, 0, $"{Columns} cells were expected, not {cells.Length}; names hold no comma");
            if (Year(cells[2], file, number) > year.Value || Year(cells[3], file, number) < year.Value) continue;
            entries.Add(new ClassificationEntry(Code(cells[0], file, number), cells[1], Names(cells[4]), Names(cells[5])));
        }
    }

    private static string Code(string cell, string file, int line) =>
        FunctionalCode.TryParse(cell, out _) || EconomicCode.TryParse(cell, out _)
            ? cell
            : throw new StatuteException(file, line, 1, $"a functional or economic code was expected, not \"{cell}\"");

    private static int? Year(string cell, string file, int line)
    {
        if (cell.Length == 0) return null;
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && FiscalYear.IsPlausible(year)
            ? year
            : throw new StatuteException(file, line, 0, $"a year was expected, not \"{cell}\"");
    }

    private static ImmutableArray<string> Names(string cell) => cell.Length == 0 ? [] : [.. cell.Split('|')];
}
