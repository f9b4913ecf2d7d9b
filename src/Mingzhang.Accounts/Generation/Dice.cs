namespace Mingzhang.Accounts.Generation;

/// <summary>Pseudo-random numbers that are the same on every machine and in every version (splitmix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15 + 0x1234567);

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between two, both included.</summary>
    internal long Between(long low, long high) => low + (long)(Next() % (ulong)(high - low + 1));

    /// <summary>An amount in 分 as vouchers have them: mostly small, sometimes large.</summary>
    internal long Cents()
    {
        long scale = Below(10) switch { < 4 => 50_000, < 8 => 500_000, < 9 => 2_000_000, _ => 8_000_000 };
        return Between(1_000, scale);
    }

    private ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
