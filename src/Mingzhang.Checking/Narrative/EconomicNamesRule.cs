using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Narrative;

/// <summary>Economic items that the text lists are named as the form names them. One finding for all that differ.</summary>
internal sealed class EconomicNamesRule : IRule
{
    private const string Id = "narrative.economic-names";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("文字列举的经济科目名称与表中一致", "economic items are named in the text as in the form"), "支出经济分类科目",
            ("", "文字列举的“{stated}”与表中科目名称“{expected}”（{code}）不一致。", "The text names “{stated}”; the form has “{expected}” ({code}).")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        List<(Claim Claim, StatementRow Row)> other = [];
        foreach (Claim claim in context.Disclosure.Claims)
        {
            if (claim is not { Kind: ClaimKind.Named, Subject.Address: { } address } || context.Row(address.Form, address.Row) is not { } row || !row.Caption.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff')) continue;
            if (Plain(claim.Subject.Name) == Plain(row.Caption)) log.Pass(Id);
            else other.Add((claim, row));
        }

        foreach (IGrouping<string, (Claim Claim, StatementRow Row)> same in other.GroupBy(o => Plain(o.Claim.Subject.Name) + "/" + Plain(o.Row.Caption)))
        {
            (Claim claim, StatementRow row) = same.First();
            log.Fail((context.Mark(Id, Severity.Warning, claim.Span) with { Stated = Names.Squeeze(claim.Subject.Name), Expected = Names.Squeeze(row.Caption) }).With("code", row.Key)
                .Because(new Evidence(new Place(row.Span, claim.Subject.Address), row.Caption, row.Key)).Because(same.Skip(1).Select(s => context.EvidenceAt(s.Claim.Span))));
        }
    }

    // Brackets, 、 and a final 支出 or 费 are left out by many.
    private static string Plain(string name)
    {
        string plain = string.Concat(Names.Squeeze(name).Where(c => c is not ('(' or ')' or '、' or '“' or '”')));
        foreach (string tail in (ReadOnlySpan<string>)["支出", "费用", "费"])
        {
            if (plain.Length > tail.Length + 1 && plain.EndsWith(tail, StringComparison.Ordinal)) plain = plain[..^tail.Length];
        }

        return plain;
    }
}
