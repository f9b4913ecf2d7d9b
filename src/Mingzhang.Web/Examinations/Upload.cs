using Mingzhang.Core.Findings;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>Why an upload is refused.</summary>
/// <param name="status">The answer's status.</param>
/// <param name="said">What to tell the visitor.</param>
internal sealed class UploadRefused(int status, Text said) : Exception(said.En)
{
    /// <summary>The answer's status.</summary>
    public int Status { get; } = status;

    /// <summary>What to tell the visitor.</summary>
    public Text Said { get; } = said;
}

/// <summary>The files of an upload, in temporary files that go with it.</summary>
/// <param name="Files">The files.</param>
/// <param name="Fields">The form's other fields.</param>
internal sealed record Upload(IReadOnlyList<GivenFile> Files, IReadOnlyDictionary<string, string> Fields) : IAsyncDisposable
{
    /// <summary>Whether the files are parts of one disclosure.</summary>
    public bool AsOne => Files.Count > 1 && Fields.GetValueOrDefault("together") != "no";

    public async ValueTask DisposeAsync()
    {
        foreach (GivenFile file in Files) await file.Content.DisposeAsync();
    }
}
