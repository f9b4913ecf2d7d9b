using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Mingzhang.Store;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Jobs;

namespace Mingzhang.Web.Operations;

/// <summary>Listens to the meters of the product and of the web server, and writes what they counted as Prometheus reads it.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly string[] Meters = [WorkMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> _series = new();
    private readonly ConcurrentDictionary<string, (string Type, string Help)> _described = new(StringComparer.Ordinal);
    private readonly WorkLedger _ledger;
    private readonly DatabaseWatch _watch;

    public MetricsText(WorkLedger ledger, DatabaseWatch watch)
    {
        (_ledger, _watch) = (ledger, watch);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!Meters.Contains(instrument.Meter.Name)) return;
            bool measured = instrument is Histogram<double>;
            _described[NameOf(instrument)] = (measured ? "histogram" : instrument is Counter<long> ? "counter" : "gauge", instrument.Description ?? "");
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Of(instrument, tags).Record(value));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Of(instrument, tags).Add(value));
        _listener.Start();
    }

    /// <summary>Everything, as text.</summary>
    public async Task<string> Write(CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, KeyValuePair<(string Name, string Labels), Series>> one in _series.GroupBy(s => s.Key.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            (string type, string help) = _described[one.Key];
            Head(text, one.Key, type, help);
            foreach (((string name, string labels), Series series) in one) series.Write(text, name, labels, type == "histogram");
        }

        using Process process = Process.GetCurrentProcess();
        Gauge(text, "process_resident_memory_bytes", "memory of the process", process.WorkingSet64);
        Gauge(text, "dotnet_heap_bytes", "memory of the managed heap", GC.GetTotalMemory(forceFullCollection: false));
        Gauge(text, "dotnet_allocated_bytes_total", "memory that was ever taken from the managed heap", GC.GetTotalAllocatedBytes());
        Gauge(text, "dotnet_collections_total", "collections of the whole managed heap", GC.CollectionCount(2));
        Gauge(text, "process_cpu_seconds_total", "processor time", process.TotalProcessorTime.TotalSeconds);
        Gauge(text, "process_start_time_seconds", "when it started", new DateTimeOffset(process.StartTime.ToUniversalTime(), TimeSpan.Zero).ToUnixTimeSeconds());
        Gauge(text, "mingzhang_database_ready", "1 where the database can be used", _watch.IsReady ? 1 : 0);
        try
        {
            if (_watch.IsReady)
            {
                (int waiting, int running) = await _ledger.Count(cancel);
                Gauge(text, "mingzhang_work_waiting", "pieces of work that nobody does yet, of all processes", waiting);
                Gauge(text, "mingzhang_work_running", "pieces of work that are being done, of all processes", running);
            }
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            // What is known without the database is still worth having.
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private Series Of(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach ((string key, object? value) in tags)
            labels.Append(labels.Length > 0 ? "," : "").Append(key.Replace('.', '_')).Append("=\"").Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        return _series.GetOrAdd((NameOf(instrument), labels.ToString()), static _ => new Series());
    }

    private static string NameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + instrument.Unit switch { "s" => "_seconds", _ => "" } + (instrument is Counter<long> ? "_total" : "");

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help.ReplaceLineEndings(" ")).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Gauge(StringBuilder text, string name, string help, double value)
    {
        Head(text, name, name.EndsWith("_total", StringComparison.Ordinal) ? "counter" : "gauge", help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    /// <summary>What one combination of labels has counted.</summary>
    private sealed class Series
    {
        private readonly long[] _within = new long[Bounds.Length];
        private readonly Lock _lock = new();
        private double _sum;
        private long _count;

        public void Record(double value)
        {
            lock (_lock)
            {
                _sum += value;
                _count++;
                for (int i = Bounds.Length - 1; i >= 0 && value <= Bounds[i]; i--) _within[i]++;
            }
        }

        public void Add(long value)
        {
            lock (_lock) _sum += value;
        }

        public void Write(StringBuilder text, string name, string labels, bool measured)
        {
            lock (_lock)
            {
                string more = labels.Length > 0 ? labels + "," : "", all = labels.Length > 0 ? "{" + labels + "}" : "";
                if (!measured)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{all} {_sum}\n");
                    return;
                }

                for (int i = 0; i < Bounds.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"{Bounds[i]}\"}} {_within[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"+Inf\"}} {_count}\n{name}_sum{all} {_sum}\n{name}_count{all} {_count}\n");
            }
        }
    }
}
