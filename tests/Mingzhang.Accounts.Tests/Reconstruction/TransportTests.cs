using Mingzhang.Accounts.Reconstruction;

namespace Mingzhang.Accounts.Tests.Reconstruction;

public sealed class TransportTests
{
    [Fact]
    public void A_table_has_the_margins_it_was_made_from()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 12)).ToDictionary(i => $"r{i}", _ => (long)random.Next(0, 5000));
            var columns = Split(rows.Values.Sum(), random);
            List<(string Row, string Column, long Amount)> table = Transport.Fill(rows, columns, (_, _) => random.Next(5) == 0);
            Assert.All(rows, r => Assert.Equal(r.Value, table.Where(t => t.Row == r.Key).Sum(t => t.Amount)));
            Assert.All(columns, c => Assert.Equal(c.Value, table.Where(t => t.Column == c.Key).Sum(t => t.Amount)));
            Assert.All(table, t => Assert.True(t.Amount > 0));
        }
    }

    [Fact]
    public void What_belongs_together_is_filled_first()
    {
        List<(string Row, string Column, long Amount)> table = Transport.Fill(
            new Dictionary<string, long> { ["a"] = 10, ["b"] = 5 }, new Dictionary<string, long> { ["x"] = 10, ["y"] = 5 }, (r, c) => (r, c) == ("a", "y"));
        Assert.Contains(("a", "y", 5L), table);
    }

    [Fact]
    public void What_one_side_has_more_goes_to_the_others_last_entry()
    {
        List<(string Row, string Column, long Amount)> table = Transport.Fill(
            new Dictionary<string, long> { ["a"] = 10 }, new Dictionary<string, long> { ["x"] = 6, ["y"] = 7 }, (_, _) => false);
        Assert.Equal(13, table.Sum(t => t.Amount));
    }

    private static Dictionary<string, long> Split(long total, Random random)
    {
        var parts = new Dictionary<string, long>();
        for (int i = 0; total > 0; i++)
        {
            long part = i == 9 ? total : random.NextInt64(1, total + 1);
            parts[$"c{i}"] = part;
            total -= part;
        }

        return parts;
    }
}
