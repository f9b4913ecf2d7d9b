using System.Net;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Jobs;

/// <summary>Looks how far work is, once for all who follow it. The row is looked at; a listener for each who follows would hold a connection each.</summary>
/// <param name="ledger">Where the rows are.</param>
internal sealed class WorkWatch(WorkLedger ledger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // An office shares an address; nobody waits, as the page asks again by itself.
    private readonly Lanes _lanes = new(each: 60, all: 1000, waiting: 0);
    private readonly Shared<Guid, WorkState?> _looking = new();

    /// <summary>A place for one who follows; null where his address has its share.</summary>
    public Task<Lanes.Lane?> Enter(IPAddress? address, CancellationToken cancel) => _lanes.Enter(Convert.ToHexString(Lanes.NetworkOf(address)), cancel);

    /// <summary>How far it is; null where there is no such work.</summary>
    public Task<WorkState?> Now(Guid id, CancellationToken cancel) => ledger.Find(id, cancel);

    /// <summary>How far it is after a pause.</summary>
    public Task<WorkState?> Next(Guid id, CancellationToken cancel) => _looking.Of(
        id,
        async end =>
        {
            await Task.Delay(Pause, end);
            return await ledger.Find(id, end);
        },
        cancel);

    public void Dispose() => _lanes.Dispose();
}
