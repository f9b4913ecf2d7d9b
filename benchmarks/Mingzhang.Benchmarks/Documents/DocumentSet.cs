using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Benchmarks.Documents;

/// <summary>The documents that are measured: the published ones beside the repository, else the clean ones of our own making.</summary>
internal static class DocumentSet
{
    private static readonly string Root = FindRoot();
    private static readonly Dictionary<string, string> Paths = Find().ToDictionary(p => Path.GetFileNameWithoutExtension(p)!);

    /// <summary>The statutes, loaded once.</summary>
    public static StatuteBook Statutes { get; } = StatuteBook.Load();

    /// <summary>Names of the documents, the smallest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Paths.OrderBy(p => new FileInfo(p.Value).Length).Select(p => p.Key)];

    /// <summary>A PDF of final accounts with about thirty pages, beside the repository; null where there is none.</summary>
    public static string? Pdf => Path.Combine(Root, "..", "shared", "corpus", "pdf") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*-bmjs.pdf").MaxBy(f => new FileInfo(f).Length) : null;

    /// <summary>The command as it was built.</summary>
    public static string Command => Path.Combine(Root, "src", "Mingzhang.Cli", "bin", "Release", "net10.0", "mingzhang.dll");

    /// <summary>The text of a document.</summary>
    public static string Text(string name) => File.ReadAllText(Paths[name]);

    /// <summary>A document read.</summary>
    public static Disclosure Read(string name) => Read(name, Text(name));

    /// <summary>A text read.</summary>
    public static Disclosure Read(string name, string text)
    {
        ReadResult result = DocumentReader.Read(SourceText.FromString(name, text), Statutes);
        return result.Disclosure ?? throw new InvalidOperationException(result.Problem?.Message.En);
    }

    /// <summary>A document whose attachments (all of part six) stand in it a number of times, every copy under titles of its own.</summary>
    public static string WithAttachments(string name, int times)
    {
        string text = Text(name);
        int part = text.LastIndexOf("第六部分", StringComparison.Ordinal);
        int body = text.IndexOf('\n', part) + 1;
        string attachments = text[body..];
        IEnumerable<string> copies = Enumerable.Range(1, times).Select(i => i == 1 ? attachments : attachments.Replace("自评表", $"（{i}）自评表", StringComparison.Ordinal));
        return text[..body] + string.Join('\n', copies);
    }

    private static string[] Find()
    {
        string corpus = Path.Combine(Root, "..", "shared", "corpus");
        return Directory.Exists(corpus)
            ? Directory.GetFiles(corpus, "*-accounts.txt")
            : Directory.GetFiles(Path.Combine(Root, "tests", "Mingzhang.Product.Tests", "Fixtures"), "clean-*.txt");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("no folder with Mingzhang.slnx above the benchmarks");
    }
}
