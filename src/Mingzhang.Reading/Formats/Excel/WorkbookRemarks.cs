using Mingzhang.Core.Findings;

namespace Mingzhang.Reading.Formats.Excel;

/// <summary>What of a workbook was left out.</summary>
internal sealed class WorkbookRemarks
{
    private const int SheetsNamed = 5;

    private readonly List<string> _hiddenSheets = [];

    /// <summary>Cells in hidden rows and columns.</summary>
    internal int HiddenCells { get; set; }

    /// <summary>Formulas whose results are not in the file.</summary>
    internal int FormulasWithoutResult { get; set; }

    /// <summary>Notes a hidden sheet.</summary>
    internal void Hide(string sheet) => _hiddenSheets.Add(sheet);

    /// <summary>The remarks.</summary>
    internal IEnumerable<Text> Of(IEnumerable<string> parts)
    {
        if (_hiddenSheets.Count > 0)
        {
            string names = string.Join('、', _hiddenSheets.Take(SheetsNamed));
            string more = _hiddenSheets.Count > SheetsNamed ? " …" : "";
            yield return new Text($"{_hiddenSheets.Count} 个隐藏的工作表未读取：{names}{more}", $"{_hiddenSheets.Count} hidden sheets were left out: {names}{more}");
        }

        if (HiddenCells > 0) yield return new Text($"隐藏的行、列里有 {HiddenCells} 个单元格未读取。", $"{HiddenCells} cells in hidden rows and columns were left out.");
        if (FormulasWithoutResult > 0) yield return new Text($"{FormulasWithoutResult} 个公式没有存储结果，未读取。请用 Excel 或 WPS 打开后保存再给出。", $"{FormulasWithoutResult} formulas have no stored result and were not read. Open the file in Excel or WPS, save it, and give it again.");
        bool comments = false, macros = false;
        foreach (string part in parts)
        {
            comments |= part.StartsWith("xl/comments", StringComparison.OrdinalIgnoreCase) || part.StartsWith("xl/threadedComments", StringComparison.OrdinalIgnoreCase);
            macros |= part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);
        }

        if (comments) yield return new Text("单元格的批注未读取。", "Comments on cells were left out.");
        if (macros) yield return PackageParts.MacrosLeftOut;
    }
}
