using System.Globalization;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Commands;

/// <summary>Years as users write them: four digits.</summary>
internal static class YearArgument
{
    public static FiscalYear Parse(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && FiscalYear.IsPlausible(year)
            ? new FiscalYear(year)
            : throw new UsageException(new Text($"{name} 应是年份，不能是 {text}", $"{name} is a year, not {text}"));
}
