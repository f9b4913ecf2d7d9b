using Mingzhang.Publishing.Views;
using Mingzhang.Store.Publications;

namespace Mingzhang.Web.Portal;

/// <summary>The views that were read last, kept as they are read: a version never changes. The one that was not asked for longest goes first.</summary>
/// <param name="reader">Where they are.</param>
internal sealed class PublishedViews(PublicationReader reader)
{
    // A view takes one to three megabytes; drawn pages are kept elsewhere, much smaller.
    private const int Most = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(long Id, DisclosureModel Model)> _order = new();
    private readonly Dictionary<long, LinkedListNode<(long Id, DisclosureModel Model)>> _known = [];

    /// <summary>What the page of a version shows.</summary>
    public async ValueTask<DisclosureModel> Get(long disclosure, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(disclosure, out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value.Model;
            }
        }

        var model = new DisclosureModel(await reader.View(disclosure, DisclosureViewJson.Read, cancel));
        lock (_lock)
        {
            if (!_known.ContainsKey(disclosure)) _known.Add(disclosure, _order.AddFirst((disclosure, model)));
            if (_order.Count > Most)
            {
                _known.Remove(_order.Last!.Value.Id);
                _order.RemoveLast();
            }
        }

        return model;
    }
}
