using System.Text.Json;
using Mingzhang.Core.Sources;

namespace Mingzhang.Publishing.Sarif;

/// <summary>Places in SARIF: lines and columns are 1-based, the end column is one past the last character.</summary>
internal static class SarifLocation
{
    /// <summary>Writes <c>physicalLocation</c>: the document, and the stretch where there is one.</summary>
    public static void Write(Utf8JsonWriter json, string file, int artifact, TextSpan span, string? snippet)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(file));
        json.WriteNumber("index", artifact);
        json.WriteEndObject();
        if (span.IsSome)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", span.Line);
            json.WriteNumber("startColumn", span.Column + 1);
            json.WriteNumber("endLine", span.EndLine);
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
