namespace Mingzhang.Web.Load;

/// <summary>Work that several ask for at the same time is done once for all of them, and ends where nobody waits for it any more. Who asks after it has ended has it done again.</summary>
/// <typeparam name="TKey">What it is about.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
internal sealed class Shared<TKey, TResult>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Run> _running = [];

    /// <summary>The result of the work on a key.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="work">Does it, if nobody does; it belongs to all who wait, so it uses nothing of the one who asks but its key.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<TResult> Of(TKey key, Func<CancellationToken, Task<TResult>> work, CancellationToken cancel)
    {
        Run run = Join(key, work);
        try
        {
            return await run.Result!.WaitAsync(cancel);
        }
        finally
        {
            if (IsLast(key, run)) await run.End.CancelAsync();
        }
    }

    private Run Join(TKey key, Func<CancellationToken, Task<TResult>> work)
    {
        lock (_lock)
        {
            if (!_running.TryGetValue(key, out Run? run))
            {
                _running.Add(key, run = new Run());
                run.Result = Task.Run(() => Do(key, run, work));
            }

            run.Waiting++;
            return run;
        }
    }

    private bool IsLast(TKey key, Run run)
    {
        lock (_lock)
        {
            if (--run.Waiting > 0) return false;
            Forget(key, run);
            return true;
        }
    }

    private async Task<TResult> Do(TKey key, Run run, Func<CancellationToken, Task<TResult>> work)
    {
        try
        {
            return await work(run.End.Token);
        }
        finally
        {
            lock (_lock) Forget(key, run);
        }
    }

    private void Forget(TKey key, Run run)
    {
        if (_running.GetValueOrDefault(key) == run) _running.Remove(key);
    }

    private sealed class Run
    {
        // Without a time it holds nothing that is to be disposed of.
        public CancellationTokenSource End { get; } = new();

        public Task<TResult>? Result { get; set; }

        public int Waiting { get; set; }
    }
}
