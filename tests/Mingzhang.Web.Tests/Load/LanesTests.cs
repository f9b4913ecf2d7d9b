using System.Net;
using Mingzhang.Web.Load;

namespace Mingzhang.Tests.Web.Load;

public sealed class LanesTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Who_asks_for_much_waits_in_his_own_line_and_others_go_on()
    {
        using var lanes = new Lanes(each: 1, all: 2, waiting: 2);
        Lanes.Lane? first = await lanes.Enter("a", Never);
        Task<Lanes.Lane?> second = lanes.Enter("a", Never), third = lanes.Enter("a", Never);
        Assert.Null(await lanes.Enter("a", Never));
        using Lanes.Lane? other = await lanes.Enter("b", Never);
        Assert.NotNull(other);
        Assert.False(second.IsCompleted || third.IsCompleted);
        first!.Dispose();
        (await second)!.Dispose();
        (await third)!.Dispose();
        using Lanes.Lane? again = await lanes.Enter("a", Never);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Room_that_is_given_back_early_serves_others_while_the_own_turn_goes_on()
    {
        using var lanes = new Lanes(each: 1, all: 1, waiting: 1);
        using Lanes.Lane? sending = await lanes.Enter("a", Never);
        Task<Lanes.Lane?> own = lanes.Enter("a", Never), other = lanes.Enter("b", Never);
        Assert.False(other.IsCompleted);
        sending!.Leave();
        (await other)!.Dispose();
        Assert.False(own.IsCompleted);
        sending.Dispose();
        (await own)!.Dispose();
    }

    [Fact]
    public async Task Who_leaves_while_he_waits_leaves_no_trace()
    {
        using var lanes = new Lanes(each: 1, all: 1, waiting: 1);
        using (await lanes.Enter("a", Never))
        {
            using var left = new CancellationTokenSource();
            Task<Lanes.Lane?> own = lanes.Enter("a", left.Token), other = lanes.Enter("b", left.Token);
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => own);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
        }

        using Lanes.Lane? a = await lanes.Enter("a", Never);
        a!.Dispose();
        using Lanes.Lane? b = await lanes.Enter("b", Never);
        Assert.NotNull(b);
    }

    [Fact]
    public async Task Where_nobody_waits_he_is_refused()
    {
        using var lanes = new Lanes(each: 2, all: 3, waiting: 0);
        Lanes.Lane?[] held = [await lanes.Enter("a", Never), await lanes.Enter("a", Never), await lanes.Enter("a", Never), await lanes.Enter("b", Never), await lanes.Enter("b", Never)];
        Assert.Equal([true, true, false, true, false], held.Select(l => l is not null));
        foreach (Lanes.Lane? lane in held) lane?.Dispose();
        using Lanes.Lane? again = await lanes.Enter("b", Never);
        Assert.NotNull(again);
    }

    [Theory]
    [InlineData("::ffff:192.0.2.7", "C0000207")]
    [InlineData("192.0.2.7", "C0000207")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    public void An_address_counts_as_its_network(string address, string network) => Assert.Equal(network, Convert.ToHexString(Lanes.NetworkOf(IPAddress.Parse(address))));
}
