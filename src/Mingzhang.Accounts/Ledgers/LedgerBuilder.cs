using Mingzhang.Accounts.Books;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>Makes the storage of a ledger out of single entries.</summary>
internal sealed class LedgerBuilder
{
    private readonly Values _units = new(), _accounts = new(), _functional = new(), _economic = new(), _government = new(), _projects = new(), _counterparties = new();
    private readonly Dictionary<(string Unit, int Day, string Number), int> _voucherNumbers = [];

    internal CombinationTable Combinations { get; } = new();

    internal LedgerRows Rows { get; } = new(64);

    internal LedgerTexts Texts { get; } = new(64);

    internal List<Voucher> Vouchers { get; } = [];

    internal void Add(LedgerEntry entry)
    {
        long cents = (long)(entry.Amount.Yuan * 100m);
        var combination = new Combination(
            _units.Number(entry.Unit), _accounts.Number(entry.Account), _functional.Number(entry.Functional), _economic.Number(entry.Economic),
            _government.Number(entry.GovernmentEconomic), _projects.Number(entry.Project), _counterparties.Number(entry.Counterparty), entry.Fund, entry.Purpose, cents < 0);
        int day = entry.Date.DayNumber;
        if (!_voucherNumbers.TryGetValue((entry.Unit, day, entry.Voucher), out int voucher))
        {
            voucher = Vouchers.Count;
            _voucherNumbers.Add((entry.Unit, day, entry.Voucher), voucher);
            Vouchers.Add(new Voucher(Texts.Add(entry.Voucher), combination.Unit, day));
        }

        Rows.Add(Combinations.Add(combination, cents), cents, voucher, entry.Summary.Length == 0 ? -1 : Texts.Add(entry.Summary));
    }

    internal LedgerDimensions Dimensions() => new(
        [.. _units.All], [.. _accounts.All], [.. _functional.All], [.. _economic.All], [.. _government.All], [.. _projects.All], [.. _counterparties.All]);

    private sealed class Values
    {
        private readonly Dictionary<string, int> _numbers = new() { [""] = 0 };

        internal List<string> All { get; } = [""];

        internal int Number(string value)
        {
            if (_numbers.TryGetValue(value, out int number)) return number;
            number = All.Count;
            if (number > Combination.MaxValues) throw new ArgumentException($"more than {Combination.MaxValues} different values in one column", nameof(value));
            _numbers.Add(value, number);
            All.Add(value);
            return number;
        }
    }
}
