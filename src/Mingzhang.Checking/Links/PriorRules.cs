using System.Collections.Immutable;
using Mingzhang.Checking.Facts;
using Mingzhang.Core.Findings;

namespace Mingzhang.Checking.Links;

/// <summary>The rules that compare a disclosure with last year's.</summary>
internal static class PriorRules
{
    /// <summary>Opening balances against last year's closing balances.</summary>
    public static readonly FactRule Opening = Rule(
        "prior.opening", "年初结转和结余等于上年年末结转和结余", "The opening balance is last year's closing balance",
        "“{cell}”{stated}，{place}为 {expected}", "“{cell}” is {stated}; {place} has {expected}");

    /// <summary>Changes of the text against last year's forms.</summary>
    public static readonly FactRule Change = Rule(
        "prior.change", "文字所述与上年相比的增减额等于两年公开数之差", "A change on last year is the difference of the two years' forms",
        "“{subject}”与上年相比的增减 {stated} {unit}，按两年公开的表 {formula} 应为 {expected}", "the change of “{subject}” on last year is given as {stated}; by the forms of both years ({formula}) it is {expected}",
        rounding: new("“{subject}”与上年相比的增减 {stated} {unit}，与两年公开的表 {formula} 略有出入，四舍五入可以解释", "the change of “{subject}” on last year is given as {stated}; it differs from the forms of both years ({formula}) by rounding"));

    /// <summary>Growth rates of the text against last year's forms.</summary>
    public static readonly FactRule Growth = Rule(
        "prior.growth", "文字所述与上年相比的增长率与两年公开的表一致", "A growth rate on last year fits the two years' forms",
        "“{subject}”与上年相比的增减率印为 {stated}%，按两年公开的表 {formula} 为 {expected}%", "the growth of “{subject}” on last year is printed as {stated}%; by the forms of both years ({formula}) it is {expected}%",
        Severity.Warning);

    /// <summary>Amounts of last year that the text gives against last year's forms.</summary>
    public static readonly FactRule Amount = Rule(
        "prior.amount", "文字所述上年数与上年公开的表一致", "Last year's amounts in the text are those of last year's forms",
        "文字“{subject}”上年 {stated} {unit}，{place}为 {expected}", "the text gives {stated} for last year's “{subject}”; {place} has {expected}");

    /// <summary>持平 of the text against last year's forms.</summary>
    public static readonly FactRule Level = Rule(
        "prior.level", "文字所述与上年持平的，两年公开数相等", "What is said to be as last year is the same in both years' forms",
        "文字称“{subject}”与上年持平，本年为 {now}，{place}为 {before}", "“{subject}” is said to be as last year; it is {now} now, {place} has {before}",
        Severity.Warning);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<FactRule> All = [Opening, Change, Growth, Amount, Level];

    private static FactRule Rule(string id, string zh, string en, string wordingZh, string wordingEn, Severity severity = Severity.Error, Text? rounding = null) =>
        LinkRules.Rule(id, new(zh, en), "本年与上年公开文件对照", severity, new(wordingZh, wordingEn), rounding);
}
