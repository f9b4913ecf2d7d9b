using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mingzhang.Checking.Classifications;
using Mingzhang.Checking.Completeness;
using Mingzhang.Checking.Evaluations;
using Mingzhang.Checking.Evaluations.Goals;
using Mingzhang.Checking.Facts;
using Mingzhang.Checking.Forms;
using Mingzhang.Checking.Leftovers;
using Mingzhang.Checking.Narrative;
using Mingzhang.Checking.Particulars;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Engine;

/// <summary>All rules. A new rule is one new class and one line here; a test asserts that every class is listed.</summary>
public static class RuleBook
{
    private static readonly ConditionalWeakTable<Edition, RuleSet> Compiled = new();

    /// <summary>The rules for an edition, in the order in which they run and are listed. Compiled once for an edition.</summary>
    public static ImmutableArray<IRule> RulesFor(Edition edition) => Of(edition).Rules;

    /// <summary>The definitions of every rule for an edition.</summary>
    public static ImmutableArray<RuleDefinition> DefinitionsFor(Edition edition) => Of(edition).Definitions;

    private static RuleSet Of(Edition edition) => Compiled.GetValue(edition, static e => new RuleSet(e, [.. Create(e)]));

    private sealed class RuleSet(Edition edition, ImmutableArray<IRule> rules)
    {
        public ImmutableArray<IRule> Rules => rules;

        public ImmutableArray<RuleDefinition> Definitions { get; } = [.. rules.SelectMany(r => r.Definitions).Select(d => PlaceNames.Of(edition, d))];
    }

    private static IEnumerable<IRule> Create(Edition edition)
    {
        yield return new FactCheck(edition);
        yield return new PrintedFormulaRule();
        yield return new EconomicItemsRule(edition);
        yield return new AbsenceRule(edition);
        yield return new ItemWordsRule();
        yield return new UnchangedBudgetRule();
        yield return new NegativeFiguresRule();
        yield return new ReasonRule();
        yield return new EconomicNamesRule();
        yield return new ListedProjectAmountsRule();
        yield return new ProjectCodesRule();
        yield return new UnitCodesRule();
        yield return new RepeatedRowsRule();
        yield return new OutcomeDirectionRule();
        yield return new CodeDigitsRule();
        yield return new BracketedPartsRule();
        yield return new ExecutionRule();
        yield return new FormAmountsRule();
        yield return new IndicatorScoreRule();
        yield return new IndicatorValuesRule();
        yield return new WeightsRule();
        yield return new TotalRule();
        yield return new DepartmentStatementsRule();
        yield return new ProjectStatementsRule();
        yield return new ListedProjectsRule();
        yield return new CoverageRule();
        yield return new TextIndicatorRule();
        yield return new TitleRule();
        yield return new RepeatedIndicatorRule();
        yield return new TickBoxRule();
        yield return new GradeRule();
        yield return new GoalSumsRule();
        yield return new GoalProjectsRule();
        yield return new GoalCountRule();
        yield return new GoalContentRule();
        yield return new GlossaryRule();
        yield return new QuotedNamesRule();
        yield return new FormCaptionsRule();
        yield return new PartsRule();
        yield return new ContentsRule();
        yield return new ItemsRule();
        yield return new ExplanationsRule();
        yield return new ParticularsGivenRule();
        yield return new NumberingRule();
        yield return new SubSectionNumbersRule();
        yield return new AttachmentListRule();
        yield return new KeyWorkRule();
        yield return new ProjectTextRule();
        yield return new LeftoversRule();
        yield return new DatesRule();
        yield return new LevelRule();
        yield return new SentenceEndRule();
        yield return new PersonalDataRule();
        yield return new SpendingUnitRule();
        yield return new MarkupRule();
        yield return new EmptyReasonRule();
        yield return new BracketsRule();
        yield return new UnitNameRule();
        yield return new RepeatedItemsRule();
        yield return new CountsRule();
        yield return new OverseasListRule();
        yield return new UnitsRule();
    }
}
