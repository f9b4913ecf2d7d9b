using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Product.Tests.CleanDisclosure;
using Mingzhang.Reading;
using Xunit.Abstractions;

namespace Mingzhang.Product.Tests.Mutation;

public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly string Page = Repository.At("docs", "mutation.md");

    // Prime to the number of mutants of a figure, so that the sample has every operation.
    private const int SampleStep = 3;

    [Fact]
    public void Nearly_every_wrong_figure_that_something_binds_is_caught_in_both_layouts()
    {
        LayoutFates[] layouts =
        [
            new("Cells parted by tabs", CleanDocument.Tabbed.Name, "paragraphs on one line; every mutant", Run(CleanDocument.Tabbed, 1)),
            new("Cells parted by blanks", CleanDocument.Spaced.Name, $"empty cells gone, captions and paragraphs wrapped, page numbers in the text, amounts in prose without trailing zeros; every {SampleStep}rd mutant", Run(CleanDocument.Spaced, SampleStep)),
        ];
        string report = MutationReport.Write(layouts);
        output.WriteLine(report);
        if (Environment.GetEnvironmentVariable("MINGZHANG_WRITE_FIXTURES") == "1") File.WriteAllText(Page, report);
        Assert.All(layouts, layout =>
        {
            Assert.True(layout.Bound.Length > 600, report);
            Assert.True(layout.Bound.Count(f => f.Caught) >= 0.95 * layout.Bound.Length, report);
        });
        Assert.True(File.Exists(Page) && File.ReadAllText(Page) == report, "docs/mutation.md is stale: run MINGZHANG_WRITE_FIXTURES=1 ./test and read what changed");
    }

    private static Fate[] Run(CleanDocument document, int step)
    {
        (int Findings, int Unread) clean = Count(Pipeline.Check(document.Name, document.Text));
        Mutant[] mutants = [.. Mutant.Of(document).Where((_, i) => i % step == 0)];
        var fates = new Fate[mutants.Length];
        Parallel.For(0, mutants.Length, i =>
        {
            ReadResult read = Pipeline.Read(document.Name, mutants[i].Write());
            CheckResult? result = read.Disclosure is null ? null : Checker.Check(read.Disclosure);
            bool caught = result is null || result.Findings.Any(Pipeline.IsLoud);
            fates[i] = new Fate(mutants[i], caught, caught || Count(result!) != clean);
        });
        return fates;
    }

    private static (int Findings, int Unread) Count(CheckResult result)
    {
        Disclosure d = result.Disclosure;
        return (result.Findings.Length, d.Unread.Length + d.Statements.Sum(s => s.Unread.Length) + d.Evaluations.Sum(e => e.Unread.Length));
    }
}
