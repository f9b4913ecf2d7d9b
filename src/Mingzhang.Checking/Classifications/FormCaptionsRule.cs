using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Classifications;

/// <summary>
/// The names that the forms print beside codes: those of the classification in force, the same on every form. A code that the list
/// does not have is unknown, not wrong.
/// </summary>
public sealed class FormCaptionsRule : IRule
{
    private const string Rule = "classification.form-caption";
    private const string Former = "classification.form-former-name";

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Rule, Severity.Info, new("决算表的科目名称与分类科目一致，各表相同", "the forms print the names of the classification, the same on every form"), "政府收支分类科目（当年）",
            ("", "{count} 处科目名称与分类科目写法不同：{names}。", "{count} names on the forms differ from the classification: {names}."),
            ("between-forms", "{count} 个科目在各表中的名称不同：{names}。", "{count} codes are named differently on different forms: {names}.")),
        Define.Rule(Former, Severity.Warning, new("决算表使用现行科目名称", "the forms use the names in force"), "政府收支分类科目（当年）",
            ("", "决算表使用了已更名的科目名称：{names}。", "The forms use names no longer in force: {names}.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        Dictionary<string, (string Caption, StatementRow Row)> first = [];
        List<(string Text, StatementRow Row)> other = [], former = [], between = [];
        foreach (string form in CodesInUse.Subjects.Select(context.Edition.IdOf))
        {
            if (context.Statement(form) is not { } statement) continue;
            foreach (StatementRow row in statement.Rows)
            {
                string caption = Plain(row.Caption);
                if (caption.Length == 0 || row.Key == Address.Total) continue;
                if (first.TryGetValue(row.Key, out (string Caption, StatementRow Row) known))
                {
                    if (IsCut(known.Caption, caption) || IsCut(caption, known.Caption)) log.Pass(Rule);
                    else between.Add(($"{row.Key} “{known.Row.Caption}”“{row.Caption}”", row));
                    continue;
                }

                first[row.Key] = (caption, row);
                Compare(context.Edition.Functional.Find(row.Key), row, caption, log, other, former);
            }
        }

        Report(context, log, Rule, "", other, Severity.Info);
        Report(context, log, Rule, "between-forms", between, Severity.Info);
        Report(context, log, Former, "", former, Severity.Warning);
    }

    private static void Compare(ClassificationEntry? entry, StatementRow row, string caption, RuleLog log, List<(string, StatementRow)> other, List<(string, StatementRow)> former)
    {
        if (entry is null) return;
        if (IsCut(caption, Plain(entry.Name)) || IsOneOf(entry.OtherNames, caption)) log.Pass(Rule);
        else if (IsOneOf(entry.FormerNames, caption)) former.Add(($"{row.Key} “{row.Caption}”现为“{entry.Name}”", row));
        else other.Add(($"{row.Key} “{row.Caption}”应为“{entry.Name}”", row));
    }

    private static bool IsOneOf(ImmutableArray<string> names, string caption) => !names.IsDefaultOrEmpty && names.Any(n => Plain(n) == caption);

    private static void Report(CheckContext context, RuleLog log, string rule, string variant, List<(string Text, StatementRow Row)> rows, Severity severity)
    {
        if (rows.Count == 0) return;
        Finding finding = context.Mark(rule, severity, rows[0].Row.Span, variant).With("count", Figures.Plain(rows.Count)).With("names", string.Join('、', rows.Select(r => r.Text).Take(6)))
            .Because(rows.Skip(1).Select(r => context.EvidenceAt(r.Row.Span)));
        if (severity == Severity.Info) log.PassWith(finding);
        else log.Fail(finding);
    }

    // A name wrapped in its cell may lose its end.
    private static bool IsCut(string name, string whole) => whole.StartsWith(name, StringComparison.Ordinal);

    // Brackets, commas and the width of characters are the printer's.
    private static string Plain(string name)
    {
        string plain = Names.Squeeze(name);
        return plain.AsSpan().IndexOfAny("(),、") < 0 ? plain : plain.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("、", "", StringComparison.Ordinal);
    }
}
