using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Mingzhang.Reading.Formats.Web;

/// <summary>Turns the elements of a page into lines and rows.</summary>
/// <param name="line">Takes a line.</param>
/// <param name="row">Takes a row of a table; null where rows become lines.</param>
/// <param name="chrome">What of the page is left out; null inside tables.</param>
internal sealed class WebBlocks(Action<string> line, Action<IReadOnlyList<string>>? row, WebChrome? chrome = null)
{
    private readonly StringBuilder _text = new();
    private string _number = "";

    /// <summary>Reads what is in an element.</summary>
    internal void Read(IElement root)
    {
        Children(root, isPreformatted: false);
        EndLine();
    }

    private void Children(INode parent, bool isPreformatted)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText text) Append(text.Data, isPreformatted);
            else if (node is IElement element && WebElements.IsShown(element) && chrome?.Is(element) != true) Element(element, isPreformatted);
        }
    }

    private void Element(IElement element, bool isPreformatted)
    {
        switch (element.LocalName)
        {
            case "br" or "hr":
                EndLine();
                return;
            case "table":
                EndLine();
                Table(element);
                return;
            case "ol":
                EndLine();
                Numbered(element);
                return;
            case "li":
                EndLine();
                Children(element, isPreformatted);
                EndLine();
                return;
        }

        bool block = WebElements.IsBlock(element.LocalName);
        if (block) EndLine();
        Children(element, isPreformatted || element.LocalName == "pre");
        if (block) EndLine();
    }

    private void Numbered(IElement list)
    {
        int number = Number(list, "start") ?? 1;
        bool shown = !WebElements.Style(list).Contains("none", StringComparison.Ordinal);
        foreach (IElement item in list.Children)
        {
            if (!WebElements.IsShown(item)) continue;
            if (item.LocalName == "li")
            {
                number = Number(item, "value") ?? number;
                _number = shown ? number.ToString(CultureInfo.InvariantCulture) + "." : "";
                number = number == int.MaxValue ? number : number + 1;
            }

            Element(item, isPreformatted: false);
            EndLine();
            _number = "";
        }
    }

    private void Table(IElement table)
    {
        if (row is null || WebLayout.Is(table))
        {
            foreach (IElement cell in WebElements.Rows(table).SelectMany(r => r.Children).Where(c => WebElements.IsShown(c) && chrome?.Is(c) != true))
            {
                Children(cell, isPreformatted: false);
                EndLine();
            }

            return;
        }

        foreach (IElement caption in table.Children.Where(c => c.LocalName == "caption" && WebElements.IsShown(c)))
        {
            Children(caption, isPreformatted: false);
            EndLine();
        }

        var grid = new WebTable(line, row);
        foreach (IElement tr in WebElements.Rows(table)) grid.Row(tr);
    }

    private void Append(string data, bool isPreformatted)
    {
        foreach (char c in data)
        {
            if (isPreformatted && c == '\n') EndLine();
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0')
            {
                if (_text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
            }
            else _text.Append(c);
        }
    }

    private void EndLine()
    {
        string text = _text.ToString().TrimEnd(' ');
        _text.Clear();
        if (text.Length == 0) return;
        line(_number.Length > 0 && !WebElements.HasOrdinal(text) ? _number + text : text);
        _number = "";
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;
}
