using System.Text.Json;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Publishing.Data;

/// <summary>
/// The particulars: amounts and counts of the year that no form has, by kind and path of the subject's key
/// (<c>vehicles/应急保障用车</c>). Where the text gives a subject more than once, the first is shown here and all are in the narrative.
/// </summary>
internal static class ParticularsJson
{
    private static readonly string[] Kinds = ["staff", "vehicles", "procurement", "overseas", "reception"];
    private static readonly string[] FurtherKinds = ["cars", "equipment", "agencyOperating", "units"];

    public static void Write(Utf8JsonWriter json, Disclosure disclosure)
    {
        ILookup<string, Claim> claims = disclosure.Claims
            .Where(c => c is { Value: not null, Measure: Measure.Final, Kind: ClaimKind.Amount or ClaimKind.Count, Subject.Address: null })
            .ToLookup(c => Split(c.Subject.Key).Kind);
        json.WriteStartObject("particulars");
        foreach (string kind in Kinds) WriteKind(json, disclosure, kind, claims[kind]);
        foreach (string kind in FurtherKinds)
        {
            if (claims.Contains(kind)) WriteKind(json, disclosure, kind, claims[kind]);
        }

        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, Disclosure disclosure, string kind, IEnumerable<Claim> claims)
    {
        json.WriteStartObject(kind);
        foreach (IGrouping<string, Claim> subject in claims.GroupBy(c => Split(c.Subject.Key).Path))
        {
            Claim claim = subject.First();
            json.WriteStartObject(subject.Key);
            json.WriteString("value", claim.Value!.Value.ToString());
            ContractWriter.Text(json, "unit", claim.Unit);
            ContractWriter.Place(json, disclosure.Source, claim.Span);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static (string Kind, string Path) Split(string key)
    {
        int slash = key.IndexOf('/');
        return slash < 0 ? (key, "total") : (key[..slash], key[(slash + 1)..]);
    }
}
