using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Product.Tests;

/// <summary>The way of a text through the product: read, then checked.</summary>
internal static class Pipeline
{
    public static StatuteBook Statutes { get; } = StatuteBook.Load();

    /// <summary>Reads a text.</summary>
    public static ReadResult Read(string name, string text) => DocumentReader.Read(SourceText.FromString(name, text), Statutes);

    /// <summary>Reads a text that must be a disclosure.</summary>
    public static Disclosure Disclosure(string name, string text)
    {
        ReadResult result = Read(name, text);
        return result.Disclosure ?? throw new InvalidOperationException($"{name}: {result.Problem?.Message.En}");
    }

    /// <summary>Reads and checks a text that must be a disclosure.</summary>
    public static CheckResult Check(string name, string text) => Checker.Check(Disclosure(name, text));

    /// <summary>Whether a finding says that the document is wrong.</summary>
    public static bool IsLoud(Finding finding) => finding.Severity is Severity.Error or Severity.Warning;

    /// <summary>A finding in a line, for messages of failed tests.</summary>
    public static string Describe(Finding finding) =>
        $"{finding.Severity} {finding.Rule}/{finding.Variant} {finding.Where.Address?.ToString() ?? finding.Where.Section} line {finding.Where.Span.Line}: “{finding.Quote}” stated {finding.Stated}, expected {finding.Expected} [{string.Join("; ", finding.Evidence.Select(e => $"{e.Note}={e.Value}"))}]";
}
