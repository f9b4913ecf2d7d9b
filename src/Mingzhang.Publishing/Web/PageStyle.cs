namespace Mingzhang.Publishing.Web;

/// <summary>The page's style sheet, kept as a file of its own.</summary>
internal static class PageStyle
{
    public static string Text { get; } = Load();

    private static string Load()
    {
        using Stream stream = typeof(PageStyle).Assembly.GetManifestResourceStream("Web/page.css") ?? throw new InvalidOperationException("the program was built without Web/page.css");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
