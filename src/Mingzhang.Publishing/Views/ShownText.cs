using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mingzhang.Publishing.Views;

/// <summary>Reads texts of documents so that they can be shown: characters that markup or the reader's eye cannot have become U+FFFD, each one for one.</summary>
internal sealed class ShownText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? Clean(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    internal static string Clean(string text)
    {
        foreach (char c in text)
        {
            if (IsUnfit(c)) return string.Create(text.Length, text, static (to, from) =>
            {
                for (int i = 0; i < from.Length; i++) to[i] = IsUnfit(from[i]) ? '\ufffd' : from[i];
            });
        }

        return text;
    }

    // Characters that turn the direction of the text could show a figure other than the one checked.
    private static bool IsUnfit(char c) =>
        c is (< ' ' and not ('\t' or '\n')) or (>= '\u007f' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufffe' or '\uffff';
}
