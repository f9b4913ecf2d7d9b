namespace Mingzhang.Reading.Formats.Office;

/// <summary>A format that LibreOffice turns into one that is read.</summary>
/// <param name="Zh">Its name in Chinese.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Extension">The extension that files of it have.</param>
/// <param name="Target">The extension of the format that it becomes.</param>
/// <param name="Filter">LibreOffice's name of that format.</param>
internal sealed record OfficeFormat(string Zh, string En, string Extension, string Target, string Filter)
{
    private const string WordFilter = "MS Word 2007 XML", SheetFilter = "Calc MS Excel 2007 XML";

    /// <summary>Word up to 2003, and WPS text.</summary>
    internal static OfficeFormat OldWord { get; } = new("旧版 Word 或 WPS 文件（doc、wps）", "an old Word or WPS file (doc, wps)", "doc", "docx", WordFilter);

    /// <summary>Rich Text Format.</summary>
    internal static OfficeFormat RichText { get; } = new("RTF 文件", "an RTF file", "rtf", "docx", WordFilter);

    /// <summary>A text document of OpenDocument.</summary>
    internal static OfficeFormat OpenText { get; } = new("OpenDocument 文字文件（odt）", "an OpenDocument text (odt)", "odt", "docx", WordFilter);

    /// <summary>A workbook of OpenDocument.</summary>
    internal static OfficeFormat OpenSheet { get; } = new("OpenDocument 工作簿（ods）", "an OpenDocument workbook (ods)", "ods", "xlsx", SheetFilter);

    /// <summary>Excel's workbooks, to have their formulas calculated.</summary>
    internal static OfficeFormat Sheet { get; } = new("Excel 工作簿（xlsx）", "an Excel workbook (xlsx)", "xlsx", "xlsx", SheetFilter);

    /// <summary>Excel's binary packages.</summary>
    internal static OfficeFormat BinarySheet { get; } = new("二进制 Excel 工作簿（xlsb）", "a binary Excel workbook (xlsb)", "xlsb", "xlsx", SheetFilter);

    /// <summary>Word's single XML file.</summary>
    internal static OfficeFormat WordXml { get; } = new("Word XML 文件", "a Word XML file", "xml", "docx", WordFilter);

    /// <summary>Excel's single XML file of 2003, often named .xls.</summary>
    internal static OfficeFormat SheetXml { get; } = new("Excel XML 文件（2003）", "an Excel XML file (2003)", "xml", "xlsx", SheetFilter);
}
