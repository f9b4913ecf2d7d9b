using System.Collections.Immutable;
using System.Text;

namespace Mingzhang.Accounts.Books.Writing;

/// <summary><c>prose.md</c> with its marked sections; those without content stand as empty headings, to be filled in.</summary>
internal static class ProseMarkdown
{
    public static void Write(Prose prose, string path)
    {
        var text = new StringBuilder();
        Section(text, "主要职责", prose.Duties);
        Section(text, "机构设置", prose.Structure);
        Parts(text, "原因", prose.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value)));
        Parts(text, "用途", prose.Uses.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => (u.Key, u.Value)));
        Section(text, "绩效管理工作开展情况", prose.PerformanceWork);
        Section(text, "绩效自评结果应用情况", prose.UseOfResults);
        Section(text, "重点工作", prose.KeyWorkText);
        if (!prose.KeyWork.IsEmpty)
        {
            text.Append("| 重要事项 | 工作内容及目标 | 完成情况 |\n|---|---|---|\n");
            foreach (KeyWork row in prose.KeyWork) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {row.Matter} | {row.Goal} | {row.Completion} |\n");
            text.Append('\n');
        }

        Parts(text, "名词解释", prose.Glossary);
        File.WriteAllText(path, text.ToString());
    }

    private static void Section(StringBuilder text, string heading, ImmutableArray<string> paragraphs)
    {
        text.Append("# ").Append(heading).Append("\n\n");
        foreach (string paragraph in paragraphs) text.Append(paragraph).Append("\n\n");
    }

    private static void Parts(StringBuilder text, string heading, IEnumerable<(string Name, string Words)> parts)
    {
        text.Append("# ").Append(heading).Append("\n\n");
        foreach ((string name, string words) in parts) text.Append("## ").Append(name).Append('\n').Append(words).Append("\n\n");
    }
}
