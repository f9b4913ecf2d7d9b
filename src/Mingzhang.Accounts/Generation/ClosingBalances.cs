using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Ledgers;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Generation;

/// <summary>What an invented book leaves at the end of its year.</summary>
internal static class ClosingBalances
{
    /// <summary>In 分, by purse of the department.</summary>
    /// <exception cref="ArgumentException">Money that the department has no purse for, or less than nothing of it.</exception>
    internal static long[] Of(Book book, InventedDepartment department)
    {
        var places = new Dictionary<(string, Fund, string, string), int>();
        for (int i = 0; i < department.Purses.Length; i++)
        {
            Purse purse = department.Purses[i];
            // Salaries and running costs of a unit are two purses of the same money.
            places.TryAdd((department.Units[purse.Unit].Code, purse.Fund, purse.Functional, purse.Project), i);
        }

        var cents = new long[department.Purses.Length];
        foreach (OpeningBalance opening in book.Openings) Add(opening.Unit, opening.Fund, opening.Functional, opening.Project, (long)(opening.Amount.Yuan * 100m));
        for (int i = 0; i < book.Ledger.Count; i++)
        {
            LedgerEntry entry = book.Ledger[i];
            long amount = (long)(entry.Amount.Yuan * 100m);
            switch (book.Edition.Accounts.Find(entry.Account)?.Kind)
            {
                case AccountKind.Income: Add(entry.Unit, entry.Fund, entry.Functional, entry.Project, amount); break;
                case AccountKind.Expenditure: Add(entry.Unit, entry.Fund, entry.Functional, entry.Project, -amount); break;
            }
        }

        return cents.All(c => c >= 0) ? cents : throw new ArgumentException($"the book of {book.Year} is overdrawn");

        void Add(string unit, Fund fund, string functional, string project, long amount)
        {
            if (places.TryGetValue((unit, fund, functional, project), out int place)) cents[place] += amount;
            else if (amount != 0 && !IsAid(functional, fund, unit)) throw new ArgumentException($"the book of {book.Year} has money that an invented department of this size does not: {unit} {functional} {project}");
        }

        // What the head office receives and passes on leaves nothing.
        bool IsAid(string functional, Fund fund, string unit) => fund == Fund.UnitOwn && unit == department.Units[0].Code && functional == InventedLedger.AidedBy;
    }
}
