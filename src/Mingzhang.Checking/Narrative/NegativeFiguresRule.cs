using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// Figures of the text that cannot be negative: counts, scores, shares and completions; changes, whose words say which way they go; and amounts
/// of expenditure. An amount that a form shows negative as well is left to the comparison with the form.
/// </summary>
internal sealed class NegativeFiguresRule : IRule
{
    private const string Id = "narrative.negative";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Error, new("文字所述金额、数量、得分和比率不为负", "amounts, counts, scores and rates of the text are not negative"), "部门决算情况说明",
            ("", "“{name}”写为负数 {stated}。", "“{name}” is stated as the negative figure {stated}."),
            ("direction", "已写明增减方向，数值不应再带负号：{stated}。", "The words say which way the change goes; the figure must not be negative as well: {stated}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        int passed = 0;
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim.Value is not { } value) continue;
            if (value.Value >= 0 || (claim.Subject.Address is { } address && context.Read(address) is { State: CellState.Figure, Figure.Value: < 0 }))
            {
                passed++;
                continue;
            }

            bool change = claim.Kind is ClaimKind.Change or ClaimKind.Growth;
            log.Fail((context.Mark(Id, change ? Severity.Warning : Severity.Error, claim.Span, change ? "direction" : "") with { Stated = value.ToString(), Expected = (value with { Value = -value.Value }).ToString() })
                .With("name", claim.Subject.Name).ShowingAtLeast("", claim.Unit, claim.As(claim.Subject.Name, context), Showing.Exact(new Text("零", "zero"), 0)));
        }

        log.Pass(Id, passed);
    }
}
