using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>A private temporary folder with the files of an examination; it goes with this.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path, IReadOnlyList<ExaminationFile> files) => (Path, Files) = (path, files);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The files in it, under their names.</summary>
    public IReadOnlyList<ExaminationFile> Files { get; }

    /// <summary>Writes the files of an examination, all or one.</summary>
    /// <param name="store">Where they are kept.</param>
    /// <param name="id">The examination.</param>
    /// <param name="only">The number of the one wanted; null for all.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<WorkFolder> Of(ExaminationStore store, Guid id, int? only, CancellationToken cancel)
    {
        IReadOnlyList<ExaminationFile> files = [.. (await store.Files(id, cancel)).Where(f => only is null || f.Number == only)];
        // Only its owner enters it.
        var folder = new WorkFolder(TemporaryFiles.Folder(), files);
        try
        {
            foreach (ExaminationFile file in files)
            {
                await using FileStream content = File.Create(System.IO.Path.Combine(folder.Path, file.Name));
                await store.CopyFile(id, file.Number, content, cancel);
            }

            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program that is being ended may still write; the system clears its folder of temporary files.
        }
    }
}
