using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Evaluations;

/// <summary>An evaluation while its rows are read: levels filled down, goals opened, what could not be read noted.</summary>
internal sealed class EvaluationDraft(SourceText source, Field title)
{
    private const int MaxRest = 40, MaxJoined = 120;

    private readonly List<EvaluationBlock> _blocks = [];
    private readonly List<Indicator> _indicators = [];
    private readonly List<TickBoxRow> _ticks = [];
    private readonly List<LabelledText> _particulars = [], _remarks = [];
    private readonly List<Unread> _unread = [];
    private string _level1 = "", _level2 = "";
    private Printed? _level1Weight, _level2Weight;
    private int _level2From;

    public Field Title { get; } = title;

    public Field? ProjectName { get; set; }

    public Field? UnitName { get; set; }

    public Field? Budget { get; set; }

    public Field? Executed { get; set; }

    public Field? Rate { get; set; }

    public Field? RateScore { get; set; }

    public Field? RateWeight { get; set; }

    public Field? Total { get; set; }

    public Field? TotalWeight { get; set; }

    public Field? Basic { get; set; }

    public Field? Project { get; set; }

    public Field? InitialBudget { get; set; }

    public string? AmountUnit { get; set; }

    public bool Whole { get; set; }

    public bool HasWeights { get; set; }

    public bool HasScores { get; set; }

    public int LastLine { get; set; }

    public string Level1 => _level1;

    public string Level2 => _level2;

    public IReadOnlyList<Indicator> Indicators => _indicators;

    /// <summary>Whether any part of a table was found.</summary>
    public bool HasTable => _indicators.Count > 0 || Budget is not null || Executed is not null || Total is not null;

    public Unread AddUnread(TextSpan span, UnreadReason why)
    {
        var unread = new Unread(span, source.Quote(span), why);
        _unread.Add(unread);
        return unread;
    }

    public void AddParticular(string label, Field text) => _particulars.Add(new LabelledText(label, text));

    public void AddRemark(string label, Field text) => _remarks.Add(new LabelledText(label, text));

    public void AddTicks(string label, ReadOnlySpan<char> raw, TextSpan span)
    {
        ImmutableArray<TickBox> options = TickBoxes.Read(raw);
        if (!options.IsEmpty) _ticks.Add(new TickBoxRow(label, options, span));
    }

    /// <summary>A label beside goals or indicators: opens a goal, or gives the open one its points.</summary>
    /// <param name="label">As printed.</param>
    /// <param name="goal">The goal's text; empty if none stands there.</param>
    /// <param name="span">Where label and text stand.</param>
    public void OpenBlock(string label, string goal, TextSpan span)
    {
        Points.Split(label, out string plain, out Printed? weight);
        int last = _blocks.Count - 1;
        bool used = last >= 0 && _indicators is [.., var latest] && latest.Block == last;
        bool same = last >= 0 && (_blocks[last].Name == label || !GoalLabels.IsGoal(plain) || (goal.Length == 0 && !used));
        if (same)
        {
            EvaluationBlock block = _blocks[last];
            _blocks[last] = block with { Weight = block.Weight ?? (used ? null : weight), Goal = block.Goal.Length == 0 ? goal : block.Goal };
            return;
        }

        if (!GoalLabels.IsGoal(plain) && weight is null) return;
        _blocks.Add(new EvaluationBlock(label, weight, goal, span));
        _level1 = _level2 = "";
        _level1Weight = _level2Weight = null;
    }

    public void SetGoal(string goal, TextSpan span)
    {
        if (_blocks is [.., { Goal: "" } block]) _blocks[^1] = block with { Goal = goal, Span = block.Span.To(span) };
    }

    public void SetLevel1(string label)
    {
        Points.Split(label, out string plain, out Printed? weight);
        plain = PrintedText.Squeeze(plain);
        if (plain != _level1)
        {
            _level2 = "";
            _level2Weight = null;
            _level1Weight = null;
        }

        _level1 = plain;
        _level1Weight = weight ?? _level1Weight;
    }

    public void SetLevel2(string label)
    {
        Points.Split(label, out string plain, out Printed? weight);
        plain = PrintedText.Squeeze(plain);
        if (plain != _level2)
        {
            _level2Weight = null;
            _level2From = _indicators.Count;
        }

        _level2 = plain;
        _level2Weight = weight ?? _level2Weight;
    }

    /// <summary>Adds an indicator under the levels and the goal that are open.</summary>
    public void Add(Indicator indicator)
    {
        Points.Split(indicator.Name.Text, out string plain, out Printed? inName);
        Field? weight = indicator.Weight ?? (inName is null ? null : Points.FieldIn(source, indicator.Name.Span) ?? new Field(inName.Value + "分", indicator.Name.Span, inName, "分"));
        HasWeights |= weight is not null;
        _indicators.Add(indicator with
        {
            Level1 = _level1,
            Level1Weight = _level1Weight,
            Level2 = _level2,
            Level2Weight = _level2Weight,
            Weight = weight,
            PlainName = WithoutNumber(plain),
            Block = _blocks.Count - 1,
        });
    }

    public void ReplaceLast(Indicator indicator) => _indicators[^1] = indicator;

    /// <summary>Joins the rest of a wrapped cell that a page end cut off; false if nothing is open.</summary>
    public bool Join(TableCell rest)
    {
        if (_indicators.Count == 0 || rest.Text.Length > MaxRest || _indicators[^1].Name.Text.Length > MaxJoined || _level2.Length > MaxJoined) return false;
        Indicator last = _indicators[^1];
        if (IsOpen(_level2) && !IsOpen(rest.Text) && _level2From < _indicators.Count)
        {
            SetLevel2Of(_level2 + rest.Text);
        }
        else if (last.Weight is not null && !IsOpen(last.Name.Text))
        {
            return false;
        }
        else
        {
            string joined = last.Name.Text + rest.Text;
            Points.Split(joined, out string plain, out Printed? inName);
            Field name = last.Name with { Text = joined, Span = last.Name.Span.To(rest.Span) };
            Field? weight = last.Weight ?? (inName is null ? null : Points.FieldIn(source, rest.Span) ?? new Field(inName.Value + "分", rest.Span, inName, "分"));
            HasWeights |= weight is not null;
            _indicators[^1] = last with { Name = name, PlainName = WithoutNumber(plain), Weight = weight, Span = last.Span.To(rest.Span) };
        }

        return true;
    }

    /// <summary>The evaluation as read; the name falls back to what the title says.</summary>
    public Evaluation Finish()
    {
        bool department = Whole || (ProjectName is null && Title.Text.Contains("整体", StringComparison.Ordinal));
        Field name = (department ? UnitName : ProjectName) ?? ProjectName ?? UnitName ?? EvaluationTitles.NameIn(Title);
        return new Evaluation
        {
            Scope = department ? EvaluationScope.Department : EvaluationScope.Project,
            Title = Title,
            Name = name,
            LastLine = LastLine,
            Budget = Budget,
            Executed = Executed,
            Rate = Rate,
            RateScore = RateScore,
            RateWeight = RateWeight,
            IndicatorWeight = _blocks is [{ Weight: { } points } only] ? Points.FirstIn(source, only.Span) ?? new Field(points + "分", only.Span, points, "分") : null,
            Total = Total,
            TotalWeight = TotalWeight,
            BasicExpenditure = Basic,
            ProjectExpenditure = Project,
            InitialBudget = InitialBudget,
            AmountUnit = AmountUnit,
            Blocks = [.. _blocks],
            Indicators = [.. _indicators],
            Particulars = [.. _particulars],
            Remarks = [.. _remarks],
            TickBoxes = [.. _ticks],
            HasWeights = HasWeights,
            HasScores = HasScores,
            Unread = [.. _unread],
        };
    }

    /// <summary>A name without the number of the form before it: <c>指标1：讲座场次</c>.</summary>
    private static string WithoutNumber(string name)
    {
        if (!name.StartsWith("指标", StringComparison.Ordinal)) return name;
        int at = 2;
        while (at < name.Length && char.IsAsciiDigit(name[at])) at++;
        return at > 2 && at + 1 < name.Length && name[at] is ':' or '：' ? name[(at + 1)..].TrimStart() : name;
    }

    private void SetLevel2Of(string joined)
    {
        Points.Split(joined, out string plain, out Printed? weight);
        (_level2, _level2Weight) = (PrintedText.Squeeze(plain), weight);
        for (int i = _level2From; i < _indicators.Count; i++) _indicators[i] = _indicators[i] with { Level2 = _level2, Level2Weight = weight };
    }

    private static bool IsOpen(string text) => text.AsSpan().Count('(') + text.AsSpan().Count('（') > text.AsSpan().Count(')') + text.AsSpan().Count('）');
}
