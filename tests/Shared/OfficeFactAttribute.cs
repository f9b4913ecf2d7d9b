namespace Mingzhang.Tests.Shared;

/// <summary>A fact that needs LibreOffice and poppler: skipped, not passed, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = Programs.Missing("soffice", "pdftotext", "pdfinfo");
}
