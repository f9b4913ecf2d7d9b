using System.Text;

namespace Mingzhang.Statutes.Data;

/// <summary>The files of <c>forms/</c>: those inside the program, over which a folder of the user's is laid.</summary>
internal sealed class StatuteFiles
{
    private const string Root = "forms/";
    private const long MaxOverlayBytes = 16 * 1024 * 1024;

    // One more than the deepest file that is read, so that a file put too deep is seen.
    private static readonly EnumerationOptions Search = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = false };

    private readonly SortedSet<string> _embedded = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _overlaid = new(StringComparer.Ordinal);
    private readonly string? _overlay;

    /// <summary>Lists the files.</summary>
    /// <exception cref="StatuteException">The overlay is no folder that can be read.</exception>
    internal StatuteFiles(string? overlay)
    {
        foreach (string name in typeof(StatuteFiles).Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Root, StringComparison.Ordinal)) _embedded.Add(name[Root.Length..].Replace('\\', '/'));
        }

        if (overlay is null) return;
        _overlay = overlay;
        if (!Directory.Exists(overlay)) throw new StatuteException(overlay, 0, 0, "没有这个文件夹", "there is no such folder");
        try
        {
            foreach (string path in Directory.EnumerateFiles(overlay, "*", Search))
            {
                if (Path.GetExtension(path) is ".yaml" or ".csv") _overlaid.Add(Path.GetRelativePath(overlay, path).Replace('\\', '/'));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StatuteException(overlay, 0, 0, $"不能读取：{error.Message}", $"cannot be read: {error.Message}");
        }

        RefuseUseless();
    }

    /// <summary>Paths below a folder (<c>final-accounts/2023/</c>) from both sources, in order, each once.</summary>
    internal IEnumerable<string> Below(string folder) =>
        _embedded.Union(_overlaid).Where(p => p.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The file's versions, the program's first: each with its name for messages.</summary>
    internal IEnumerable<(string Name, TextReader Text)> Open(string path)
    {
        if (_embedded.Contains(path)) yield return (Root + path, Embedded(path));
        if (_overlaid.Contains(path)) yield return (Path.Combine(_overlay!, path), Overlay(Path.Combine(_overlay!, path)));
    }

    /// <summary>A folder of which nothing is read, and a file in the wrong place, are mistakes that must not pass in silence.</summary>
    private void RefuseUseless()
    {
        if (_overlaid.Count == 0)
            throw new StatuteException(_overlay!, 0, 0, "文件夹中没有表式数据（docs/forms.md）", "the folder holds no data on the forms (docs/forms.md)");
        foreach (string path in _overlaid)
        {
            string file = Path.Combine(_overlay!, path);
            if (!StatutePaths.TryPlace(path, out string? edition))
                throw new StatuteException(file, 0, 0, "这个位置的文件不会被读取（docs/forms.md）", "a file in this place is not read (docs/forms.md)");
            string about = $"{edition}/edition.yaml";
            if (edition is not null && !_overlaid.Contains(about) && !_embedded.Contains(about))
                throw new StatuteException(file, 0, 0, $"版本 {edition} 没有 edition.yaml", $"the edition {edition} has no edition.yaml");
        }
    }

    private static StreamReader Embedded(string path) =>
        new(typeof(StatuteFiles).Assembly.GetManifestResourceStream(Root + path)!, Encoding.UTF8);

    private static StringReader Overlay(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxOverlayBytes) throw new StatuteException(path, 0, 0, $"文件超过 {MaxOverlayBytes / 1024 / 1024} MB", $"larger than {MaxOverlayBytes / 1024 / 1024} MB");
            return new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new StatuteException(path, 0, 0, "不是 UTF-8 编码", "not in UTF-8");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StatuteException(path, 0, 0, $"不能读取：{error.Message}", $"cannot be read: {error.Message}");
        }
    }
}
