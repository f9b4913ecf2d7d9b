using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Evaluations.Goals;

/// <summary>Where the amounts of a declaration's table stand, by the captions over them.</summary>
internal sealed class AmountHead
{
    private int _amount = -1;
    private int _share = -1;
    private int _earlier = -1;
    private int _other = -1;
    private int _end = int.MaxValue;

    /// <summary>Whether a row is the head of a table of amounts.</summary>
    internal static bool IsHead(List<TableCell> cells) =>
        cells.Exists(c => GoalWords.Plain(c.Text) is "金额" or "当年金额" or "项目本年度预算" or "项目当年预算") && !cells.Exists(c => c.ToField().Figure is not null);

    /// <summary>The places that a head shows.</summary>
    internal static AmountHead Of(List<TableCell> cells)
    {
        var head = new AmountHead();
        foreach (TableCell cell in cells)
        {
            switch (GoalWords.Plain(cell.Text))
            {
                case "金额" or "当年金额" or "项目本年度预算" or "项目当年预算": head._amount = cell.Column; break;
                case "占比": head._share = cell.Column; break;
                case "近两年收支金额": head._earlier = cell.Column; break;
                case "项目总预算" or "数量": head._other = cell.Column; break;
                case "项目主要支出方向和用途" or "测算依据及说明": head._end = cell.Column; break;
            }
        }

        return head;
    }

    /// <summary>The amount of a row: what stands under its caption; the only figure behind the name where columns shifted.</summary>
    internal Field? Amount(List<TableCell> cells)
    {
        if (At(cells, _amount) is { } amount && (_other < 0 || At(cells, _other) is not null)) return amount;
        List<TableCell> figures = [.. cells.Skip(1).Where(c => c.Column < _end && c.ToField() is { Figure: not null, Unit: "" or "万元" or "元" or "万" })];
        if (At(cells, _amount) is { } single && figures.Count < 2) return single;
        if (_share >= 0 || _earlier >= 0) return null;
        if (_other < 0) return figures.Count == 1 ? figures[0].ToField() : null;
        return figures.Count == 2 && At(cells, _other) is null ? figures[_other < _amount ? 1 : 0].ToField() : null;
    }

    internal Field? Share(List<TableCell> cells) => At(cells, _share);

    /// <summary>What stands beside the amount: a project's total budget, a quantity.</summary>
    internal Field? Other(List<TableCell> cells)
    {
        if (_other < 0 || At(cells, _other) is { } other && At(cells, _amount) is not null) return At(cells, _other);
        List<TableCell> figures = [.. cells.Skip(1).Where(c => c.Column < _end && c.ToField() is { Figure: not null })];
        return figures.Count == 2 ? figures[_other < _amount ? 0 : 1].ToField() : At(cells, _other);
    }

    internal ImmutableArray<Field?> Earlier(List<TableCell> cells) => _earlier < 0 ? [] : [At(cells, _earlier), At(cells, _earlier + 1)];

    private static Field? At(List<TableCell> cells, int column)
    {
        int at = column < 0 ? -1 : cells.FindIndex(c => c.Column == column);
        return at > 0 && cells[at].ToField() is { Figure: not null } field ? field : null;
    }
}
