using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>Reads an evaluation whose cells are separated by blanks and line ends only, wrapped and with labels in pieces.</summary>
internal sealed class SpacedTable(SourceText source, EvaluationDraft draft, IndicatorLevels levels)
{
    private const int MaxPieces = 5;

    private List<Fragment> _fragments = [];
    private FragmentPlacement? _placement;
    private bool _hasScores;

    /// <summary>Reads the lines of the table's stretch.</summary>
    public void Read(int first, int last)
    {
        _fragments = Fragment.Of(source, first, last);
        int at = new SpacedHead(source, draft, _fragments).Read();
        while (at < _fragments.Count)
        {
            if (Header(ref at)) continue;
            if (_placement is null)
            {
                at++;
                continue;
            }

            if (IsTotal(at))
            {
                at = Total(at + 1);
                at = Closing(at);
                _placement = null;
                continue;
            }

            int pieces = GoalLabel(at);
            if (pieces > 0) at = Goal(at, pieces);
            else if (_fragments[at].Text.StartsWith("偏差", StringComparison.Ordinal)) at = Closing(at);
            else at = Rows(at);
        }
    }

    /// <summary>Takes the words of a header (一级指标 … 得分) and opens its columns.</summary>
    private bool Header(ref int at)
    {
        int end = SpacedHead.HeaderEnd(_fragments, at, out ImmutableArray<ColumnRole> roles);
        if (end < 0) return false;
        at = end;
        _hasScores = roles.Contains(ColumnRole.Score);
        draft.HasScores |= _hasScores;
        draft.HasWeights |= roles.Contains(ColumnRole.Weight);
        _placement = new FragmentPlacement([.. roles.Where(r => r is not (ColumnRole.Level1 or ColumnRole.Level2))], levels);
        return true;
    }

    private int Rows(int at)
    {
        var rows = new List<SpacedRow>();
        while (at < _fragments.Count && !EndsRows(at))
        {
            int start = at;
            string level1 = Label(ref at, l => levels.IsFirst(l) && IndicatorLevels.EndsLikeLevel(l), beforeSecond: true);
            string level2 = Label(ref at, l => levels.IsSecond(l) && IndicatorLevels.EndsLikeLevel(l), beforeSecond: false);
            int end = RowEnd(at);
            if (end > at || level1.Length + level2.Length > 0) rows.Add(new SpacedRow(level1, level2, _fragments.GetRange(at, end - at)));
            at = Math.Max(end, start + 1);
        }

        _placement!.Learn(rows.Select(r => r.Cells));
        rows.ForEach(Add);
        return at;
    }

    private void Add(SpacedRow row)
    {
        if (row.Level1.Length > 0) draft.SetLevel1(row.Level1);
        if (row.Level2.Length > 0)
        {
            Points.Split(row.Level2, out string second, out _);
            if (levels.FirstOf(second) is { } meant && !draft.Level1.Contains(meant[..^2], StringComparison.Ordinal)) draft.SetLevel1(meant);
            draft.SetLevel2(row.Level2);
        }

        if (row.Cells.Count == 0) return;
        TextSpan span = row.Cells[0].Span.To(row.Cells[^1].Span);
        Dictionary<ColumnRole, TableCell>? cells = _placement!.Place(row.Cells);
        if (cells is null || !cells.TryGetValue(ColumnRole.Name, out TableCell name) || cells.Count < 2)
        {
            draft.AddUnread(span, cells is null ? UnreadReason.NoPlacementFits : UnreadReason.CellMissing);
            return;
        }

        Field? Of(ColumnRole role) => cells.TryGetValue(role, out TableCell cell) ? cell.ToField() : null;
        bool lost = Of(ColumnRole.Target) is null || Of(ColumnRole.Actual) is null || (_hasScores && Of(ColumnRole.Score) is null);
        if (lost) draft.AddUnread(span, UnreadReason.CellMissing);
        draft.Add(new Indicator
        {
            Name = name.ToField(),
            Weight = Of(ColumnRole.Weight),
            Target = Of(ColumnRole.Target),
            Actual = Of(ColumnRole.Actual),
            Score = Of(ColumnRole.Score),
            Damaged = lost,
            Span = span,
        });
        draft.LastLine = span.EndLine;
    }

    /// <summary>A label of level one or two at this place, in up to five pieces; empty if there is none.</summary>
    private string Label(ref int at, Func<string, bool> isLabel, bool beforeSecond)
    {
        int pieces = 0;
        string label = "";
        for (int n = 1; n <= MaxPieces && at + n <= _fragments.Count; n++)
        {
            string joined = PrintedText.Squeeze(Fragment.Join(_fragments, at, at + n));
            if (joined.Length > 30) break;
            Points.Split(joined, out string plain, out _);
            if (isLabel(plain)) (pieces, label) = (n, joined);
        }

        // 成本指标 and 满意度指标 name both levels: alone before a row they are level two of the level one that is open.
        if (beforeSecond && pieces > 0 && levels.IsSecond(label) && !StartsLabel(at + pieces)) return "";
        at += pieces;
        return label;
    }

    private int RowEnd(int at)
    {
        int end = at;
        while (end < _fragments.Count)
        {
            if (end > at && _fragments[end].Before != Gap.Space && (EndsRows(end) || StartsLabel(end))) break;
            end++;
            if (_hasScores && end - at >= 3 && EndsWithScore(end)) break;
            if (EndsWholeLine(at, end)) break;
        }

        return end;
    }

    /// <summary>Points at the end of a line with no further figure behind them.</summary>
    private bool EndsWithScore(int end)
    {
        string last = _fragments[end - 1].Text;
        if (!IsPoints(last)) return false;
        if (end == _fragments.Count) return true;
        if (_fragments[end].Before == Gap.Space) return false;
        return !Quantity.TryParse(_fragments[end].Text, out _);
    }

    /// <summary>A line with name, target and actual value, and no figure below that could be its score.</summary>
    private bool EndsWholeLine(int at, int end)
    {
        if (end == _fragments.Count || _fragments[end].Before == Gap.Space || Quantity.TryParse(_fragments[end].Text, out _)) return false;
        int inLine = 1;
        for (int i = end - 1; i > at && _fragments[i].Before == Gap.Space; i--) inLine++;
        return inLine >= 3;
    }

    private static bool IsPoints(string text) => Quantity.TryParse(text, out Quantity points) && points.Bound == Bound.None && points.Unit is "" or "分";

    private bool StartsLabel(int at)
    {
        int start = at;
        return at < _fragments.Count
            && (Label(ref start, l => (levels.IsFirst(l) || levels.IsSecond(l)) && IndicatorLevels.EndsLikeLevel(l), beforeSecond: false).Length > 0);
    }

    private bool EndsRows(int at) =>
        IsTotal(at) || GoalLabel(at) > 0 || _fragments[at].Text.StartsWith("偏差", StringComparison.Ordinal)
        || SpacedHead.HeaderEnd(_fragments, at, out _) >= 0;

    private int GoalLabel(int at) => SpacedHead.GoalPieces(_fragments, at);

    private int Goal(int at, int pieces)
    {
        int text = at + pieces, end = text;
        if (StartsLabel(text))
        {
            draft.OpenBlock(Fragment.Join(_fragments, at, text), "", _fragments[at].Span.To(_fragments[text - 1].Span));
            return text;
        }

        while (end < _fragments.Count && SpacedHead.HeaderEnd(_fragments, end, out _) < 0 && SpacedHead.GoalPieces(_fragments, end) == 0 && !IsTotal(end)) end++;
        draft.OpenBlock(Fragment.Join(_fragments, at, text), end > text ? Fragment.Join(_fragments, text, end) : "", _fragments[at].Span.To(_fragments[end - 1].Span));
        return end;
    }

    private bool IsTotal(int at) => _fragments[at].Before != Gap.Space && _fragments[at].Text.TrimEnd(':', '：') is "总分" or "总得分" or "合计得分" or "综合得分" or "自评总分";

    private int Total(int at)
    {
        var figures = new List<Field>(2);
        while (at < _fragments.Count && figures.Count < 2 && (_fragments[at].Text is ['#', ..] || IsPoints(_fragments[at].Text)))
        {
            figures.Add(TableCell.FieldOf(_fragments[at].Text, _fragments[at].Span));
            draft.LastLine = _fragments[at++].Span.EndLine;
        }

        if (figures.Count == 2) draft.TotalWeight ??= figures[0];
        if (figures.Count > 0) draft.Total ??= figures[^1];
        return at;
    }

    /// <summary>Reasons and measures below the total, up to the notes.</summary>
    private int Closing(int at)
    {
        while (at < _fragments.Count && !_fragments[at].Text.StartsWith("备注", StringComparison.Ordinal) && !_fragments[at].Text.StartsWith("注：", StringComparison.Ordinal))
        {
            if (SpacedHead.HeaderEnd(_fragments, at, out _) >= 0) return at;
            draft.LastLine = _fragments[at++].Span.EndLine;
        }

        return _fragments.Count;
    }
}

/// <summary>The labels and fragments of one row.</summary>
internal sealed record SpacedRow(string Level1, string Level2, List<Fragment> Cells);
