using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Engine;

/// <summary>Makes findings and evidence that carry the document's own characters.</summary>
internal static class Marking
{
    /// <summary>A finding at a stretch of the document.</summary>
    internal static Finding Mark(this CheckContext context, string rule, Severity severity, TextSpan span, string variant = "") =>
        new()
        {
            Rule = rule,
            Severity = severity,
            Variant = variant,
            Where = new Place(span, null, context.SectionAt(span.Line)?.Id),
            Quote = context.Disclosure.Source.Quote(span),
        };

    /// <summary>A finding at a field of a table.</summary>
    internal static Finding Mark(this CheckContext context, string rule, Severity severity, Field field, string variant = "") =>
        context.Mark(rule, severity, field.Span, variant) with { Stated = field.Text };

    /// <summary>The same finding with a value for a placeholder of its wording.</summary>
    internal static Finding With(this Finding finding, string name, Text value) =>
        finding with { Arguments = finding.Arguments.With(name, value) };

    /// <summary>The same finding with what supports it.</summary>
    internal static Finding Because(this Finding finding, IEnumerable<Evidence> evidence) =>
        finding with { Evidence = finding.Evidence.AddRange(evidence) };

    /// <summary>The same finding with what supports it.</summary>
    internal static Finding Because(this Finding finding, params ReadOnlySpan<Evidence> evidence) =>
        finding with { Evidence = finding.Evidence.AddRange(ImmutableArray.Create(evidence)) };

    /// <summary>A field as evidence.</summary>
    internal static Evidence AsEvidence(this Field field, Text? note = null) => new(new Place(field.Span), field.Text, note);

    /// <summary>A claim as evidence.</summary>
    internal static Evidence AsEvidence(this Claim claim, Text? note = null) =>
        new(new Place(claim.Span, claim.Subject.Address, claim.Section), claim.Value is { } value ? value.ToString() + claim.Unit : "", note ?? claim.Subject.Name);

    /// <summary>A cell as evidence.</summary>
    internal static Evidence AsEvidence(this Cell cell, Address address, Text? note = null) => new(new Place(cell.Span, address), cell.Text, note);

    /// <summary>A stretch of the text as evidence, with its own characters.</summary>
    internal static Evidence EvidenceAt(this CheckContext context, TextSpan span, Text? note = null) =>
        new(new Place(span, null, context.SectionAt(span.Line)?.Id), context.Disclosure.Source.Quote(span), note);

    /// <summary>The innermost section around a line; null if it stands in none.</summary>
    internal static Section? SectionAt(this CheckContext context, int line)
    {
        Section? inner = null;
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Heading.Line <= line && line <= section.LastLine && (inner is null || section.Heading.Line >= inner.Heading.Line)) inner = section;
        }

        return inner;
    }

    /// <summary>Whether the document is a template that was not filled in: forms without a single figure.</summary>
    internal static bool IsBlank(this CheckContext context) =>
        context.Disclosure.Statements.Length > 0 && context.Disclosure.Statements.All(s => s.Rows.All(r => r.Cells.IsEmpty && r.UnreadColumns.IsEmpty) && s.Unread.IsEmpty);

    /// <summary>Whether the edition asks something (<see cref="Core.Statutes.Owed"/>) of a section.</summary>
    internal static bool Owes(this CheckContext context, string topic, string what) => context.Edition.Section(topic)?.Owes.Contains(what) == true;

    /// <summary>The section of a topic; null if the document has none.</summary>
    internal static Section? SectionOf(this CheckContext context, string topic)
    {
        foreach (Section section in context.Disclosure.Outline)
        {
            if (section.Topic == topic) return section;
        }

        return null;
    }

    /// <summary>The stretch of a line without the white space around it.</summary>
    internal static TextSpan LineSpan(this CheckContext context, int line)
    {
        ReadOnlySpan<char> text = context.Disclosure.Source.Lines[line - 1];
        int start = text.Length - text.TrimStart().Length;
        return TextSpan.InLine(line, start, text.Trim().Length);
    }
}
