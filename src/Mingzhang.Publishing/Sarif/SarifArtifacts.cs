using System.Text.Json;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Sarif;

/// <summary>The files of a run, numbered in order.</summary>
internal sealed class SarifArtifacts
{
    private readonly List<string> _files = [];

    /// <summary>Adds the files of a document.</summary>
    public SarifPlaces Add(Examined document)
    {
        var places = new SarifPlaces(document.Paths, _files.Count, document.Disclosure?.Source.Files ?? []);
        _files.AddRange(document.Paths);
        return places;
    }

    /// <summary>Writes <c>artifacts</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("artifacts");
        foreach (string file in _files)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", SarifPlaces.UriOf(file));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
