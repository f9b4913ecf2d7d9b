using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Terminal;

namespace Mingzhang.Publishing.Exports;

/// <summary>The first sheet of an export: what each document is, how far each form was read, and every text that was not.</summary>
internal sealed class CoverSheet
{
    private const int Columns = 6;

    private static readonly CellLook Title = new(0, Border: false, Bold: true, Size: 14), Head = new(1, Border: true, Bold: true, Filled: true), Words = new(0, Border: true), Mark = new(1, Border: true), Count = new(2, Border: true), Label = new(0, Border: true, Filled: true);

    private readonly string _language;
    private int _row = 1;

    public CoverSheet(SheetStyles styles, string language)
    {
        _language = language;
        Sheet = new SheetDraft(Say("说明", "about"), styles);
        Sheet.Widths.AddRange([14, 38, 14, 12, 12, 24]);
    }

    /// <summary>The sheet.</summary>
    public SheetDraft Sheet { get; }

    /// <summary>A document with its forms and the sheets on which they stand.</summary>
    public void Add(string file, Disclosure disclosure, IReadOnlyList<(Statement Statement, string Sheet)> forms)
    {
        Space();
        Line(Reports.Words.Heading(disclosure, _language), Title, 24);
        Fact(Say("文件", "file"), file);
        Fact(Say("表式", "edition"), Reports.Words.EditionOf(disclosure, _language));
        Fact(Say("金额单位", "amounts in"), disclosure.AmountUnit);
        if (disclosure.Source.Pages is { } pages) Fact(Say("页数", "pages"), pages.ToString(CultureInfo.InvariantCulture));
        foreach (Text remark in disclosure.Source.Remarks) Fact(Say("说明", "remark"), remark.In(_language));
        Space();
        Row(Head, Head, Say("工作表", "sheet"), Say("表名", "title"), Say("状态", "state"), Say("数据", "cells"), Say("未读出", "unread"), Say("位置", "where"));
        foreach ((Statement statement, string sheet) in forms)
        {
            int cells = statement.Rows.Sum(r => r.Cells.Length), unread = statement.Rows.Sum(r => r.UnreadColumns.Length) + statement.Unread.Length;
            Row(Mark, unread > 0 ? Mark with { Alert = true } : Mark, sheet, statement.Title, Reports.Words.Of(statement.State).In(_language), Number(cells), Number(unread), Reports.Words.Line(disclosure.Source, statement.Heading, _language));
        }

        Unread(disclosure);
    }

    /// <summary>An input that cannot be used.</summary>
    public void AddProblem(string file, string problem)
    {
        Space();
        Line(file, Title, 24);
        Line(problem, Words with { Alert = true }, 18);
    }

    private void Unread(Disclosure disclosure)
    {
        (Statement Owner, Unread Unread)[] unread = [.. disclosure.Statements.SelectMany(s => s.Unread.Select(u => (s, u)))];
        if (unread.Length == 0) return;
        Space();
        Line(Say("未能读出的文字，请对照原件", "Text that could not be read; compare it with the original"), Title with { Size = 11 }, 20);
        foreach ((Statement owner, Unread item) in unread)
        {
            Sheet.Text(_row, 1, Chapter.FormName(owner.Form, _language), Mark);
            Sheet.Text(_row, 2, PlainText.OneLine(item.Text), Words with { Alert = true });
            Sheet.Merge(_row, 2, 1, 2, Words with { Alert = true });
            Sheet.Text(_row, 4, Reports.Words.Of(item.Why).In(_language), Words);
            Sheet.Merge(_row, 4, 1, 2, Words);
            Sheet.Text(_row, 6, Reports.Words.Line(disclosure.Source, item.Span, _language), Mark);
            Sheet.Height(_row, 30);
            _row++;
        }
    }

    private void Row(CellLook look, CellLook state, params ReadOnlySpan<string> texts)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            bool number = i is 3 or 4 && look.Filled is false;
            if (number && Core.Figures.Printed.TryParse(texts[i], out var count)) Sheet.Number(_row, i + 1, count, i == 4 ? Count with { Alert = state.Alert } : Count);
            else Sheet.Text(_row, i + 1, texts[i], i == 1 && !look.Filled ? Words : i == 2 ? state : look);
        }

        Sheet.Height(_row++, 18);
    }

    private void Fact(string name, string value)
    {
        Sheet.Text(_row, 1, name, Label);
        Sheet.Text(_row, 2, PlainText.OneLine(value), Words);
        Sheet.Merge(_row, 2, 1, Columns - 1, Words);
        Sheet.Height(_row++, 16 * (1 + (value.Sum(c => c > 0xff ? 2 : 1) / 98)));
    }

    private void Line(string text, CellLook look, double height)
    {
        Sheet.Text(_row, 1, PlainText.OneLine(text), look);
        Sheet.Merge(_row, 1, 1, Columns, look);
        Sheet.Height(_row++, height);
    }

    private void Space()
    {
        if (_row > 1) _row++;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string zh, string en) => _language == "en" ? en : zh;
}
