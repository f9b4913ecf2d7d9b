using Mingzhang.Core.Findings;
using Mingzhang.Core.Sources;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Views;

/// <summary>Places as pages show them.</summary>
internal static class PlaceViews
{
    public static PlaceView Of(SourceText source, Place place) => Of(source, place.Span, place.Address?.ToString(), place.Section);

    public static PlaceView Of(SourceText source, TextSpan span, string? address = null, string? section = null)
    {
        Text name = new(Words.Line(source, span, "zh"), Words.Line(source, span, "en"));
        return span.IsSome
            ? new PlaceView(name, address, section, span.Line, span.Column + 1, span.EndLine, span.EndColumn + 1, source.PageOf(span) ?? 0)
            : new PlaceView(name, address, section, 0, 0, 0, 0, 0);
    }
}
