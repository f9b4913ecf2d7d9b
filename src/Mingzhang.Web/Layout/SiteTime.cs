using System.Globalization;
using Mingzhang.Core.Findings;
using Mingzhang.Store;

namespace Mingzhang.Web.Layout;

/// <summary>The time that pages tell, wherever the server stands. The configuration's section <c>time</c> sets another zone (<c>time__Zone=Europe/Berlin</c>).</summary>
internal sealed class SiteTime
{
    private const string China = "Asia/Shanghai";

    private readonly TimeZoneInfo _zone;

    private SiteTime(TimeZoneInfo zone, Text name) => (_zone, Name) = (zone, name);

    /// <summary>What the zone is called.</summary>
    public Text Name { get; }

    /// <summary>The time of a zone.</summary>
    /// <param name="zone">Its name in the database of zones; null for China's.</param>
    /// <exception cref="StoreException">There is no such zone.</exception>
    public static SiteTime Of(string? zone)
    {
        // Known without the database of zones: it has no summer time.
        if (string.IsNullOrWhiteSpace(zone) || zone == China) return new SiteTime(TimeZoneInfo.CreateCustomTimeZone(China, TimeSpan.FromHours(8), China, China), new Text("北京时间", "Beijing time"));
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? known)
            ? new SiteTime(known, zone)
            : throw new StoreException(new Text($"设置 time__Zone 中的“{zone}”不是时区名称（如 Asia/Shanghai）", $"time__Zone: \"{zone}\" is not the name of a time zone such as Asia/Shanghai"));
    }

    /// <summary>The day of a moment: <c>2026-03-01</c>.</summary>
    public string Day(DateTime moment) => In(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment: <c>2026-03-01 08:30</c>.</summary>
    public string Minute(DateTime moment) => In(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment for programs: <c>2026-03-01T00:30:00Z</c>.</summary>
    public static string Exact(DateTime moment) => Utc(moment).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private DateTime In(DateTime moment) => TimeZoneInfo.ConvertTimeFromUtc(Utc(moment), _zone);

    // What the database says without a zone is UTC.
    private static DateTime Utc(DateTime moment) => moment.Kind is DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc);
}
