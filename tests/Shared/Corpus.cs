namespace Mingzhang.Tests.Shared;

/// <summary>The published documents and their references, in a folder <c>shared</c> beside the repository. They are not part of it.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>Why tests that need the corpus are skipped; null where it is there.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Path.Combine(Folder, "corpus")) ? null : $"needs the published documents in {Folder}";

    /// <summary>The text documents, in name order; empty where there is no corpus.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        Missing is null ? [.. Directory.GetFiles(Path.Combine(Folder, "corpus"), "*.txt").Order(StringComparer.Ordinal)] : [];

    /// <summary>The text documents that are final accounts.</summary>
    public static IReadOnlyList<string> FinalAccounts { get; } = [.. Documents.Where(d => d.EndsWith("-accounts.txt", StringComparison.Ordinal))];

    /// <summary>A file below the folder: <c>At("truth", "x.json")</c>.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);
}
