namespace Mingzhang.Web.Examinations;

/// <summary>What visitors may use; the configuration's section <c>check</c> sets other values (<c>check__FileBytes=…</c>).</summary>
public sealed record ExaminationLimits
{
    /// <summary>Largest file.</summary>
    public long FileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>All files of an upload together.</summary>
    public long UploadBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Most files of an upload.</summary>
    public int Files { get; init; } = 20;

    /// <summary>Most uploads of a visit in an hour.</summary>
    public int VisitUploads { get; init; } = 60;

    /// <summary>Most uploads from an address in an hour: an office shares one.</summary>
    public int AddressUploads { get; init; } = 300;

    /// <summary>Room for the files of a visit.</summary>
    public long VisitBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Room for the files that an address gave within a day.</summary>
    public long AddressBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Room for the files of all visits.</summary>
    public long AllBytes { get; init; } = 20L * 1024 * 1024 * 1024;

    /// <summary>How long a visit lives when nobody uses it.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Longest time that a check may take; scanned documents take minutes.</summary>
    public TimeSpan CheckTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Longest time that an export or the picture of a page may take.</summary>
    public TimeSpan ExportTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Largest result of a check or export.</summary>
    public long ResultBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Megabytes, for people.</summary>
    public static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
