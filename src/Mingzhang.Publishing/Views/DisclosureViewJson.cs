using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mingzhang.Publishing.Views;

/// <summary>Writes and reads views of disclosures as JSON in UTF-8.</summary>
public static class DisclosureViewJson
{
    // The result is data, never part of a page: Chinese stays readable.
    private static readonly DisclosureViewContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a view.</summary>
    public static void Write(DisclosureView view, Stream stream) => JsonSerializer.Serialize(stream, view, Context.DisclosureView);

    /// <summary>A view as bytes.</summary>
    public static byte[] Write(DisclosureView view) => JsonSerializer.SerializeToUtf8Bytes(view, Context.DisclosureView);

    /// <summary>Writes the views of several documents.</summary>
    public static void Write(IEnumerable<DisclosureView> views, Stream stream) => JsonSerializer.Serialize(stream, [.. views], Context.ImmutableArrayDisclosureView);

    /// <summary>Reads a view.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static DisclosureView Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.DisclosureView) ?? throw new JsonException("no view");
}

/// <summary>How views are written, made at compile time.</summary>
[JsonSerializable(typeof(DisclosureView))]
[JsonSerializable(typeof(ImmutableArray<DisclosureView>))]
internal sealed partial class DisclosureViewContext : JsonSerializerContext;
