using System.Globalization;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Inputs;

/// <summary>Sizes as users write them: <c>64MB</c>, <c>500k</c>, <c>1048576</c>.</summary>
internal static class FileSize
{
    /// <summary>Bytes of a size.</summary>
    public static long Parse(string text)
    {
        string number = text.Trim().TrimEnd('b', 'B', 'i');
        long unit = 1;
        if (number.Length > 0)
        {
            unit = char.ToLowerInvariant(number[^1]) switch { 'k' => 1L << 10, 'm' => 1L << 20, 'g' => 1L << 30, _ => 1 };
            if (unit > 1) number = number[..^1];
        }

        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0 && value <= long.MaxValue / unit) return value * unit;
        throw new UsageException(new Text($"--max-size 应是大小，如 64MB，不能是 {text}", $"--max-size is a size such as 64MB, not {text}"));
    }
}
