namespace Mingzhang.Web.Layout;

/// <summary>Marks an address that takes forms and has no page; the page that has the forms is one part of the path above it.</summary>
internal sealed class FormsOnly
{
    /// <summary>The mark.</summary>
    public static FormsOnly Mark { get; } = new();
}
