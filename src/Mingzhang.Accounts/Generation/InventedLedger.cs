using System.Globalization;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Core.Codes;

namespace Mingzhang.Accounts.Generation;

/// <summary>
/// The entries of an invented department: vouchers of a few lines, each balanced against 资金结存, spread over the year; every quarter the
/// money that is spent comes in; the head office aids one unit. What is spent is known before income is made of it.
/// </summary>
internal sealed class InventedLedger
{
    private const int MostLines = 5;
    private const long Aid = 5_000_000;

    /// <summary>The functional code of what the head office passes on.</summary>
    internal const string AidedBy = "2120101";

    private readonly InventedDepartment _department;
    private readonly FiscalYear _year;
    private readonly Dice _dice;
    private readonly List<Line> _lines;
    private readonly List<(DateOnly Date, int Unit, int First, int Count)> _vouchers = [];

    internal InventedLedger(InventedDepartment department, FiscalYear year, int entries, Dice dice, long[]? brought = null)
    {
        _department = department;
        _year = year;
        _dice = dice;
        _lines = new List<Line>(entries);
        Spent = new long[department.Purses.Length];
        Openings = new long[department.Purses.Length];
        Incomes = new long[department.Purses.Length];
        SpentByItem = [];
        int quarters = entries >= 12 * department.Purses.Length ? 4 : 1;
        Spend(entries - IncomeLines(quarters) - 6);
        Receive(quarters, brought);
        PayAid();
    }

    /// <summary>Spent in 分 by purse.</summary>
    internal long[] Spent { get; }

    /// <summary>Brought forward in 分 by purse.</summary>
    internal long[] Openings { get; }

    /// <summary>Income of the year in 分 by purse.</summary>
    internal long[] Incomes { get; }

    /// <summary>Spent in 分 by purse and economic item.</summary>
    internal SortedDictionary<(int Purse, string Economic), long> SpentByItem { get; }

    /// <summary>The file, in order of the dates.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', LedgerColumns.All.Select(c => c.Name)));
        var numbers = new int[_department.Units.Length, 13];
        foreach ((DateOnly date, int unit, int first, int count) in _vouchers.OrderBy(v => v.Date).ThenBy(v => v.Unit).ThenBy(v => v.First))
        {
            string start = $"{date:yyyy-MM-dd},{++numbers[unit, date.Month]:0000},{_department.Units[unit].Code},";
            for (int i = first; i < first + count; i++) Write(writer, start, _lines[i]);
        }
    }

    private static void Write(StreamWriter writer, string start, Line line)
    {
        writer.Write(start);
        writer.Write(line.Account);
        writer.Write(',');
        writer.Write(BookTerms.Funds.Write(line.Fund));
        writer.Write(',');
        writer.Write(line.Functional);
        writer.Write(',');
        writer.Write(line.Economic);
        writer.Write(",,");
        writer.Write(line.Project);
        writer.Write(',');
        writer.Write(BookTerms.Purposes.Write(line.Purpose));
        writer.Write(',');
        writer.Write(line.Counterparty);
        writer.Write(',');
        writer.Write((line.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        writer.Write(',');
        writer.WriteLine(line.Summary);
    }

    private int IncomeLines(int quarters) => quarters * (_department.Purses.Length + _department.Purses.Select(p => (p.Unit, p.Fund)).Distinct().Count());

    private void Spend(int lines)
    {
        int[] weighted = [.. _department.Purses.SelectMany((p, i) => Enumerable.Repeat(i, p.Weight))];
        for (int voucher = 0; lines > 0; voucher++)
        {
            // Every purse is used before chance decides.
            int purse = voucher < _department.Purses.Length ? voucher : weighted[_dice.Below(weighted.Length)];
            int count = (int)Math.Min(_dice.Between(1, MostLines), lines - 1);
            if (lines - count - 1 == 1) count++;
            if (count == 0) throw new ArgumentException("too few entries for a book");
            Pay(purse, count);
            lines -= count + 1;
        }
    }

    private void Pay(int number, int count)
    {
        Purse purse = _department.Purses[number];
        int first = _lines.Count;
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            string economic = purse.Economic[_dice.Below(purse.Economic.Length)];
            var line = new Line(_department.Units[purse.Unit].Expenditure, purse.Fund, purse.Functional, economic, purse.Project, purse.Purpose, "", _dice.Cents(), purse.Summaries[_dice.Below(purse.Summaries.Length)]);
            // The same entry twice in a voucher would be one that was entered twice.
            while (_lines.IndexOf(line, first) >= 0) line = line with { Cents = line.Cents + 1 };
            sum += line.Cents;
            SpentByItem[(number, economic)] = SpentByItem.GetValueOrDefault((number, economic)) + line.Cents;
            _lines.Add(line);
        }

        Spent[number] += sum;
        Cash(purse.Fund, -sum, _lines[first].Summary);
        _vouchers.Add((new DateOnly(_year.Value, 1, 1).AddDays(_dice.Below(364)), purse.Unit, first, count + 1));
    }

    private void Receive(int quarters, long[]? brought)
    {
        for (int i = 0; i < Spent.Length; i++)
        {
            bool carries = _department.Purses[i].Purpose == Purpose.Project && i % 3 == 0;
            Openings[i] = brought is not null ? brought[i] : carries ? Spent[i] / 8 / 10_000 * 10_000 : 0;
            Incomes[i] = Math.Max(0, Spent[i] - Openings[i] + (carries ? Spent[i] / 20 : 0));
        }

        for (int quarter = 0; quarter < quarters; quarter++)
        {
            foreach (IGrouping<(int Unit, Fund Fund), int> group in Enumerable.Range(0, Spent.Length).GroupBy(i => (_department.Purses[i].Unit, _department.Purses[i].Fund)))
            {
                int first = _lines.Count;
                long sum = 0;
                foreach (int i in group)
                {
                    Purse purse = _department.Purses[i];
                    long cents = quarter == quarters - 1 ? Incomes[i] - Incomes[i] / quarters * quarter : Incomes[i] / quarters;
                    sum += cents;
                    _lines.Add(new Line(purse.Fund == Fund.UnitOwn ? "6101" : "6001", purse.Fund, purse.Functional, "", purse.Project, purse.Purpose, "", cents, purse.Fund == Fund.UnitOwn ? "收到服务收入" : "收到授权支付额度"));
                }

                Cash(group.Key.Fund, sum, _lines[first].Summary);
                _vouchers.Add((new DateOnly(_year.Value, quarter * 3 + 1, 5), group.Key.Unit, first, _lines.Count - first));
            }
        }
    }

    /// <summary>The head office receives other income and passes it to the first institution, which keeps it: six entries.</summary>
    private void PayAid()
    {
        string head = _department.Units[0].Code, institution = _department.Units[1].Code;
        const string mine = AidedBy, theirs = "2120501";
        Voucher(0, 10, new Line("6609", Fund.UnitOwn, mine, "", "", Purpose.Basic, "", Aid, "收到其他收入"), Aid);
        Voucher(0, 11, new Line("7501", Fund.UnitOwn, mine, "", "", Purpose.None, institution, Aid, "拨付所属单位补助"), -Aid);
        Voucher(1, 11, new Line("6201", Fund.UnitOwn, theirs, "", "", Purpose.Basic, head, Aid, "收到本级补助"), Aid);
    }

    private void Voucher(int unit, int month, Line line, long cash)
    {
        int first = _lines.Count;
        _lines.Add(line);
        Cash(line.Fund, cash, line.Summary);
        _vouchers.Add((new DateOnly(_year.Value, month, 20), unit, first, 2));
    }

    private void Cash(Fund fund, long cents, string summary) => _lines.Add(new Line("8001", fund, "", "", "", Purpose.None, "", cents, summary));

    private readonly record struct Line(string Account, Fund Fund, string Functional, string Economic, string Project, Purpose Purpose, string Counterparty, long Cents, string Summary);
}
