using System.Collections;
using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace Mingzhang.Web.Jobs;

/// <summary>What the scheduler keeps with a job is names and texts, nothing else: no types are named in the database, and none are made from it.</summary>
internal sealed class TextObjects : IObjectSerializer
{
    public void Initialize()
    {
        // Nothing to prepare.
    }

    public byte[] Serialize<T>(T obj)
        where T : class
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        switch (obj)
        {
            case NameValueCollection names:
                foreach (string? name in names.AllKeys) texts[name ?? ""] = names[name];
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map) texts[(string)entry.Key] = (string?)entry.Value;
                break;
            default:
                throw new NotSupportedException($"a job keeps no {typeof(T)}");
        }

        return JsonSerializer.SerializeToUtf8Bytes(texts);
    }

    public T? DeSerialize<T>(byte[] data)
        where T : class
    {
        Dictionary<string, string?> texts = JsonSerializer.Deserialize<Dictionary<string, string?>>(data) ?? [];
        if (typeof(T).IsAssignableFrom(typeof(NameValueCollection)))
        {
            var names = new NameValueCollection();
            foreach ((string name, string? text) in texts) names[name] = text;
            return (T)(object)names;
        }

        return texts as T ?? throw new NotSupportedException($"a job keeps no {typeof(T)}");
    }
}
