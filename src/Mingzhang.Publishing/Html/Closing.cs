using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Html;

/// <summary>Writes what was not read and what was not run, with the reasons.</summary>
internal sealed class Closing(HtmlWriter html, CheckReport report, string prefix, string language)
{
    private bool English => language == "en";

    public void Write()
    {
        html.Start("footer");
        WriteUnread();
        WriteNotRun();
        html.Element("p", English ? "Made by mingzhang." : "由明账（mingzhang）生成。", ("class", "colophon"));
        html.End("footer");
    }

    private void WriteUnread()
    {
        (string Owner, Core.Disclosures.Unread Unread)[] unread = [.. UnreadText.Of(report.Disclosure)];
        if (unread.Length == 0) return;
        html.Element("h2", English ? $"Unread ({unread.Length})" : $"未读（{unread.Length} 处）");
        html.Element("p", English
            ? "This text should hold facts and could not be read. No check used it; please compare it with the original."
            : "以下文字应有数据而未能读出，没有参与任何检查，请对照原件核对。");
        html.Start("ul", ("class", "unread"));
        foreach ((string owner, Core.Disclosures.Unread item) in unread)
        {
            html.Start("li");
            html.Element("a", Words.Line(report.Disclosure.Source, item.Span, language), ("href", IsShown(item.Span) ? $"#{prefix}L{item.Span.Line}" : null));
            string whose = report.Disclosure.Statement(owner) is null ? owner : Chapter.FormName(owner, language);
            html.Text($" {whose} {Words.Of(item.Why).In(language)} ");
            html.Element("q", Terminal.PlainText.OneLine(item.Text), ("lang", "zh-CN"));
            html.End("li");
        }

        html.End("ul");
    }

    // Blank lines have no place on the page.
    private bool IsShown(Core.Sources.TextSpan span) =>
        span.IsSome && span.Line <= report.Disclosure.Source.Lines.Length && !string.IsNullOrWhiteSpace(report.Disclosure.Source.Lines[span.Line - 1]);

    private void WriteNotRun()
    {
        RuleOutcome[] outcomes = [.. report.Result.Outcomes.Where(o => o.Outcome == Outcome.NotRun)];
        if (outcomes.Length == 0) return;
        html.Element("h2", English ? $"Not run ({outcomes.Sum(o => o.Times)})" : $"未检（{outcomes.Sum(o => o.Times)} 次）");
        html.Start("dl", ("class", "notrun"));
        foreach (IGrouping<string, RuleOutcome> reason in outcomes.GroupBy(o => o.Why?.In(language) ?? "").OrderByDescending(g => g.Sum(o => o.Times)))
        {
            html.Start("div");
            html.Element("dt", $"{reason.Sum(o => o.Times)} × {reason.Key}");
            html.Start("dd");
            foreach (RuleOutcome outcome in reason)
            {
                html.Element("code", outcome.Rule, ("title", report.Rule(outcome.Rule)?.Title.In(language)));
                html.Text(" ");
            }

            html.End("dd");
            html.End("div");
        }

        html.End("dl");
    }
}
