using System.Text;
using Mingzhang.Core.Findings;

namespace Mingzhang.Reading.Formats.Word;

/// <summary>Counts what a document holds besides its text, for remarks on what was left out.</summary>
internal sealed class WordCensus
{
    /// <summary>Width and height in EMU (12,700 a point) from which a picture may show a table: 10 by 5 cm.</summary>
    private const int WidePicture = 3_600_000, HighPicture = 1_800_000;

    private int _changes, _comments, _notes, _objects, _files, _pictures;
    private bool _isLarge;

    /// <summary>Runs of hidden text that were left out.</summary>
    internal int Hidden { get; set; }

    /// <summary>Takes note of the element at hand.</summary>
    internal void See(XmlCursor xml)
    {
        switch (xml.Name)
        {
            case "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel":
                _changes++;
                break;
            case "commentReference":
                _comments++;
                break;
            case "footnoteReference" or "endnoteReference":
                _notes++;
                break;
            case "OLEObject":
                _objects++;
                break;
            case "altChunk" or "subDoc":
                _files++;
                break;
            case "extent":
                _isLarge = xml.Number("cx") > WidePicture && xml.Number("cy") > HighPicture;
                break;
            case "pic" when _isLarge:
                _pictures++;
                _isLarge = false;
                break;
        }
    }

    /// <summary>What was left out.</summary>
    internal IEnumerable<Text> Remarks(ZipPackage package, string folder)
    {
        if (_changes > 0) yield return new Text($"文档有 {_changes} 处修订尚未接受：按接受后的文字读取，删除的文字不读。", $"The document has {_changes} tracked changes: it was read as if they were accepted, without the deleted text.");
        if (_comments > 0) yield return new Text($"{_comments} 条批注未读取。", $"{_comments} comments were left out.");
        if (_notes > 0) yield return new Text($"{_notes} 条脚注、尾注未读取。", $"{_notes} footnotes and endnotes were left out.");
        if (Hidden > 0) yield return new Text($"{Hidden} 处隐藏文字未读取。", $"{Hidden} runs of hidden text were left out.");
        if (_objects > 0) yield return new Text($"{_objects} 个嵌入对象（如 Excel 表）未读取：如果其中有公开表，请改为 Word 表格，或另给出该表的文件。", $"{_objects} embedded objects (such as Excel sheets) were left out: if they hold forms, make them Word tables or give their files as well.");
        if (_files > 0) yield return new Text($"{_files} 处插入的其他文件未读取。", $"{_files} inserted files were left out.");
        if (_pictures > 0) yield return new Text($"{_pictures} 幅大图未读取：如果是表格的图片，请给出表格的文件。", $"{_pictures} large pictures were left out: if they show tables, give the tables' files.");
        if (Margins(package, folder)) yield return new Text("页眉、页脚的文字未读取。", "The text of headers and footers was left out.");
        if (package.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) yield return PackageParts.MacrosLeftOut;
    }

    /// <summary>Whether headers or footers say more than the page's number.</summary>
    private static bool Margins(ZipPackage package, string folder)
    {
        foreach (string part in package.Names)
        {
            if (!part.StartsWith(folder + "header", StringComparison.OrdinalIgnoreCase) && !part.StartsWith(folder + "footer", StringComparison.OrdinalIgnoreCase)) continue;
            using XmlCursor xml = package.Xml(part)!;
            var text = new StringBuilder();
            Collect(xml, text);
            foreach (char c in text.ToString())
            {
                if (Sources.Characters.IsHan(c) && c is not ('第' or '共' or '页')) return true;
            }
        }

        return false;
    }

    private static void Collect(XmlCursor xml, StringBuilder text)
    {
        for (var child = xml.Children(); child.Next();)
        {
            if (xml.Name == "t") xml.Text(text);
            else Collect(xml, text);
        }
    }
}
