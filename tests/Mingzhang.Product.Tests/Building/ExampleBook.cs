using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Product.Tests.Building;

/// <summary>The books under <c>examples/</c>.</summary>
internal static class ExampleBook
{
    /// <summary>Their names, which are those of the published documents: <c>jingkai-2023</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Repository.At("examples")).Where(f => File.Exists(Path.Combine(f, "unit.yaml"))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Reads one, with all the checks that a build makes.</summary>
    public static Book Read(string name)
    {
        BookReading reading = BookReader.Read(Repository.At("examples", name), Pipeline.Statutes);
        Book book = reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems.Select(p => $"{p.File}:{p.Row} {p.Message.En}")));
        BookProblem? wrong = BookChecks.Check(book).FirstOrDefault(p => p.Severity == Severity.Error);
        return wrong is null ? book : throw new InvalidOperationException($"{wrong.File}:{wrong.Row} {wrong.Message.En}");
    }

    /// <summary>Its disclosure.</summary>
    public static Disclosure Compose(string name)
    {
        Book book = Read(name);
        return DisclosureComposer.Compose(book, AccountsCompiler.Compile(book)).Disclosure;
    }
}
