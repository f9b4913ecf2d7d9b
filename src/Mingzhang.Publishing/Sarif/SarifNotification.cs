using System.Text.Json;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Sarif;

/// <summary>A condition of the run: an input that cannot be used, text that could not be read.</summary>
/// <param name="Level">SARIF level.</param>
/// <param name="Message">What it is.</param>
/// <param name="Places">Places in its document.</param>
/// <param name="Span">Where in it.</param>
/// <param name="Text">The text there.</param>
internal sealed record SarifNotification(string Level, string Message, SarifPlaces Places, TextSpan Span, string? Text)
{
    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("level", Level);
        json.WriteStartObject("message");
        json.WriteString("text", Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        Places.Write(json, Span, Text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
