using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>Writes templates with the book's facts: every figure is written as the tables print it, together with the claim that it makes.</summary>
internal sealed class TemplateWriter(FactBook facts, Wording wording, FactLists lists, Reasons reasons, DisclosureText text)
{
    private const int PercentDecimals = 1;

    private readonly List<(Member Member, int Index)> _members = [];
    private QuotePlace? _place;

    /// <summary>Writes a section's template.</summary>
    internal void Section(string topic, string id)
    {
        text.BeginSection(id);
        _place = topic switch
        {
            "explanations.general.structure" => QuotePlace.Structure,
            "explanations.general.items" => QuotePlace.Item,
            "glossary" => QuotePlace.Glossary,
            _ => null,
        };
        reasons.BeginSection(id);
        Write(wording.Template(topic));
        text.EndLine();
    }

    /// <summary>Writes a template that is no section (cover, contents, the sentences of an attachment) with a member's names.</summary>
    internal void Write(string name, Member? member = null)
    {
        if (member is not null) _members.Add((member, 0));
        Write(wording.Template(name));
        if (member is not null) _members.RemoveAt(_members.Count - 1);
        text.EndLine();
    }

    /// <summary>A template as one line of text, for headings and titles.</summary>
    internal string Line(string name, Member? member = null)
    {
        var line = new DisclosureText();
        new TemplateWriter(facts, wording, lists, reasons, line).Write(name, member);
        return line.Lines.IsEmpty ? "" : line.Lines[0];
    }

    private void Write(ImmutableArray<TemplateNode> nodes)
    {
        foreach (TemplateNode node in nodes)
        {
            switch (node)
            {
                case TemplateText words:
                    text.Write(words.Text);
                    break;
                case TemplateExtent extent:
                    text.BeginExtent();
                    Write(extent.Body);
                    text.EndExtent();
                    break;
                case TemplateValue value:
                    Value(value.Verb, value.Operands);
                    break;
                case TemplateBlock block:
                    Block(block);
                    break;
            }
        }
    }

    private void Block(TemplateBlock block)
    {
        switch (block.Verb)
        {
            case "if":
                Write(Holds(block.Operands) ? block.Body[0] : block.Else);
                break;
            case "each":
                Each(block);
                break;
            case "join":
                Join(block);
                break;
            case "parts":
                (string key, Measure measure) = Split(block.Operands[0]);
                text.BeginParts();
                Write(block.Body[0]);
                text.EndParts(SubjectKey(key, measure), measure, block.Operands.Length < 2);
                break;
        }
    }

    private void Each(TemplateBlock block)
    {
        List<Member> members = Members(block.Operands[0]);
        for (int i = 0; i < members.Count; i++)
        {
            if (i > 0 && block.Operands.Length > 1) text.Write(block.Operands[1]);
            _members.Add((members[i], i));
            Write(block.Body[0]);
            _members.RemoveAt(_members.Count - 1);
        }
    }

    private void Join(TemplateBlock block)
    {
        bool before = false;
        foreach (ImmutableArray<TemplateNode> part in block.Body)
        {
            if (!WritesSomething(part)) continue;
            if (before) text.Write(block.Operands[0]);
            Write(part);
            before = true;
        }
    }

    /// <summary>Whether a part of a join prints anything: its own conditions decide.</summary>
    private bool WritesSomething(ImmutableArray<TemplateNode> nodes) => nodes.Any(n => n switch
    {
        TemplateBlock { Verb: "if" } block => WritesSomething(Holds(block.Operands) ? block.Body[0] : block.Else),
        TemplateBlock { Verb: "each" } block => Members(block.Operands[0]).Count > 0,
        TemplateBlock block => block.Body.Any(WritesSomething),
        TemplateText words => !string.IsNullOrWhiteSpace(words.Text),
        _ => true,
    });

    private List<Member> Members(string list)
    {
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            if (_members[i].Member.Lists?.GetValueOrDefault(list) is { } own) return own;
        }

        return lists.Of(list);
    }

    private void Value(string verb, ImmutableArray<string> operands)
    {
        switch (verb)
        {
            case "value":
                if (Find(operands[0]) is { } fact) Print(fact);
                break;
            case "figure":
                if (Find(operands[0]) is { } figure) text.Write(figure.Figure?.ToString() + figure.Unit);
                break;
            case "change":
                Change(operands[0]);
                break;
            case "growth":
                Growth(operands[0]);
                break;
            case "completion":
                Completion(operands[0]);
                break;
            case "share":
                Share(operands[0], operands[2]);
                break;
            case "none":
                if (Find(operands[0]) is { Subject: { } nothing } absent) text.Write(Claim(ClaimKind.None, nothing, absent.Measure), "", "", "");
                break;
            case "reason":
                text.Write(reasons.Clause(Own(operands[0]), operands[1], Label(operands[0])));
                break;
            case "uses":
                if (reasons.Use(Own(operands[0])) is { Length: > 0 } use) text.Write(operands[1] + use);
                break;
            case "quote" or "names":
                Quote(record: verb == "quote");
                break;
            case "without":
                string name = Find(operands[1])?.Text ?? "";
                text.Write(name.EndsWith(operands[0], StringComparison.Ordinal) ? name[..^operands[0].Length] : name);
                break;
            case "ordinal":
                Ordinal(operands);
                break;
            case "missing":
                reasons.Missing(operands[0], operands[1]);
                break;
        }
    }

    private void Print(Fact fact)
    {
        if (fact.Kind is not { } kind || fact.Subject is not { } subject)
        {
            text.Write(fact.Text);
            return;
        }

        Claim claim = Claim(kind, subject, fact.Measure) with { Value = fact.Figure, Unit = fact.Unit, Basis = kind == ClaimKind.Completion ? Measure.FullYearBudget : null };
        if (fact.Figure is not { } figure) text.Write(claim, fact.Text, "", "");
        else if (fact.Text.Length == 0) text.Write(claim, "", figure.ToString(), fact.Unit);
        else
        {
            string written = figure.ToString();
            int at = fact.Text.IndexOf(written, StringComparison.Ordinal);
            text.Write(claim, fact.Text[..at], written, fact.Text[(at + written.Length)..]);
        }
    }

    private void Change(string operand)
    {
        if (Compared(operand) is not var (subject, now, basis, measure)) return;
        decimal difference = now.Value - basis.Value;
        Claim claim = Claim(ClaimKind.Change, subject, Measure.Final) with { Basis = measure };
        if (difference == 0) text.Write(claim with { Direction = Direction.Level }, facts.Word("level"), "", "");
        else
        {
            var change = new Printed(Math.Abs(difference), now.Decimals);
            text.Write(claim with { Direction = difference > 0 ? Direction.Up : Direction.Down, Value = change, Unit = facts.Word("money") }, facts.Word(difference > 0 ? "up" : "down"), change.ToString(), facts.Word("money"));
        }
    }

    private void Growth(string operand)
    {
        if (Compared(operand) is not var (subject, now, basis, measure) || basis.Value <= 0) return;
        Printed rate = Percent(now.Value - basis.Value, basis.Value);
        var size = new Printed(Math.Abs(rate.Value), rate.Decimals);
        bool up = now.Value > basis.Value;
        text.Write(Claim(ClaimKind.Growth, subject, Measure.Final) with { Basis = measure, Direction = up ? Direction.Up : Direction.Down, Value = size, Unit = facts.Word("percent") }, facts.Word(up ? "grew" : "fell"), size.ToString(), facts.Word("percent"));
    }

    private void Completion(string operand)
    {
        if (Compared(operand) is not var (subject, now, basis, measure) || basis.Value == 0) return;
        Printed rate = Percent(now.Value, basis.Value);
        text.Write(Claim(ClaimKind.Completion, subject, Measure.Final) with { Basis = measure, Value = rate, Unit = facts.Word("percent") }, "", rate.ToString(), facts.Word("percent"));
    }

    private void Share(string part, string whole)
    {
        if (Find(part) is not { Subject: { } subject, Figure: { } some } || Find(whole) is not { Subject: { } of, Figure: { Value: not 0 } all }) return;
        Printed share = Percent(some.Value, all.Value);
        text.Write(Claim(ClaimKind.Share, subject, Measure.Final) with { Whole = of, Value = share, Unit = facts.Word("percent") }, "", share.ToString(), facts.Word("percent"));
    }

    private void Quote(bool record)
    {
        if (_members.FindLast(m => m.Member.Names is not null).Member is not { Names: { } names } member) return;
        string printed = names.Class + facts.Word("class") + (names.Section.Length > 0 ? names.Section + facts.Word("section") : "") + (names.Item.Length > 0 ? names.Item + facts.Word("item") : "");
        string key = _place is QuotePlace.Glossary ? "" : SubjectKey($"{facts.GeneralForm}[{names.Code}].1", Measure.Final);
        text.Quote(names, printed, record ? _place : null, key, _place is QuotePlace.Glossary ? member.Facts.GetValueOrDefault("explanation")?.Text.TrimEnd('。') ?? "" : "");
    }

    private void Ordinal(ImmutableArray<string> operands)
    {
        int number = (_members.Count > 0 ? _members[^1].Index : 0) + 1;
        if (operands.Length > 1) number = lists.Of(operands[1]).Count + 1;
        text.Write(operands.Length == 0 ? number.ToString(CultureInfo.InvariantCulture) : Ordinals.Of(number));
    }

    private bool Holds(ImmutableArray<string> operands)
    {
        bool not = operands[0] == "not";
        ImmutableArray<string> condition = not ? operands[1..] : operands;
        return Condition(condition) != not;
    }

    private bool Condition(ImmutableArray<string> words)
    {
        string operand = words[^1];
        if (words.Length == 1) return Find(operand) is { IsSome: true };
        return words[0] switch
        {
            "known" => Find(operand) is not null,
            "ends" => Find(operand)?.Text.EndsWith(words[1], StringComparison.Ordinal) == true,
            "level" => Compared(operand) is var (_, now, basis, _) && now.Value == basis.Value,
            "changed" => Compared(operand) is var (_, now, basis, _) && now.Value != basis.Value,
            "growth" => Compared(operand) is var (_, now, basis, _) && now.Value != basis.Value && basis.Value > 0,
            "above" => Compared(operand) is var (_, now, basis, _) && now.Value > basis.Value,
            "complete" => Compared(operand) is var (_, now, basis, _) && (basis.Value == 0 ? now.Value == 0 : Percent(now.Value, basis.Value).Value == 100),
            _ => false,
        };
    }

    private (Subject Subject, Printed Now, Printed Basis, Measure Measure)? Compared(string operand)
    {
        (string name, Measure measure) = Split(operand);
        return Find(name) is { Subject: { } subject, Figure: { } now } && Find(operand) is { Figure: { } basis } ? (subject, now, basis, measure) : null;
    }

    private Fact? Find(string operand)
    {
        (string name, Measure measure) = Split(operand);
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            Member member = _members[i].Member;
            if (measure == Measure.Final && member.Facts.TryGetValue(name, out Fact? own)) return own;
            if (member.Row.Length > 0 && name.Contains("[this]", StringComparison.Ordinal)) return facts.Find(name.Replace("[this]", $"[{member.Row}]", StringComparison.Ordinal), measure);
        }

        return facts.Find(name, measure);
    }

    private string Own(string name) => name == "this" && _members.Count > 0 ? _members[^1].Member.Row : name;

    private string Label(string name) => name == "this" && _members.Count > 0 ? _members[^1].Member.Names?.Path ?? Own(name) : name;

    private string SubjectKey(string name, Measure measure) => Find(name)?.Subject?.Key ?? Find(measure == Measure.Final ? name : $"{name}@{Suffix(measure)}")?.Subject?.Key ?? name;

    private static string Suffix(Measure measure) => measure switch { Measure.InitialBudget => "initial", Measure.FullYearBudget => "fullYear", _ => "lastYear" };

    private static (string Name, Measure Measure) Split(string operand)
    {
        int at = operand.LastIndexOf('@');
        if (at < 0) return (operand, Measure.Final);
        return (operand[..at], operand[(at + 1)..] switch { "initial" => Measure.InitialBudget, "fullYear" => Measure.FullYearBudget, _ => Measure.PriorYear });
    }

    private static Printed Percent(decimal part, decimal whole) => new(decimal.Round(part / whole * 100, PercentDecimals, MidpointRounding.AwayFromZero), PercentDecimals);

    private static Claim Claim(ClaimKind kind, Subject subject, Measure measure) => new() { Index = 0, Kind = kind, Subject = subject, Measure = measure, Group = 0, Section = "", Span = default };
}
