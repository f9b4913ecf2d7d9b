using BenchmarkDotNet.Attributes;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Publishing.Data;
using Mingzhang.Publishing.Excel;
using Mingzhang.Publishing.Reports;
using Mingzhang.Publishing.Web;
using Mingzhang.Publishing.Word;

namespace Mingzhang.Benchmarks.Books;

/// <summary>From a book in memory to its files, PDF apart, for an example of usual size and the largest. The data alone (JSON) is the baseline.</summary>
public class PublishBenchmarks
{
    private Book _book = null!;
    private Disclosure _disclosure = null!;

    [Params("jingkai-2023", "donghu-2023")]
    public string Example { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        BookReading reading = BookReader.Read(Path.Combine(Examples(), Example), GeneratedBook.Statutes);
        _book = reading.Book ?? throw new InvalidOperationException($"{Example} is no book");
        _disclosure = Compose();
    }

    [Benchmark]
    public Disclosure Compose() => DisclosureComposer.Compose(_book, AccountsCompiler.Compile(_book)).Disclosure;

    [Benchmark(Baseline = true)]
    public long Json() => Written(stream => ReadJson.Write([Examined.Read(_disclosure.Source.Name, _disclosure)], false, stream, "zh"));

    [Benchmark]
    public long Word() => Written(stream => DocxDocument.Write(_disclosure, stream));

    [Benchmark]
    public long Excel() => Written(stream => Workbook.Write(_disclosure, stream));

    [Benchmark]
    public long Web() => Written(stream => WebPage.Write(_disclosure, stream));

    [Benchmark]
    public long WholeDisclosure()
    {
        Disclosure disclosure = Compose();
        return Written(stream => DocxDocument.Write(disclosure, stream)) + Written(stream => Workbook.Write(disclosure, stream)) + Written(stream => WebPage.Write(disclosure, stream))
            + Written(stream => ReadJson.Write([Examined.Read(disclosure.Source.Name, disclosure)], false, stream, "zh"));
    }

    private static long Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.Length;
    }

    private static string Examples()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "examples"))) return Path.Combine(folder.FullName, "examples");
        }

        throw new DirectoryNotFoundException("no folder examples above the program");
    }
}
