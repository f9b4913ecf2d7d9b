namespace Mingzhang.Cli.Inputs;

/// <summary>Work on many things by all processors, with the results in the things' order. Only a few results exist at a time.</summary>
internal static class OrderedWork
{
    /// <summary>The results of <paramref name="work"/> in order; a few are made ahead of the one that is taken.</summary>
    public static IEnumerable<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work)
    {
        int ahead = items.Count == 1 ? 0 : 2 * Environment.ProcessorCount;
        var running = new Queue<Task<TResult>>();
        int next = 0;
        try
        {
            while (next < items.Count || running.Count > 0)
            {
                while (next < items.Count && running.Count <= ahead)
                {
                    TItem item = items[next++];
                    running.Enqueue(Task.Run(() => work(item)));
                }

                yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Nobody takes the rest: what has begun ends by itself.
            Task.WaitAll([.. running.Select(task => task.ContinueWith(static _ => { }, TaskScheduler.Default))]);
        }
    }
}
