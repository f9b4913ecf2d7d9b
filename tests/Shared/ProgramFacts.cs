namespace Mingzhang.Tests.Shared;

/// <summary>Programs that some tests need.</summary>
internal static class Programs
{
    /// <summary>Why tests that need a program are skipped; null where it is installed.</summary>
    public static string? Missing(params string[] programs)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] missing = [.. programs.Where(p => !folders.Any(f => File.Exists(Path.Combine(f, p))))];
        return missing.Length == 0 ? null : $"needs {string.Join(" and ", missing)}";
    }
}

/// <summary>A fact that needs poppler: skipped, not passed, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Programs.Missing("pdftotext");
}

/// <summary>A theory that needs poppler: skipped, not passed, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Programs.Missing("pdftotext");
}

/// <summary>A test that needs poppler and tesseract: skipped, not passed, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TesseractFactAttribute : FactAttribute
{
    public TesseractFactAttribute() => Skip = Programs.Missing("pdftotext", "pdftoppm", "tesseract");
}

/// <summary>A theory that needs LibreOffice and poppler: skipped, not passed, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficeTheoryAttribute : TheoryAttribute
{
    public OfficeTheoryAttribute() => Skip = Programs.Missing("soffice", "pdftotext");
}
