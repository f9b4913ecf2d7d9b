using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>Reads the tables of indicators of a declaration: levels one to three, the values of the years before where the table has them, the target, its basis.</summary>
internal sealed class GoalIndicators(GoalDraft draft, IndicatorLevels levels)
{
    private const int LongestWrap = 6;

    private bool _annual;
    private bool _earlier;
    private int _name = -1;
    private int _value = -1;
    private string _level1 = "";
    private string _level2 = "";

    /// <summary>Name of the goal that the next indicators belong to.</summary>
    internal string Goal { get; set; } = "";

    /// <summary>A table of indicators begins.</summary>
    internal void Begin(bool annual)
    {
        (_annual, _earlier, _name, _value, _level1, _level2) = (annual, false, -1, -1, "", "");
        if (!Goal.StartsWith(annual ? "年度" : "长期", StringComparison.Ordinal)) Goal = "";
    }

    /// <summary>Takes a row of the table.</summary>
    internal void Take(List<TableCell> cells)
    {
        if (IsHead(cells)) return;
        int at = 0;
        if (GoalWords.IsGoalName(GoalWords.Plain(cells[0].Text))) at++;
        if (at < cells.Count && levels.IsFirst(PrintedText.Squeeze(cells[at].Text)) && !IsNameColumn(cells[at]))
        {
            (_level1, _level2) = (PrintedText.Squeeze(cells[at].Text), "");
            at++;
        }

        if (at < cells.Count && !IsNameColumn(cells[at]) && IsSecond(cells[at].Text))
        {
            _level2 = PrintedText.Squeeze(cells[at].Text);
            if (_level1.Length == 0 || levels.FirstOf(_level2) is { } own && own != _level1 && !levels.IsFirst(_level2)) _level1 = levels.FirstOf(_level2) ?? _level1;
            at++;
        }

        else if (cells.Count(c => !IsBasis(c.Text)) - at >= (_earlier ? 5 : 3) && levels.SecondFrom(PrintedText.Squeeze(cells[at].Text)) is { } wrapped)
        {
            // The name of level two goes on in the next row.
            _level2 = wrapped;
            at++;
        }

        if (at >= cells.Count || GoalWords.IsPrompt(cells[at].Text)) return;
        TableCell name = cells[at];
        if (IsPieceOfLevel(name.Text, cells.Count - at)) return;
        Add(name, cells[(at + 1)..]);
    }

    private void Add(TableCell name, List<TableCell> values)
    {
        int shift = _name >= 0 ? name.Column - _name : 0;
        string basis = values.Count > 0 && IsBasis(values[^1].Text) ? values[^1].Text : "";
        List<TableCell> printed = [.. values.Where(v => !IsBasis(v.Text))];
        if (printed.Count == 0 && basis.Length == 0) return;
        Field? target;
        ImmutableArray<Field?> earlier = [];
        if (_earlier)
        {
            Field? At(int column) => printed.FindIndex(v => v.Column == _value + shift + column) is >= 0 and var i ? printed[i].ToField() : null;
            earlier = [At(0), At(1)];
            target = At(2);
            if (printed.Count == 3 && target is null) (earlier, target) = ([printed[0].ToField(), printed[1].ToField()], printed[2].ToField());
            else if (target is null && earlier.All(e => e is null))
            {
                draft.Unread.Add(new Unread(name.Span, name.Text, UnreadReason.SeveralPlacementsFit));
                return;
            }
        }
        else target = printed.Count > 0 ? printed[0].ToField() : null;

        draft.Indicators.Add(new GoalIndicator
        {
            Level1 = _level1,
            Level2 = _level2,
            Name = name.ToField(),
            Target = target,
            Earlier = earlier,
            Basis = basis,
            IsAnnual = _annual,
            Goal = Goal,
            Span = values.Count > 0 ? name.Span.To(values[^1].Span) : name.Span,
        });
    }

    /// <summary>Whether a row is the head, or a row of it: captions of levels and of values.</summary>
    private bool IsHead(List<TableCell> cells)
    {
        bool head = false;
        foreach (TableCell cell in cells)
        {
            switch (GoalWords.Plain(cell.Text))
            {
                case "三级指标": (_name, head) = (cell.Column, true); break;
                case "指标值": (_value, head) = (cell.Column, true); break;
                case "指标值确定依据" or "一级指标" or "二级指标" or "目标名称": head = true; break;
                case "近两年指标值" or "前年" or "上年": (_earlier, head) = (true, true); break;
                case "预期当年" or "预期当年实现值" or "预计当年实现" or "预计当年实现值" or "实现值": head = true; break;
                case var text when text.Contains("__前__年", StringComparison.Ordinal) || text.Contains("__上__年", StringComparison.Ordinal): (_earlier, head) = (true, true); break;
            }
        }

        return head;
    }

    private bool IsNameColumn(TableCell cell) => _name >= 0 && cell.Column == _name && !levels.IsFirst(PrintedText.Squeeze(cell.Text));

    private bool IsSecond(string text) => levels.IsSecond(PrintedText.Squeeze(text));

    /// <summary>A name of a level wrapped over rows: <c>服务对象</c>, <c>指标</c>.</summary>
    private bool IsPieceOfLevel(string text, int cells)
    {
        string plain = PrintedText.Squeeze(text);
        return plain == "指标" || (cells == 1 && (IndicatorLevels.EndsLikeLevel(plain) || (plain.Length <= LongestWrap && levels.IsPieceOfSecond(plain))));
    }

    private static bool IsBasis(string text) => text.EndsWith("标准", StringComparison.Ordinal) && text.Length <= 8;
}
