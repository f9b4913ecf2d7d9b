using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Facts;

/// <summary>What readers call a cell or a claim.</summary>
internal static class FigureNames
{
    /// <summary><c>公开05“死亡抚恤”(2080801)小计</c>; for a claim <c>文字“…”</c>.</summary>
    public static Text Of(in Occurrence occurrence, Edition edition) =>
        occurrence.Claim is { } claim ? OfClaim(claim.Subject.Name[(claim.Subject.Name.LastIndexOf('/') + 1)..]) : OfCell(occurrence, edition);

    private static Text OfClaim(string name) => new($"文字“{name}”", $"the text's “{name}”");

    private static Text OfCell(in Occurrence occurrence, Edition edition)
    {
        Text other = occurrence.Link?.Name ?? "";
        if (occurrence.Link is { } link) edition = link.Disclosure.Edition;
        Text row = Row(occurrence, edition);
        string column = Column(occurrence.Address, edition);
        Text form = FormNames.Of(edition, occurrence.Address.Form);
        return new Text(
            $"{other.Zh}{form.Zh}{row.Zh}{column}",
            $"{other.En}{form.En} {row.En}{(row.En.Length > 0 && column.Length > 0 ? " " : "")}{column}".TrimEnd());
    }

    /// <summary>What a claim speaks of: the last of a classification's names, or the claim's own words where the subject has no name.</summary>
    public static string OfSubject(Claim claim, Disclosure disclosure)
    {
        string name = claim.Subject.Name;
        int slash = name.LastIndexOf('/');
        if (slash >= 0) name = name[(slash + 1)..];
        return name.Length > 0 && !char.IsAscii(name[0]) ? name : string.Concat(disclosure.Source.Quote(claim.Span).Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>A row by its key, as the form prints it.</summary>
    public static Text RowOf(string form, string key, string caption, Edition edition)
    {
        if (key.Length == 0) return "";
        bool line = edition.Form(form)?.Shape is FormShape.Lines;
        caption = caption.Replace(" ", "", StringComparison.Ordinal);
        string name = caption.Length > 0 ? caption : line ? edition.Form(form)?.Line(key)?.Caption ?? "" : edition.Functional.Find(key)?.Name ?? edition.Economic.Find(key)?.Name ?? "";
        if (line && edition.Form(form) is { PrintsLineNumbers: false }) return $"“{name}”";
        if (line) return new Text($"第{key}行“{name}”", $"line {key} “{name}”");
        return name.Length == 0 || name == key ? $"“{key}”" : new Text($"“{name}”({key})", $"“{name}” ({key})");
    }

    /// <summary>The figures of a constraint as a sum, quotient or comparison: <c>43.66÷1132.98</c>.</summary>
    public static string Formula(FactNetwork network, in Constraint constraint)
    {
        ReadOnlySpan<Part> parts = network.PartsOf(constraint);
        switch (constraint.Shape)
        {
            case Shape.Quotient:
                return $"{Text(network, parts[1], parts[2])}÷{Text(network, parts[2], parts[1])}";
            case Shape.GrowthByBasis:
                return $"{Text(network, parts[1], parts[2])}÷{Text(network, parts[2], parts[1])}－1";
            case Shape.GrowthByChange:
                return $"{Text(network, parts[1], parts[2])}÷({Text(network, parts[2], parts[1])}{(parts[1].Sign > 0 ? '－' : '＋')}{Text(network, parts[1], parts[2])})";
            case Shape.CompletionByChange:
                return $"{Text(network, parts[2], parts[1])}÷({Text(network, parts[2], parts[1])}{(parts[1].Sign > 0 ? '－' : '＋')}{Text(network, parts[1], parts[2])})";
            default:
                var sum = new System.Text.StringBuilder();
                for (int i = constraint.Left; i < parts.Length; i++)
                {
                    if (network[parts[i].Occurrence].Value == 0 && parts.Length > 3) continue;
                    bool minus = parts[i].Sign == parts[0].Sign;
                    if (sum.Length > 0 || minus) sum.Append(minus ? '－' : '＋');
                    sum.Append(Text(network, parts[i]));
                }

                return sum.Length == 0 ? "0" : sum.ToString();
        }
    }

    private static string Text(FactNetwork network, Part part) => network[part.Occurrence] is { Kind: OccurrenceKind.Blank } ? "0" : TextIn(network[part.Occurrence]);

    /// <summary>A cell in the unit of the text's amount that it stands beside.</summary>
    private static string Text(FactNetwork network, Part part, Part beside)
    {
        ref readonly Occurrence own = ref network[part.Occurrence];
        return own.Kind is OccurrenceKind.Cell && network[beside.Occurrence] is { Claim: { Value: { Value: not 0 } value } claim } other && other.Value != value.Value
            ? Engine.Figures.Plain(own.Value / (other.Value / value.Value)) + claim.Unit
            : Text(network, part);
    }

    // Where the text counts in another unit than the forms, its figures keep their unit; a cell in another unit stands by its value.
    private static string TextIn(in Occurrence occurrence) => occurrence switch
    {
        { Claim: { Value: { } value } claim } when value.Value != occurrence.Value => occurrence.Text + claim.Unit,
        { Cell.Figure: { } figure } when figure.Value != occurrence.Value => Engine.Figures.Plain(occurrence.Value),
        _ => occurrence.Text,
    };

    private static Text Row(in Occurrence occurrence, Edition edition) =>
        edition.Form(occurrence.Address.Form)?.Shape is FormShape.SingleRow
            ? ""
            : RowOf(occurrence.Address.Form, occurrence.Address.Row, occurrence.Row?.Caption ?? "", edition);

    private static string Column(in Address address, Edition edition)
    {
        if (edition.Form(address.Form) is not { } form || form.Column(address.Column) is not { } column) return "";
        if (form.Shape is FormShape.EconomicBlocks || form.Columns.Length == 1) return "";
        if (form.Shape is FormShape.Lines && form.Line(address.Row) is { Columns.Length: 1 }) return "";
        return form.Shape is FormShape.SingleRow ? string.Join(' ', column.Captions.Distinct()) : column.Caption;
    }
}
