namespace Mingzhang.Publishing.Html;

/// <summary>The page's style sheet and script, kept as files of their own.</summary>
internal static class PageParts
{
    public static string Style { get; } = Load("report.css");

    public static string Script { get; } = Load("report.js");

    private static string Load(string name)
    {
        using Stream stream = typeof(PageParts).Assembly.GetManifestResourceStream("Html/" + name)
            ?? throw new InvalidOperationException($"the program was built without Html/{name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
