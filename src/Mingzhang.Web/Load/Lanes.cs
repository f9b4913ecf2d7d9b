using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Mingzhang.Web.Load;

/// <summary>Bounds what is done at once: for each who asks, and in all. Who asks for much waits in a line of his own, so that all others go on.</summary>
/// <param name="each">Most at once of each.</param>
/// <param name="all">Most at once in all.</param>
/// <param name="waiting">Most of each that wait; with none, nobody waits for room among all either.</param>
internal sealed class Lanes(int each, int all, int waiting) : IDisposable
{
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(all);

    /// <summary>Waits for room.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The room, to be given back; null where too many of his wait.</returns>
    public async Task<Lane?> Enter(string who, CancellationToken cancel)
    {
        if (Stand(who) is not { } lane) return null;
        try
        {
            if (await lane.Take(waiting > 0, cancel)) return lane;
            lane.Dispose();
            return null;
        }
        catch
        {
            lane.Dispose();
            throw;
        }
    }

    public void Dispose() => _room.Dispose();

    /// <summary>What an address counts as. Of IPv6 the network: a household or office has all addresses of it.</summary>
    public static byte[] NetworkOf(IPAddress? address)
    {
        if (address is null) return [];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        return bytes.Length > NetworkBytes ? bytes[..NetworkBytes] : bytes;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Who enters disposes of it.")]
    private Lane? Stand(string who)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(who, out Line? line)) _lines.Add(who, line = new Line(each));
            if (line.Count >= each + waiting) return null;
            line.Count++;
            return new Lane(this, who, line);
        }
    }

    private void Go(string who, Line line)
    {
        lock (_lock)
        {
            if (--line.Count == 0) _lines.Remove(who);
        }
    }

    /// <summary>Those of one who asks.</summary>
    /// <param name="each">Most at once.</param>
    internal sealed class Line(int each)
    {
        /// <summary>His turns.</summary>
        public SemaphoreSlim Turns { get; } = new(each);

        /// <summary>How many have or await one.</summary>
        public int Count { get; set; }
    }

    /// <summary>Room for one.</summary>
    internal sealed class Lane(Lanes lanes, string who, Line line) : IDisposable
    {
        private bool _turn, _room, _gone;

        /// <summary>Gives the room among all back; his own turn goes on.</summary>
        public void Leave()
        {
            if (_room) lanes._room.Release();
            _room = false;
        }

        public void Dispose()
        {
            if (_gone) return;
            _gone = true;
            Leave();
            if (_turn) line.Turns.Release();
            lanes.Go(who, line);
        }

        /// <summary>Takes a turn, then room among all; whether there was any.</summary>
        internal async Task<bool> Take(bool waits, CancellationToken cancel)
        {
            TimeSpan longest = waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
            _turn = await line.Turns.WaitAsync(longest, cancel);
            _room = _turn && await lanes._room.WaitAsync(longest, cancel);
            return _room;
        }
    }
}
