namespace Mingzhang.Store.Jobs;

/// <summary>How often work is started again that did not end by itself. A lost worker is hardly ever the fault of what it worked on, as documents are read in a process of their own.</summary>
public sealed record WorkPatience
{
    /// <summary>How many starts may be lost with their process before the work is given up.</summary>
    public int MostLost { get; init; } = 25;

    /// <summary>How many starts a mistake of the program may end.</summary>
    public int MostBroken { get; init; } = 3;

    /// <summary>How long it waits after the second such start; each further one doubles it. After the first it does not wait.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such wait.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait when so many starts have come to nothing.</summary>
    public TimeSpan PauseAfter(int starts)
    {
        if (starts < 2) return TimeSpan.Zero;
        double wanted = FirstPause.TotalSeconds * Math.Pow(2, Math.Min(starts - 2, 30));
        return wanted < LongestPause.TotalSeconds ? TimeSpan.FromSeconds(wanted) : LongestPause;
    }
}
