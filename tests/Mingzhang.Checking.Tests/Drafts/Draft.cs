using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Checking.Tests.Facts;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Tests.Drafts;

/// <summary>A disclosure of 2023 put together line by line, for the rules that look at evaluations, names and the text itself.</summary>
internal sealed class Draft
{
    private readonly List<string> _lines = [];
    private readonly List<Section> _outline = [];
    private readonly List<ContentsEntry> _contents = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Evaluation> _evaluations = [];
    private readonly List<Claim> _claims = [];
    private readonly List<QuotedClassification> _quotes = [];
    private readonly List<KeyWorkRow> _keyWork = [];

    public string Unit { get; set; } = "江城市南湖区档案馆";

    public TextSpan Line(string text)
    {
        _lines.Add(text);
        return TextSpan.InLine(_lines.Count, 0, text.Length);
    }

    /// <summary>A section with its lines.</summary>
    public Draft Section(string id, string topic, string title, params string[] lines)
    {
        TextSpan heading = Line(title);
        foreach (string line in lines) Line(line);
        _outline.Add(new Section(id, title, heading, heading.Line + 1, _lines.Count, topic));
        return this;
    }

    public Draft Contents(string part, string number, string title)
    {
        _contents.Add(new ContentsEntry(part, number, title, Line(number + title)));
        return this;
    }

    public Field Field(string text)
    {
        TextSpan span = Line(text);
        bool figure = Quantity.TryParse(text, out Quantity quantity);
        return new Field(text, span, figure ? quantity.Figure : null, figure ? quantity.Unit : "");
    }

    public Field? Maybe(string? text) => text is null ? null : Field(text);

    /// <summary>An indicator from "name|weight|target|actual|score"; an empty piece is a blank cell.</summary>
    public Indicator Indicator(string row, string level1 = "产出指标", string level2 = "数量指标", string? weight1 = null, string? weight2 = null, int block = -1)
    {
        string[] cells = row.Split('|');
        Field? At(int i) => i < cells.Length && cells[i].Length > 0 ? Field(cells[i]) : null;
        TextSpan first = Line(cells[0]);
        return new Indicator
        {
            Name = new Field(cells[0], first),
            PlainName = cells[0],
            Level1 = level1,
            Level2 = level2,
            Level1Weight = weight1 is null ? null : Printed.Parse(weight1),
            Level2Weight = weight2 is null ? null : Printed.Parse(weight2),
            Weight = At(1),
            Target = At(2),
            Actual = At(3),
            Score = At(4),
            Block = block,
            Span = first,
        };
    }

    public Evaluation Table(EvaluationScope scope, string title, string name, string? budget = null, string? executed = null, string? rate = null, string? score = null, string? total = null, params Indicator[] indicators)
    {
        var evaluation = new Evaluation
        {
            Scope = scope,
            Title = Field(title),
            Name = Field(name),
            Budget = Maybe(budget),
            Executed = Maybe(executed),
            Rate = Maybe(rate),
            RateScore = Maybe(score),
            Total = Maybe(total),
            Indicators = [.. indicators],
            HasScores = indicators.Any(i => i.Score is not null) || total is not null,
            HasWeights = indicators.Any(i => i.Weight is not null),
            LastLine = _lines.Count,
        };
        _evaluations.Add(evaluation);
        return evaluation;
    }

    public Draft Replace(Evaluation old, Evaluation evaluation)
    {
        _evaluations[_evaluations.IndexOf(old)] = evaluation;
        return this;
    }

    /// <summary>A claim with a sentence of its own.</summary>
    public Claim Claim(ClaimKind kind, string subject, string value, string unit = "万元", string section = "三/十三(三)", Measure measure = Measure.Final, int group = -1, string? sentence = null)
    {
        TextSpan span = Line(sentence ?? subject + value + unit);
        var claim = new Claim
        {
            Index = _claims.Count,
            Kind = kind,
            Subject = Address.TryParse(subject, out Address address) ? Subject.Of(subject, address) : new Subject(subject.Split('/')[^1], null, subject),
            Value = Printed.Parse(value),
            Unit = unit,
            Measure = measure,
            Group = group < 0 ? 1000 + _claims.Count : group,
            Section = section,
            Span = span,
            Sentence = span,
        };
        _claims.Add(claim);
        return claim;
    }

    public Draft With(Claim claim, Func<Claim, Claim> change)
    {
        _claims[claim.Index] = change(claim);
        return this;
    }

    /// <summary>A form of functional codes: "code caption figure" for each row.</summary>
    public Draft Codes(string form, params string[] rows)
    {
        TextSpan heading = Line("表" + form);
        var read = ImmutableArray.CreateBuilder<StatementRow>();
        foreach (string row in rows)
        {
            string[] cells = row.Split(' ');
            TextSpan span = Line(row);
            read.Add(new StatementRow { Key = cells[0], Caption = cells[1], Span = span, Cells = [.. cells.Skip(2).Select((c, i) => new Cell((i + 1).ToString(), Printed.Parse(c), c, span))] });
        }

        _statements.Add(new Statement { Form = form, Title = "表" + form, Heading = heading, State = StatementState.Read, Rows = read.ToImmutable(), LastLine = _lines.Count });
        return this;
    }

    public Draft Form(Statement statement)
    {
        _statements.Add(statement);
        return this;
    }

    public Draft Quote(QuotePlace place, string cls, string section, string item, string code, ClassificationMatch match = ClassificationMatch.Exact, string explanation = "反映支出。", int group = -1)
    {
        string text = (cls.Length > 0 ? cls + "（类）" : "") + (section.Length > 0 ? section + "（款）" : "") + (item.Length > 0 ? item + "（项）" : "");
        TextSpan span = Line(text);
        _quotes.Add(new QuotedClassification
        {
            Place = place,
            Class = cls,
            SectionName = section,
            Items = item.Length > 0 ? [item] : [],
            Codes = code.Length > 0 ? [code] : [],
            Match = match,
            Explanation = explanation,
            Group = group,
            Section = "五",
            Span = span,
        });
        return this;
    }

    public Draft KeyWork(string matter, string goal)
    {
        _keyWork.Add(new KeyWorkRow("1", matter, goal, "完成", Line(matter + "\t" + goal)));
        return this;
    }

    public Disclosure Build() => new()
    {
        Kind = DisclosureKind.FinalAccounts,
        Year = new FiscalYear(2023),
        Unit = Unit,
        Edition = Sample.Edition,
        Source = new SourceText("draft.txt", [.. _lines], []),
        Outline = [.. _outline],
        Contents = [.. _contents],
        Statements = [.. _statements],
        Evaluations = [.. _evaluations],
        Claims = [.. _claims],
        QuotedClassifications = [.. _quotes],
        KeyWork = [.. _keyWork],
    };

    // 3 and 5 digits are codes.
    private static bool IsFigure(string? text) => text is { Length: not (3 or 5) } && Printed.TryParse(text, out _);

    /// <summary>What one rule finds.</summary>
    public IReadOnlyList<Finding> Check(IRule rule) => Log(rule).Findings;

    /// <summary>What one rule reports; its findings quote the document's own characters and can be said in both languages.</summary>
    public RuleLog Log(IRule rule)
    {
        Disclosure disclosure = Build();
        RuleLog log = new();
        rule.Check(new CheckContext(disclosure), log);
        Dictionary<string, RuleDefinition> definitions = RuleBook.DefinitionsFor(disclosure.Edition).ToDictionary(d => d.Id);
        foreach (Finding finding in log.Findings)
        {
            RuleDefinition definition = definitions[finding.Rule];
            Assert.True(finding.Variant.Length == 0 || definition.Wordings.ContainsKey(finding.Variant), $"{finding.Rule} has no wording “{finding.Variant}”");
            Assert.DoesNotContain('{', definition.Say(finding, "zh"));
            Assert.Equal(disclosure.Source.Quote(finding.Where.Span), finding.Quote);
            Assert.True(finding.Severity >= definition.Severity, $"{finding.Rule} is graver than defined");
            // Where one figure stands against another the computation is written out.
            Assert.False(finding.Computations.IsEmpty && IsFigure(finding.Stated) && IsFigure(finding.Expected), $"{finding.Rule} {finding.Variant}: {finding.Stated} against {finding.Expected} without computation");
        }

        return log;
    }
}
