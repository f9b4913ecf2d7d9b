using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Narrative;

/// <summary>
/// Projects that a budget's text lists with their amounts, against the register of projects: a project of nearly the same name has another amount,
/// and no entry has the text's.
/// </summary>
internal sealed class ListedProjectAmountsRule : IRule
{
    private const string Id = "narrative.listed-projects";
    private const string Projects = "projects/";
    private const double Alike = 0.6;
    private const int MostEntries = 400;
    private static readonly Text NoRegister = new("没有读到项目支出表", "the form of projects was not read");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Id, Severity.Warning, new("文字所列项目的金额与项目支出表一致", "projects have the same amounts in the text and in their form"), "部门预算公开说明；项目支出表",
            ("", "文字所列项目“{name}”{stated} {unit}，项目支出表“{entry}”为 {expected}。", "The text gives {stated} for the project “{name}”; its form has {expected} for “{entry}”.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        if (context.Edition.FormOf("projects") is not { Shape: FormShape.Register } form || context.Statement(form.Id) is not { } statement) return;
        List<Claim> listed = [.. context.Disclosure.Claims.Where(c => c is { Kind: ClaimKind.Amount, Measure: Measure.Final, Value: not null, Approximate: false, Unit: "万元" } && c.Subject.Key.StartsWith(Projects, StringComparison.Ordinal) && !c.Subject.Key[Projects.Length..].Contains('/'))];
        if (listed.Count == 0) return;
        List<(string Name, Cell Cell, string Row)> entries = [.. statement.Rows.Where(r => r.Key != Address.Total && r.Text("project") is { Length: > 0 }).Take(MostEntries)
            .SelectMany(r => r.Cells.Where(c => c.Figure is not null && c.Column == form.Columns[0].Number).Select(c => (r.Text("project")!, c, r.Key)))];
        if (entries.Count == 0 || (statement.AmountUnit ?? "万元") != "万元")
        {
            log.NotRun(Id, NoRegister);
            return;
        }

        foreach (Claim claim in listed)
        {
            decimal stated = claim.Value!.Value.Value;
            if (entries.Exists(e => e.Cell.Figure!.Value.Value == stated))
            {
                log.Pass(Id);
                continue;
            }

            (string name, Cell cell, string row) = entries.MaxBy(e => Names.Likeness(Plain(e.Name), Plain(claim.Subject.Name)));
            if (Names.Likeness(Plain(name), Plain(claim.Subject.Name)) < Alike || !context.IntervalOf(claim.Value.Value).Overlaps(context.IntervalOf(cell.Figure!.Value))) Report(context, log, claim, name, cell, new Address(form.Id, row, cell.Column));
            else log.Pass(Id);
        }
    }

    private static void Report(CheckContext context, RuleLog log, Claim claim, string name, Cell cell, Address address)
    {
        if (Names.Likeness(Plain(name), Plain(claim.Subject.Name)) < Alike)
        {
            log.NotRun(Id, Reasons.NothingToCompare);
            return;
        }

        log.Fail((context.Mark(Id, Severity.Warning, claim.Span) with { Stated = claim.Value.ToString(), Expected = cell.Figure.ToString() })
            .With("name", claim.Subject.Name).With("unit", claim.Unit).With("entry", Names.Squeeze(name)).Because(cell.AsEvidence(address, name)).ShowingStated(context, claim.Unit));
    }

    // The year and the words that every project has.
    private static string Plain(string name)
    {
        string plain = string.Concat(Names.Squeeze(name).Where(c => !char.IsAsciiDigit(c) && c is not ('年' or '(' or ')')));
        foreach (string word in (ReadOnlySpan<string>)["项目", "经费", "专项", "工作"]) plain = plain.Length > word.Length + 1 ? plain.Replace(word, "", StringComparison.Ordinal) : plain;
        return plain;
    }
}
