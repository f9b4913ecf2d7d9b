using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Rounding;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Tests.Statements;

/// <summary>What rounding must keep, over random books of many sizes. The relations are those of the edition, written out for the rows that there are.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData(0, 40, 3)]
    [InlineData(100, 40, 30)]
    [InlineData(200, 40, 300)]
    public void Plainly_each_figure_is_its_amount_to_the_nearest(int firstSeed, int books, int entries)
    {
        foreach (Compiled book in Books(firstSeed, books, entries, FigureRounding.Plain))
            Assert.All(book.Figures, f => Assert.Equal(decimal.Round(f.Exact, 2, MidpointRounding.AwayFromZero), f.Printed.Value));
    }

    [Theory]
    [InlineData(0, 40, 3)]
    [InlineData(100, 40, 30)]
    [InlineData(200, 40, 300)]
    public void Plainly_every_relation_holds_but_for_rounding(int firstSeed, int books, int entries)
    {
        foreach (Compiled book in Books(firstSeed, books, entries, FigureRounding.Plain))
        {
            foreach (RelationInstance relation in book.Relations)
            {
                Interval sum = relation.Terms.Aggregate(Interval.Point(0), (s, t) => s + (book.Interval(t.Cell) * t.Sign));
                bool possible = relation.Relation.Comparison switch { Comparison.Equal => sum.Contains(0), Comparison.AtMost => sum.Low <= 0, _ => sum.High >= 0 };
                Assert.True(possible, $"{relation.Relation.Id} of book {book.Seed}");
            }
        }
    }

    [Theory]
    [InlineData(0, 40, 3)]
    [InlineData(1000, 40, 12)]
    [InlineData(2000, 40, 30)]
    [InlineData(3000, 15, 100)]
    [InlineData(4000, 6, 400)]
    public void Balanced_every_relation_holds_for_the_figures_as_printed(int firstSeed, int books, int entries)
    {
        foreach (Compiled book in Books(firstSeed, books, entries, FigureRounding.Balanced))
        {
            foreach (RelationInstance relation in book.Relations.Where(r => !r.Terms.Any(t => book.IsPlain(t.Cell))))
            {
                decimal sum = relation.Terms.Sum(t => t.Sign * book.Printed(t.Cell));
                bool holds = relation.Relation.Comparison switch { Comparison.Equal => sum == 0, Comparison.AtMost => sum <= 0, _ => sum >= 0 };
                Assert.True(holds, $"{relation.Relation.Id} of book {book.Seed}: off by {sum}");
            }
        }
    }

    [Theory]
    [InlineData(0, 40, 3)]
    [InlineData(2000, 40, 30)]
    [InlineData(4000, 6, 400)]
    public void Balanced_no_figure_moves_by_a_hundredth(int firstSeed, int books, int entries)
    {
        foreach (Compiled book in Books(firstSeed, books, entries, FigureRounding.Balanced))
            Assert.All(book.Figures, f => Assert.True(Math.Abs(f.Printed.Value - f.Exact) < 0.01m, $"{f.Printed} for {f.Exact} in book {book.Seed}"));
    }

    [Fact]
    public void Balanced_rounding_seldom_leaves_a_form_plain()
    {
        List<Compiled> books = [.. Books(5000, 100, 40, FigureRounding.Balanced)];
        Assert.InRange(books.Count(b => !b.Accounts.PlainForms.IsEmpty), 0, 3);
    }

    [Fact]
    public void The_same_book_is_rounded_in_the_same_way()
    {
        Book book = RandomBook.Make(77, 200);
        YearAccounts first = AccountsCompiler.Compile(book, FigureRounding.Balanced), second = AccountsCompiler.Compile(book, FigureRounding.Balanced);
        Assert.Equal(Texts(first), Texts(second));
    }

    internal static IEnumerable<string> Texts(YearAccounts accounts) =>
        accounts.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{s.Form}[{r.Key}].{c.Column} {c.Text}")));

    private static IEnumerable<Compiled> Books(int firstSeed, int books, int entries, FigureRounding rounding) =>
        Enumerable.Range(firstSeed, books).Select(seed => new Compiled(seed, RandomBook.Make(seed, entries, 2023 + seed % 2), rounding));

    private sealed class Compiled
    {
        private readonly Book _book;
        private readonly Dictionary<CellPlace, (decimal Exact, Printed Printed)> _figures = [];

        internal Compiled(int seed, Book book, FigureRounding rounding)
        {
            (Seed, _book) = (seed, book);
            var compilation = new Compilation(book, rounding);
            ImmutableArray<ExactForm> exact = compilation.Exact();
            Accounts = compilation.Accounts;
            for (int form = 0; form < exact.Length; form++)
            {
                foreach ((string key, long[] cents) in exact[form].Rows)
                {
                    for (int column = 0; column < cents.Length; column++)
                    {
                        Cell? cell = Accounts.Statements[form].Cell(key, book.Edition.Forms[form].Columns[column].Number);
                        Assert.Equal(cents[column] == 0, cell is null);
                        if (cell is not null) _figures[new CellPlace(form, key, column)] = (cents[column] / 1_000_000m, cell.Figure!.Value);
                    }
                }
            }

            var instances = new RelationInstances(book.Edition, exact);
            Relations = [.. instances.All.Where(i => i.Relation.WhenZero.All(a => instances.Place(a) is not { } cell || !_figures.ContainsKey(cell)) && HoldsExactly(i))];
        }

        internal int Seed { get; }

        internal YearAccounts Accounts { get; }

        internal ImmutableArray<RelationInstance> Relations { get; }

        internal IEnumerable<(decimal Exact, Printed Printed)> Figures => _figures.Values;

        internal bool IsPlain(CellPlace cell) => Accounts.PlainForms.Contains(_book.Edition.Forms[cell.Form].Id);

        internal decimal Printed(CellPlace cell) => _figures.TryGetValue(cell, out (decimal Exact, Printed Printed) figure) ? figure.Printed.Value : 0;

        internal Interval Interval(CellPlace cell) => _figures.TryGetValue(cell, out (decimal Exact, Printed Printed) figure) ? figure.Printed.ToInterval() : Core.Figures.Interval.Point(0);

        /// <summary>The formulas of the forms and of the error relations between them hold for every book; the others tell only of some.</summary>
        private bool HoldsExactly(RelationInstance relation)
        {
            decimal sum = relation.Terms.Sum(t => _figures.TryGetValue(t.Cell, out (decimal Exact, Printed Printed) figure) ? t.Sign * figure.Exact : 0);
            bool holds = relation.Relation.Comparison switch { Comparison.Equal => sum == 0, Comparison.AtMost => sum <= 0, _ => sum >= 0 };
            bool always = relation.Relation.WhenZero.IsEmpty && relation.Relation.Comparison == Comparison.Equal && relation.Relation.Severity == Core.Findings.Severity.Error;
            Assert.True(holds || !always, $"{relation.Relation.Id} of book {Seed}: the exact amounts are off by {sum}");
            return holds;
        }
    }
}
