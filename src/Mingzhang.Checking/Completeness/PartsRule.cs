using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Completeness;

/// <summary>
/// The parts, sections and forms that the edition requires are there. What the text seems to have and the reader did not place is not
/// called missing.
/// </summary>
public sealed class PartsRule : IRule
{
    private const string Part = "completeness.part";
    private const string Section = "completeness.section";
    private const string Form = "completeness.form";
    private const string Empty = "completeness.empty-form";
    private const string Filled = "completeness.filled-form";
    private static readonly string[] EmptyWords = ["本表为空表", "本表无数据", "故本表为空", "此表为空"];
    private static readonly Text NotPlaced = new("文中有该标题，但未能确定其位置", "the text has the title, but its place is not certain");
    private static readonly Text PartAbsent = new("所属部分缺失，已另行报告", "the part it belongs to is missing and reported");

    private const int FewLines = 6;
    private static readonly string[] Elsewhere = ["附后", "后附", "附件", "附表", "另附", "另见", "详见", "见附"];
    private static readonly Text FormsAlone = new("文件只有表格，文字部分另行公开", "the document has tables alone; its text is published apart");
    private static readonly Text FormsApart = new("表格另行公开，不在本文件中", "the forms are published apart, not in this document");

    /// <inheritdoc/>
    public ImmutableArray<RuleDefinition> Definitions { get; } =
    [
        Define.Rule(Part, Severity.Error, new("决算公开的各部分齐全", "every part of the disclosure is there"), "部门决算公开模板", ("", "缺“{expected}”部分。", "The part “{expected}” is missing.")),
        Define.Rule(Section, Severity.Warning, new("决算情况说明的各节齐全", "every section of the explanations is there"), "部门决算公开模板", ("", "缺“{expected}”一节。", "The section “{expected}” is missing.")),
        Define.Rule(Form, Severity.Error, new("决算表齐全，没有数据的表也以空表公开", "every form is there, empty ones too"), "部门决算公开模板 公开01表至公开09表",
            ("", "缺公开{form}表“{expected}”；没有数据的表应公开空表并说明。", "Form {form} “{expected}” is missing; a form without figures is shown empty with a sentence."),
            ("apart", "本文件不含公开表（“{stated}”），与表有关的检查均未进行；请与表格文件一并核对（--as-one）。", "The forms are not in this document (“{stated}”), so nothing was compared with them; check it together with the file that has them (--as-one).")),
        Define.Rule(Filled, Severity.Warning, new("有数据的表不注明空表", "a form with figures does not say that it is empty"), "部门预算、决算公开表",
            ("", "“{form}”有数据，表下却注明“{stated}”。", "“{form}” has figures, yet the note below says “{stated}”.")),
        Define.Rule(Empty, Severity.Info, new("空表附有没有数据的说明", "an empty form says that there is nothing"), "部门决算公开模板 公开07、公开08表",
            ("", "公开{form}表为空表，表下没有“本部门当年无……”的说明。", "Form {form} is empty and does not say that there is nothing to report.")),
    ];

    /// <inheritdoc/>
    public void Check(CheckContext context, RuleLog log)
    {
        TitleSearch search = new(context);
        HashSet<string> topics = [.. context.Disclosure.Outline.Select(s => s.Topic).OfType<string>()];
        HashSet<string> absent = [];
        // Sheets without any heading of the text are the tables alone.
        bool alone = topics.Count == 0 && context.Disclosure.Statements.Length > 0 && (!context.Disclosure.Source.Breaks.IsEmpty || !context.Disclosure.Source.PageSizes.IsEmpty);
        foreach (SectionDefinition definition in context.Edition.Sections)
        {
            if (!definition.Required) continue;
            bool isPart = !definition.Id.Contains('/');
            string rule = isPart ? Part : Section;
            if (topics.Contains(definition.Topic) || (definition.Topic == "forms" && context.Disclosure.Statements.Length > 0)) log.Pass(rule);
            else if (alone) log.NotRun(rule, FormsAlone);
            else if (!isPart && absent.Contains(definition.Id[..definition.Id.IndexOf('/')])) log.NotRun(rule, PartAbsent);
            else if (absent.Any(a => definition.Id.StartsWith(a + "(", StringComparison.Ordinal))) log.NotRun(rule, PartAbsent);
            else if (search.Finds(definition.Title) || definition.OtherTitles.Any(search.Finds)) log.NotRun(rule, NotPlaced);
            else
            {
                absent.Add(definition.Id);
                log.Fail(Missing(rule, isPart ? Severity.Error : Severity.Warning, definition.Id, definition.Title));
            }
        }

        if (context.Disclosure.Statements.IsEmpty && Apart(context) is { } apart)
        {
            log.NotRun(Form, FormsApart, context.Edition.Forms.Length);
            log.Remark(context.Mark(Form, Severity.Info, apart, "apart") with { Stated = context.Disclosure.Source.Quote(apart) });
            return;
        }

        foreach (FormDefinition form in context.Edition.Forms) CheckForm(context, log, form, search);
    }

    /// <summary>Where the part of the forms says that they are to be found elsewhere (附后, 详见附件); null if it does not.</summary>
    private static TextSpan? Apart(CheckContext context)
    {
        if (context.SectionOf("forms") is not { } forms) return null;
        for (int line = forms.FirstLine; line <= Math.Min(forms.LastLine, forms.FirstLine + FewLines); line++)
        {
            string text = context.Disclosure.Source.Lines[line - 1];
            if (Array.Exists(Elsewhere, w => text.Contains(w, StringComparison.Ordinal))) return context.LineSpan(line);
        }

        return null;
    }

    private static void CheckForm(CheckContext context, RuleLog log, FormDefinition form, TitleSearch search)
    {
        if (context.Statement(form.Id) is not { } statement)
        {
            if (search.Finds(form.Title) || form.OtherTitles.Any(search.Finds)) log.NotRun(Form, NotPlaced);
            else log.Fail(Missing(Form, Severity.Error, "二", form.Title).With("form", form.Id));
            return;
        }

        // It is there; what it says is not known.
        if (statement.State == StatementState.Unread) log.NotRun(Form, Reasons.FormUnread(form));
        else log.Pass(Form);
        CheckFilled(context, log, statement);
        if (statement.State != StatementState.Empty || !form.MayBeEmpty || context.IsBlank()) return;
        if (statement.Notes.Any(n => n.Text.Contains('无') || n.Text.Contains("没有", StringComparison.Ordinal))) log.Pass(Empty);
        else log.PassWith(context.Mark(Empty, Severity.Info, statement.Heading).With("form", form.Id));
    }

    /// <summary>A form with figures does not say that it has none.</summary>
    private static void CheckFilled(CheckContext context, RuleLog log, Statement statement)
    {
        if (statement.State is not (StatementState.Read or StatementState.Partial) || !statement.Rows.Any(r => r.Cells.Any(c => c.Figure is { Value: not 0 }))) return;
        if (statement.Notes.FirstOrDefault(n => EmptyWords.Any(w => n.Text.Contains(w, StringComparison.Ordinal))) is { } note)
            log.Fail((context.Mark(Filled, Severity.Warning, note.Span) with { Stated = note.Text.Trim() }).With("form", statement.Title));
        else log.Pass(Filled);
    }

    private static Finding Missing(string rule, Severity severity, string section, string title) =>
        new() { Rule = rule, Severity = severity, Where = new Place(TextSpan.None, null, section), Expected = title };
}
