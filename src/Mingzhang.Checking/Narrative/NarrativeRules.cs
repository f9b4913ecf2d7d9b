using System.Collections.Immutable;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Narrative;

/// <summary>The rules that compare the figures of the explanations with the forms and with each other.</summary>
internal static class NarrativeRules
{
    /// <summary>Wording where the form, not the text, has the figure that does not fit.</summary>
    public const string AtCell = "cell";

    /// <summary>Wording for a difference that rounding explains.</summary>
    public const string RoundingDifference = "rounding";

    /// <summary>An amount of the item-level explanation against form 05.</summary>
    public static readonly FactRule ItemFinalAmount = Rule(
        "narrative.item-final-amount", Severity.Error, "五（三）",
        "支出决算具体情况中各科目的决算数与决算表一致", "the amounts of the item-level explanation are those of the forms",
        [
            ("", "文字“{subject}”支出决算 {stated} {unit}，{place}为 {expected}", "the text gives {stated} for “{subject}”; {place} has {expected}"),
            ("merged", "文字“{subject}”支出决算 {stated} {unit}，{place}为 {expected}；文字数等于 {sum}，把文字未单列的科目并了进来", "the text gives {stated} for “{subject}”; {place} has {expected}; the text's figure is {sum}: items that it does not list were added in"),
            ("misnamed", "文字“{subject}”支出决算 {stated} {unit}，{place}为 {expected}；文字数恰为{other}，疑科目写错", "the text gives {stated} for “{subject}”; {place} has {expected}; the figure is that of {other}: the item seems to be misnamed"),
            (AtCell, "{cell}为 {stated}，{place}为 {expected}", "{cell} is {stated}; {place} is {expected}"),
            ("shifted", "文字“{subject}”支出决算 {stated} {unit}，{place}为 {expected}，疑小数点错位", "the text gives {stated} for “{subject}”; {place} has {expected}: the decimal point seems to be shifted"),
            (RoundingDifference, "文字“{subject}”支出决算 {stated} {unit}，{place}为 {expected}，四舍五入可以解释", "the text gives {stated} for “{subject}”; {place} has {expected}, which rounding explains"),
        ]);

    /// <summary>Any other amount with a cell.</summary>
    public static readonly FactRule Amount = Rule(
        "narrative.amount", Severity.Error, "一至九",
        "文字中的金额与决算表一致", "the amounts of the text are those of the forms",
        [
            ("", "文字“{subject}”{stated} {unit}，{place}为 {expected}", "the text gives {stated} for “{subject}”; {place} has {expected}"),
            ("merged", "文字“{subject}”{stated} {unit}，{place}为 {expected}；文字数等于 {sum}", "the text gives {stated} for “{subject}”; {place} has {expected}; the text's figure is {sum}"),
            ("misnamed", "文字“{subject}”{stated} {unit}，{place}为 {expected}；文字数恰为{other}", "the text gives {stated} for “{subject}”; {place} has {expected}; the figure is that of {other}"),
            (AtCell, "{cell}为 {stated}，{place}为 {expected}", "{cell} is {stated}; {place} is {expected}"),
            ("shifted", "文字“{subject}”{stated} {unit}，{place}为 {expected}，疑小数点错位", "the text gives {stated} for “{subject}”; {place} has {expected}: the decimal point seems to be shifted"),
            (RoundingDifference, "文字“{subject}”{stated} {unit}，{place}为 {expected}，四舍五入可以解释", "the text gives {stated} for “{subject}”; {place} has {expected}, which rounding explains"),
        ]);

    /// <summary>The same fact in two sentences.</summary>
    public static readonly FactRule Restated = Rule(
        "narrative.restated", Severity.Error, "各节",
        "同一事项在文字各处的数一致", "the text gives the same figure for the same thing everywhere",
        [
            ("", "文字“{subject}”此处为 {stated} {unit}，另一处为 {expected}", "the text gives {stated} for “{subject}” here and {expected} elsewhere"),
            (RoundingDifference, "文字“{subject}”此处为 {stated} {unit}，另一处为 {expected}，四舍五入可以解释", "the text gives {stated} for “{subject}” here and {expected} elsewhere, which rounding explains"),
        ]);

    /// <summary>Final less basis.</summary>
    public static readonly FactRule Change = Rule(
        "narrative.change", Severity.Error, "各节",
        "增减额等于决算数与所比数之差", "a change is the final amount less what it is compared with",
        [
            ("", "“{subject}”增减额 {stated} {unit}，按 {formula} 应为 {expected}", "the change of “{subject}” is given as {stated}; {formula} is {expected}"),
            ("direction", "“{subject}”增减方向写反：文字为{direction} {stated} {unit}，{formula} 为 {expected}", "the change of “{subject}” goes the other way: the text says {direction} {stated}; {formula} is {expected}"),
            (RoundingDifference, "“{subject}”增减额 {stated} {unit}，按 {formula} 为 {expected}，四舍五入可以解释", "the change of “{subject}” is given as {stated}; {formula} is {expected}, which rounding explains"),
        ]);

    /// <summary>持平 with two amounts.</summary>
    public static readonly FactRule Level = Rule(
        "narrative.level", Severity.Error, "各节",
        "写明“持平”的，两数相等", "what is said to be level is equal",
        [
            ("", "“{subject}”写为持平，所比的两数却为 {stated} 与 {expected} {unit}", "“{subject}” is said to be level, yet the figures compared are {stated} and {expected}"),
            (RoundingDifference, "“{subject}”写为持平，所比的两数为 {stated} 与 {expected} {unit}，四舍五入可以解释", "“{subject}” is said to be level; the figures compared, {stated} and {expected}, differ by rounding"),
        ]);

    /// <summary>Subjects that are parts of others by their nature.</summary>
    public static readonly FactRule Within = Rule(
        "narrative.within", Severity.Error, "政府采购、预算绩效",
        "性质上包含的金额、数量不超过总数", "what is a part by its nature is at most the whole",
        [
            ("filled", "{others} 已是“{name}”{whole} {unit}的全部，“{subject}”应为 {expected}，文字为 {stated} {unit}", "{others} is all of “{name}”, {whole}; “{subject}” should be {expected}, not {stated}"),
            ("over", "“{subject}”{stated} {unit}与{others} 合计 {total} {unit}，超过“{name}”{whole} {unit}", "“{subject}”, {stated}, and {others} add up to {total}, more than “{name}”, {whole}"),
            ("above", "“{subject}”{stated} {unit}，超过“{name}”{whole} {unit}", "“{subject}”, {stated}, is more than “{name}”, {whole}"),
            ("", "“{subject}”{stated} {unit}：所属各项合计 {total}，与总数 {whole} 不合", "“{subject}”, {stated}: the parts add up to {total}, which does not fit the whole, {whole}"),
        ]);

    /// <summary>Prior-year values implied by several sentences.</summary>
    public static readonly FactRule PriorYear = Rule(
        "narrative.prior-year", Severity.Error, "一至五",
        "各处所述同一事项与上年相比的增减一致（推出的上年数相同）", "several sentences on one thing imply the same prior-year value",
        [
            ("", "“{subject}”与上年相比的增减此处为 {stated} {unit}，另一处为 {expected}，推出的上年数不同", "the change of “{subject}” on last year is {stated} here and {expected} elsewhere, which imply different values for last year"),
            (RoundingDifference, "“{subject}”与上年相比的增减此处为 {stated} {unit}，另一处为 {expected}，四舍五入可以解释", "the change of “{subject}” on last year is {stated} here and {expected} elsewhere, which rounding explains"),
        ]);

    /// <summary>Words of direction against each other.</summary>
    public static readonly FactRule Direction = Rule(
        "narrative.direction", Severity.Error, "各节",
        "同一事项的增减方向前后一致", "the words for one change go the same way",
        [
            ("", "“{subject}”增减方向矛盾：此处为{stated}，另一处为{expected}", "the words for the change of “{subject}” contradict each other: {stated} here, {expected} elsewhere"),
        ]);

    /// <summary>Change ÷ basis.</summary>
    public static readonly FactRule Growth = Rule(
        "narrative.growth", Severity.Warning, "各节",
        "增长（下降）率等于增减额除以所比数", "a growth rate is the change over what it is compared with",
        [
            ("", "“{subject}”增减率印为 {stated}%，按 {formula} 为 {expected}%", "the growth of “{subject}” is printed as {stated}%; {formula} gives {expected}%"),
            ("way", "“{subject}”增减率印为 {stated}%，按 {formula} 却为 {computed}%，方向相反；所比数 {basis} 疑有误", "the growth of “{subject}” is printed as {stated}%; {formula} gives {computed}%, the other way: the figure it is compared with, {basis}, seems to be wrong"),
            ("digit", "“{subject}”{role} {stated} {unit}{way}：按增减率 {rate}% 应为 {expected} {unit}；按印出的数，增减率为 {computed}%", "“{subject}”: {role}, {stated}, {way}: by the growth of {rate}% it should be {expected}; the figures printed give {computed}%"),
            ("flipped", "“{subject}”增减率 {stated}% 与所写的方向不符：按 {formula} 为 {computed}%，方向相反则恰为 {stated}%，增减方向应为{expected}", "the growth of “{subject}”, {stated}%, does not fit the direction given: {formula} is {computed}%; the other way it is exactly {stated}%"),
            ("ratio", "“{subject}”印为增长 {stated}%，这是与所比数之比，增长率应为 {expected}%（{formula}）", "the growth of “{subject}” is printed as {stated}%, which is the ratio; the growth is {expected}% ({formula})"),
            ("cut", "“{subject}”增减率印为 {stated}%，按 {formula} 四舍五入为 {expected}%，印出的是截去尾数", "the growth of “{subject}” is printed as {stated}%, cut off instead of rounded to {expected}% ({formula})"),
            ("zero", "“{subject}”所比数为 0，不存在增减率，文字却写 {stated}%", "“{subject}” is compared with zero, which has no growth rate, yet the text gives {stated}%"),
            (RoundingDifference, "“{subject}”增减率印为 {stated}%，按印出的数（{formula}）计算为 {expected}%，四舍五入可以解释", "the growth of “{subject}” is printed as {stated}%; the printed figures ({formula}) give {expected}%, which rounding explains"),
        ]);

    /// <summary>Part ÷ whole.</summary>
    public static readonly FactRule Share = Rule(
        "narrative.share", Severity.Warning, "各节",
        "占比等于部分除以总额", "a share is the part over the whole",
        [
            ("", "“{subject}”占比印为 {stated}%，按 {formula} 为 {expected}%", "the share of “{subject}” is printed as {stated}%; {formula} gives {expected}%"),
            ("cut", "“{subject}”占比印为 {stated}%，按 {formula} 四舍五入为 {expected}%，印出的是截去尾数", "the share of “{subject}” is printed as {stated}%, cut off instead of rounded to {expected}% ({formula})"),
            ("hundred", "“{subject}”占比印为 {stated}%，按 {formula} 四舍五入为 {expected}%，疑为使各项占比凑成 100%", "the share of “{subject}” is printed as {stated}%; {formula} gives {expected}%; it seems to be changed so that the shares make 100%"),
            (RoundingDifference, "“{subject}”占比印为 {stated}%，按印出的数（{formula}）计算为 {expected}%，四舍五入可以解释", "the share of “{subject}” is printed as {stated}%; the printed figures ({formula}) give {expected}%, which rounding explains"),
        ]);

    /// <summary>Final ÷ budget.</summary>
    public static readonly FactRule Completion = Rule(
        "narrative.completion", Severity.Warning, "各节",
        "完成率等于决算数除以预算数", "a completion rate is the final amount over the budget",
        [
            ("", "“{subject}”完成预算的比例印为 {stated}%，按 {formula} 为 {expected}%", "the completion of “{subject}” is printed as {stated}%; {formula} gives {expected}%"),
            ("cut", "“{subject}”完成预算的比例印为 {stated}%，按 {formula} 四舍五入为 {expected}%，印出的是截去尾数", "the completion of “{subject}” is printed as {stated}%, cut off instead of rounded to {expected}% ({formula})"),
            ("nothing", "“{subject}”支出为 0，文字却写完成预算的 {stated}%", "nothing was spent on “{subject}”, yet the text gives a completion of {stated}%"),
            ("other", "“{subject}”年初预算为 0，不存在完成率；印出的 {stated}% 是完成全年预算的比例，应写为“{expected}”", "the initial budget of “{subject}” is zero, which has no completion rate; the {stated}% printed is that of the full-year budget, which the text should name"),
            ("zero", "“{subject}”预算数为 0，不存在完成率，文字却写完成 {stated}%", "the budget of “{subject}” is zero, which has no completion rate, yet the text gives {stated}%"),
            (RoundingDifference, "“{subject}”完成预算的比例印为 {stated}%，按印出的数（{formula}）计算为 {expected}%，四舍五入可以解释", "the completion of “{subject}” is printed as {stated}%; the printed figures ({formula}) give {expected}%, which rounding explains"),
        ]);

    /// <summary>Parts against their whole.</summary>
    public static readonly FactRule Breakdown = Rule(
        "narrative.breakdown", Severity.Error, "各节",
        "文字所列各分项之和等于总数", "the parts that the text lists make up the whole",
        [
            ("", "“{subject}”{stated} {unit}，文字所列各项合计 {total}，相差 {difference}", "“{subject}” is {stated}; the parts listed add up to {total}, a difference of {difference}"),
            ("part", "“{subject}”{stated} {unit}与总数不合：总数 {whole}，各项合计 {total}；此项应为 {expected}", "“{subject}”, {stated}, does not fit its total: the whole is {whole}, the parts add up to {total}; it should be {expected}"),
            ("parts", "“{subject}”{stated} {unit}与总数不合：总数 {whole}，各项合计 {total}", "“{subject}”, {stated}, does not fit its total: the whole is {whole}, the parts add up to {total}"),
            ("exceeds", "“{subject}”{stated} {unit}，其中所列各项合计 {total}，超过总数", "“{subject}” is {stated}; its parts add up to {total}, more than the whole"),
            (RoundingDifference, "“{subject}”{stated} {unit}，文字所列各项合计 {total}，相差 {difference}，四舍五入可以解释", "“{subject}” is {stated}; the parts listed add up to {total}, a rounding difference of {difference}"),
        ]);

    /// <summary>人员经费 and 公用经费 against the classes of the form by economic item.</summary>
    public static readonly FactRule EconomicSplit = Rule(
        "narrative.economic-split", Severity.Error, "基本支出",
        "文字中的人员经费、公用经费等于经济科目表各类之和", "personnel and operating cost in the text are the sum of their classes in the form by economic item",
        [
            ("", "文字“{subject}”{stated} {unit}，经济科目表中各类合计 {total}，相差 {difference}", "the text gives {stated} for “{subject}”; its classes in the form add up to {total}, a difference of {difference}"),
            (RoundingDifference, "文字“{subject}”{stated} {unit}，经济科目表中各类合计 {total}，四舍五入可以解释", "the text gives {stated} for “{subject}”; its classes in the form add up to {total}, which rounding explains"),
        ]);

    /// <summary>Totals of the text against the entries of a register.</summary>
    public static readonly FactRule RegisterTotal = Rule(
        "narrative.register-total", Severity.Error, "政府采购、政府购买服务",
        "文字中的政府采购、政府购买服务金额等于明细表合计", "the totals of procurement in the text are the sums of its register",
        [
            ("", "文字“{subject}”{stated} {unit}，明细表合计 {total}，相差 {difference}", "the text gives {stated} for “{subject}”; the entries of the register add up to {total}, a difference of {difference}"),
            ("unit", "文字“{subject}”{stated} {unit}，明细表合计 {total}，恰为一万倍：表头单位为万元，表中金额疑以元填列", "the text gives {stated} for “{subject}”; the register has {total}, ten thousand times that: its amounts seem to be in 元 under a heading of 万元"),
            (RoundingDifference, "文字“{subject}”{stated} {unit}，明细表合计 {total}，四舍五入可以解释", "the text gives {stated} for “{subject}”; the register adds up to {total}, which rounding explains"),
        ]);

    /// <summary>Changes of the parts against the change of their whole.</summary>
    public static readonly FactRule ChangeSum = Rule(
        "narrative.change-sum", Severity.Warning, "各节",
        "各项的增减额之和等于总额的增减额", "the changes of the parts make up the change of the whole",
        [
            ("", "“{subject}”增减额 {stated} {unit}与各项增减不合：总额增减 {whole}，各项增减合计 {total}，相差 {difference}", "the change of “{subject}”, {stated}, does not fit the others: the whole changes by {whole}, its parts by {total}, a difference of {difference}"),
            ("open", "“{subject}”增减 {whole} {unit}，所列各项增减合计 {total}，相差 {difference}；上年若有本年没有的项目，请核实", "“{subject}” changes by {whole}, the items listed by {total}, a difference of {difference}; see whether last year had items that this year has not"),
            (RoundingDifference, "“{subject}”增减额 {stated} {unit}，各项增减合计 {total}，相差 {difference}，四舍五入可以解释", "the change of “{subject}” is {stated}; its parts change by {total}, which rounding explains"),
        ]);

    /// <summary>机关运行经费 against 公用经费 of form 06.</summary>
    public static readonly FactRule AgencyOperating = Rule(
        "narrative.agency-operating", Severity.Warning, "十",
        "机关运行经费不超过一般公共预算基本支出中的公用经费", "the agency operating cost is at most the operating cost of the basic expenditure",
        [
            ("", "文字机关运行经费 {stated} {unit}，不应超过{place} {total}", "the text gives an agency operating cost of {stated}, more than {place}, {total}"),
            ("copied", "文字机关运行经费 {stated} {unit}，超过{place}的全部 {total}，却与{other}相同，疑误取该数", "the text gives an agency operating cost of {stated}, more than all of {place}, {total}; the figure is that of {other}"),
        ]);

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static readonly ImmutableArray<FactRule> All =
        [ItemFinalAmount, Amount, Restated, Change, Level, Within, PriorYear, Direction, Growth, Share, Completion, Breakdown, EconomicSplit, RegisterTotal, ChangeSum, AgencyOperating];

    private static FactRule Rule(string id, Severity severity, string section, string zh, string en, (string Variant, string Zh, string En)[] wordings) =>
        new(new RuleDefinition
        {
            Id = id,
            Title = new Text(zh, en),
            Severity = severity,
            Source = $"部门决算情况说明：{section}",
            // A rounding difference says where else it shows.
            Wordings = wordings.ToImmutableDictionary(w => w.Variant, w => w.Variant == RoundingDifference ? new Text(w.Zh + "{again}", w.En + "{again}") : new Text(w.Zh, w.En)),
        });
}
