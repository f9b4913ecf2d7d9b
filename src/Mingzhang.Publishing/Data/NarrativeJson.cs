using System.Text.Json;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Publishing.Data;

/// <summary>The explanations' claims, section by section, in the contract's JSON.</summary>
internal static class NarrativeJson
{
    public static void Write(Utf8JsonWriter json, Disclosure disclosure)
    {
        ILookup<string, Claim> claims = disclosure.Claims.ToLookup(c => c.Section);
        json.WriteStartArray("narrative");
        var written = new HashSet<string>();
        foreach (Section section in disclosure.Outline)
        {
            if (!written.Add(section.Id)) continue;
            WriteSection(json, disclosure, section, section.Id, claims[section.Id]);
        }

        foreach (IGrouping<string, Claim> rest in claims.Where(g => !written.Contains(g.Key))) WriteSection(json, disclosure, null, rest.Key, rest);
        json.WriteEndArray();
    }

    private static void WriteSection(Utf8JsonWriter json, Disclosure disclosure, Section? section, string id, IEnumerable<Claim> claims)
    {
        json.WriteStartObject();
        json.WriteString("section", id);
        if (section is not null)
        {
            json.WriteString("title", section.Title);
            ContractWriter.Text(json, "topic", section.Topic);
            ContractWriter.Place(json, disclosure.Source, section.Heading);
        }

        json.WriteStartArray("claims");
        foreach (Claim claim in claims) WriteClaim(json, disclosure, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, Disclosure disclosure, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("kind", ContractWriter.Name(claim.Kind));
        json.WriteString("subject", claim.Subject.Name);
        if (claim.Measure != Measure.Final) json.WriteString("measure", ContractWriter.Name(claim.Measure));
        if (claim.Basis is { } basis) json.WriteString("basis", ContractWriter.Name(basis));
        if (claim.Direction is { } direction) json.WriteString("direction", ContractWriter.Name(direction));
        if (claim.Value is { } value)
        {
            json.WriteString("value", value.ToString());
            json.WriteNumber("decimals", value.Decimals);
        }

        ContractWriter.Text(json, "unit", claim.Unit);
        if (claim.Approximate) json.WriteBoolean("approximate", true);
        ContractWriter.Text(json, "of", claim.Whole?.Name);
        ContractWriter.Text(json, "quote", disclosure.Source.Quote(claim.Span));
        ContractWriter.Place(json, disclosure.Source, claim.Span);
        ContractWriter.Boxes(json, disclosure.Source, claim.ValueSpan.IsSome ? claim.ValueSpan : claim.Span);
        if (claim.Subject.Address is { } address) json.WriteString("address", address.ToString());
        else json.WriteString("key", claim.Subject.Key);
        json.WriteEndObject();
    }
}
