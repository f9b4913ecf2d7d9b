using System.Collections.Immutable;
using System.Text.Json;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Sarif;

/// <summary>
/// Places in a document as SARIF has them: lines and columns are 1-based, the end column is one past the last character. In a document of several files the
/// lines are those of the file.
/// </summary>
/// <param name="Paths">The paths of the document's files.</param>
/// <param name="FirstArtifact">The number of the first of them in the run.</param>
/// <param name="Files">Where the files begin in the document's text; empty for a single file.</param>
internal sealed record SarifPlaces(ImmutableArray<string> Paths, int FirstArtifact, ImmutableArray<SourceFile> Files)
{
    /// <summary>Writes <c>physicalLocation</c>: the file, and the stretch where there is one.</summary>
    public void Write(Utf8JsonWriter json, TextSpan span, string? snippet)
    {
        int file = 0;
        for (int i = 1; i < Files.Length && Paths.Length == Files.Length && Files[i].FirstLine <= span.Line; i++) file = i;
        int before = Paths.Length == Files.Length && span.IsSome ? Files[file].FirstLine - 1 : 0;
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(Paths[file]));
        json.WriteNumber("index", FirstArtifact + file);
        json.WriteEndObject();
        if (span.IsSome)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", span.Line - before);
            json.WriteNumber("startColumn", span.Column + 1);
            json.WriteNumber("endLine", span.EndLine - before);
            json.WriteNumber("endColumn", span.EndColumn + 1);
            if (!string.IsNullOrEmpty(snippet))
            {
                json.WriteStartObject("snippet");
                json.WriteString("text", snippet);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A path as a URI reference: relative as given, or a file URI for an absolute path.</summary>
    public static string UriOf(string file)
    {
        string path = file.Replace('\\', '/');
        string escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (path.StartsWith('/')) return "file://" + escaped;
        return escaped.Replace("%3A", ":", StringComparison.Ordinal) is var drive && drive.Length > 2 && drive[1] == ':' && drive[2] == '/' ? "file:///" + drive : escaped;
    }
}
