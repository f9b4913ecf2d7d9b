using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mingzhang.Publishing.Views;

/// <summary>The views as JSON, written and read by code made at build. Empty members are left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CheckView))]
public sealed partial class ViewJson : JsonSerializerContext
{
    /// <summary>For writing: Chinese stays readable. The output is a file or a stream, never part of a page.</summary>
    public static ViewJson Readable { get; } = new(Made());

    /// <summary>For reading what is to be shown: characters that are not fit for it are replaced.</summary>
    public static ViewJson Shown { get; } = new(Made(new ShownText()));

    private static JsonSerializerOptions Made(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (JsonConverter converter in converters) options.Converters.Add(converter);
        return options;
    }
}
