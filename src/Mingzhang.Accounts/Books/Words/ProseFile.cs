using System.Collections.Immutable;
using Mingzhang.Accounts.Books.Problems;

namespace Mingzhang.Accounts.Books.Words;

/// <summary>Reads <c>prose.md</c>.</summary>
internal static class ProseFile
{
    internal const string Name = "prose.md";
    private const string Duties = "主要职责", Structure = "机构设置", Reasons = "原因", Uses = "用途", PerformanceWork = "绩效管理工作开展情况",
        UseOfResults = "绩效自评结果应用情况", KeyWork = "重点工作", Glossary = "名词解释";

    /// <summary>The heading under which reasons stand.</summary>
    internal const string ReasonsHeading = "# " + Reasons;

    private static readonly string[] Sections = [Duties, Structure, Reasons, Uses, PerformanceWork, UseOfResults, KeyWork, Glossary];
    private static readonly string[] KeyWorkHead = ["重要事项", "工作内容及目标", "完成情况"];

    internal static Prose Read(string text, FileProblems log)
    {
        var sections = new Dictionary<string, MarkedSection>();
        foreach (MarkedSection section in MarkedText.Read(text, log))
        {
            if (!Sections.Contains(section.Heading))
            {
                Core.Findings.Text question = Nearest.Question(section.Heading, Sections);
                log.Error("book.prose.section", section.Line, section.Heading, new($"不认识的节“{section.Heading}”{question.Zh}", $"unknown section \"{section.Heading}\"{question.En}"),
                    new($"可用的节：{string.Join('、', Sections)}", $"sections: {string.Join('、', Sections)}"));
            }
            else if (!sections.TryAdd(section.Heading, section))
            {
                Repeated(section, sections[section.Heading].Line, log);
            }
        }

        return new Prose
        {
            Duties = Paragraphs(sections, Duties, log),
            Structure = Paragraphs(sections, Structure, log),
            Reasons = Clauses(sections, Reasons, log),
            Uses = Clauses(sections, Uses, log),
            PerformanceWork = Paragraphs(sections, PerformanceWork, log),
            UseOfResults = Paragraphs(sections, UseOfResults, log),
            KeyWorkText = sections.TryGetValue(KeyWork, out MarkedSection? keyWork) ? Texts(keyWork, log) : [],
            KeyWork = keyWork is null ? [] : Rows(keyWork, log),
            Lines = [.. sections.Values.SelectMany(Lines).Select(l => new ProseLine(l.Text, new FileLine(l.Line, log.File))).OrderBy(l => l.Line.Number)],
            Glossary = [.. Entries(sections, Glossary, log).Select(e => (e.Heading, string.Join('\n', e.Paragraphs.Select(p => p.Text))))],
        };
    }

    private static ImmutableArray<string> Paragraphs(Dictionary<string, MarkedSection> sections, string name, FileProblems log)
    {
        if (!sections.TryGetValue(name, out MarkedSection? section)) return [];
        foreach ((int line, _) in section.Rows.Take(1)) NoTable(line, name, log);
        return Texts(section, log);
    }

    private static ImmutableArray<string> Texts(MarkedSection section, FileProblems log)
    {
        foreach (MarkedSection entry in section.Entries)
            log.Error("book.prose.entry", entry.Line, section.Heading, new($"“{section.Heading}”一节没有条目“{entry.Heading}”", $"the section {section.Heading} takes no entries like \"{entry.Heading}\""), new("直接写段落，不用 ##", "write paragraphs, without ##"));
        return [.. section.Paragraphs.Select(p => p.Text)];
    }

    private static ImmutableArray<MarkedSection> Entries(Dictionary<string, MarkedSection> sections, string name, FileProblems log)
    {
        if (!sections.TryGetValue(name, out MarkedSection? section)) return [];
        foreach ((int line, _) in section.Paragraphs.Take(1))
            log.Error("book.prose.stray", line, name, new($"“{name}”一节的文字不在条目内", $"text of the section {name} stands in no entry"), new("在它前面写“## 说明对象”", "put ## and what it explains before it"));
        var seen = new Dictionary<string, int>();
        var entries = ImmutableArray.CreateBuilder<MarkedSection>();
        foreach (MarkedSection entry in section.Entries)
        {
            foreach ((int line, _) in entry.Rows.Take(1)) NoTable(line, entry.Heading, log);
            if (!seen.TryAdd(entry.Heading, entry.Line)) Repeated(entry, seen[entry.Heading], log);
            else if (entry.Paragraphs.IsEmpty)
                log.Warning("book.prose.blank", entry.Line, entry.Heading, new($"“{entry.Heading}”下没有文字", $"nothing stands under \"{entry.Heading}\""), new("填写文字，或删去这个条目", "write it, or delete the entry"));
            else entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    /// <summary>Clauses of a sentence: one paragraph each, without full stop.</summary>
    private static ImmutableDictionary<string, string> Clauses(Dictionary<string, MarkedSection> sections, string name, FileProblems log)
    {
        var clauses = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (MarkedSection entry in Entries(sections, name, log))
        {
            if (entry.Paragraphs.Length > 1)
                log.Error("book.prose.clause", entry.Paragraphs[1].Line, entry.Heading, new($"“{entry.Heading}”有 {entry.Paragraphs.Length} 段", $"\"{entry.Heading}\" has {entry.Paragraphs.Length} paragraphs"), new("写成句中的一段话，不分段、不带句号", "write one clause of a sentence, without paragraphs or full stop"));
            clauses[entry.Heading] = Clause(entry.Paragraphs[0].Text);
        }

        return clauses.ToImmutable();
    }

    private static string Clause(string paragraph) => paragraph.TrimEnd('。', '；', ';', '.');

    /// <summary>The heading of a section and its texts, those of its entries as clauses.</summary>
    private static IEnumerable<(string Text, int Line)> Lines(MarkedSection section) =>
    [
        ("# " + section.Heading, section.Line),
        .. section.Paragraphs.Select(p => (p.Text, p.Line)),
        .. section.Rows.SelectMany(r => r.Cells.Select(c => (c, r.Line))),
        .. section.Entries.SelectMany(e => e.Paragraphs).Select(p => (Clause(p.Text), p.Line)),
    ];

    private static ImmutableArray<KeyWork> Rows(MarkedSection section, FileProblems log)
    {
        var rows = ImmutableArray.CreateBuilder<KeyWork>();
        bool head = true;
        foreach ((int line, ImmutableArray<string> cells) in section.Rows)
        {
            if (cells.Length != KeyWorkHead.Length)
                log.Error("book.prose.table", line, section.Heading, new($"重点工作表的这一行有 {cells.Length} 格，应为 {KeyWorkHead.Length} 格", $"the row has {cells.Length} cells, not {KeyWorkHead.Length}"), new("每行写三格：| 重要事项 | 工作内容及目标 | 完成情况 |；文字中的 | 写成 \\|", "three cells a row; write | within a text as \\|"));
            else if (head && !cells.SequenceEqual(KeyWorkHead))
                log.Error("book.prose.table", line, section.Heading, new("重点工作表的表头不对", "the table has another head"), new($"表头写成 | {string.Join(" | ", KeyWorkHead)} |", $"its head is | {string.Join(" | ", KeyWorkHead)} |"));
            else if (!head) rows.Add(new KeyWork(cells[0], cells[1], cells[2]));
            head = false;
        }

        return rows.ToImmutable();
    }

    private static void Repeated(MarkedSection section, int first, FileProblems log) =>
        log.Error("book.prose.repeated", section.Line, section.Heading, new($"“{section.Heading}”出现两次（第 {first} 行已有）", $"\"{section.Heading}\" occurs twice (first in line {first})"), new("合并为一处", "join them"));

    private static void NoTable(int line, string name, FileProblems log) =>
        log.Error("book.prose.table", line, name, new($"“{name}”不能有表格", $"\"{name}\" takes no table"), new("改写成文字；表格只用于重点工作", "write it as text; only 重点工作 has a table"));
}
