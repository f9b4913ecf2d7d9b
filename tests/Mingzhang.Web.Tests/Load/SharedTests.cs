using Mingzhang.Web.Load;

namespace Mingzhang.Tests.Web.Load;

public sealed class SharedTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Work_is_done_once_for_all_who_wait_and_again_for_who_comes_later()
    {
        var shared = new Shared<int, object>();
        var begun = new TaskCompletionSource<object>();
        int times = 0;
        Task<object>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => shared.Of(1, Work, Never))];
        Task<object> other = shared.Of(2, _ => Task.FromResult(new object()), Never);
        begun.SetResult(new object());
        object[] results = await Task.WhenAll(waiting);
        Assert.Single(results.Distinct());
        Assert.NotSame(results[0], await other);
        Assert.Equal(1, times);
        await shared.Of(1, Work, Never);
        Assert.Equal(2, times);

        Task<object> Work(CancellationToken end)
        {
            Interlocked.Increment(ref times);
            return begun.Task;
        }
    }

    [Fact]
    public async Task It_ends_when_the_last_who_waits_has_left()
    {
        var shared = new Shared<int, int>();
        var ended = new TaskCompletionSource();
        using CancellationTokenSource one = new(), two = new();
        Task<int> first = shared.Of(1, Work, one.Token), second = shared.Of(1, Work, two.Token);
        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(ended.Task.IsCompleted);
        await two.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await ended.Task;
        // Who comes now does not get what was broken off.
        Assert.Equal(7, await shared.Of(1, _ => Task.FromResult(7), Never));

        async Task<int> Work(CancellationToken end)
        {
            await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended.SetResult();
            return 0;
        }
    }

    [Fact]
    public async Task A_mistake_is_everybodys_and_is_not_kept()
    {
        var shared = new Shared<int, int>();
        var begun = new TaskCompletionSource<int>();
        Task<int> first = shared.Of(1, _ => begun.Task, Never), second = shared.Of(1, _ => begun.Task, Never);
        begun.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal(7, await shared.Of(1, _ => Task.FromResult(7), Never));
    }
}
