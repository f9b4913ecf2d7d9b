using System.Globalization;
using BenchmarkDotNet.Attributes;
using Mingzhang.Core.Figures;

namespace Mingzhang.Benchmarks.Figures;

/// <summary>Reading the figures of a form; the framework's own parsing of plain numbers is the lower bound.</summary>
public class PrintedBenchmarks
{
    private static readonly string[] Figures = ["1162.58", "821.57", "0.93", "402", "1,292.57", "95,096.14", "-21.3", "行政运行", "2013101", "8.2%"];

    [Benchmark(Baseline = true)]
    public decimal DecimalParse()
    {
        decimal sum = 0;
        foreach (string text in Figures)
        {
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)) sum += value;
        }

        return sum;
    }

    [Benchmark]
    public decimal Parse()
    {
        decimal sum = 0;
        foreach (string text in Figures)
        {
            if (Printed.TryParse(text, out Printed figure)) sum += figure.Value;
        }

        return sum;
    }

    [Benchmark]
    public decimal ParseAndWiden()
    {
        decimal sum = 0;
        foreach (string text in Figures)
        {
            if (Printed.TryParse(text, out Printed figure)) sum += figure.ToInterval().High;
        }

        return sum;
    }
}
