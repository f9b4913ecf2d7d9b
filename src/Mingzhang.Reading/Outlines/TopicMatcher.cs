using System.Text;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Outlines;

/// <summary>
/// Tells which section of the edition a heading is, by how much of the title agrees. A title inside another title is no match by itself:
/// <c>支出决算情况说明</c> stands in the titles of six sections.
/// </summary>
internal sealed class TopicMatcher
{
    /// <summary>From here on a heading is that section whatever its ordinal.</summary>
    internal const double Sure = 0.8;

    private const double Possible = 0.55;
    private const double OrdinalBonus = 0.08;
    private const int LongestName = 40;
    private const int ShortestTitle = 4;

    // （境）, （一） and the like are parts of titles; a remark is longer.
    private const int LongestPart = 8;

    private readonly List<(SectionDefinition Definition, string Part, string Parent, string[] Titles)> _sections = [];

    private readonly HashSet<string> _forms = [];

    internal TopicMatcher(Edition edition)
    {
        FormsPart = edition.Section("forms")?.Id ?? "";
        AttachmentsPart = edition.Section("attachments")?.Id ?? "";
        foreach (FormDefinition form in edition.Forms)
        {
            foreach (string title in form.OtherTitles.Prepend(form.Title)) _forms.Add(Plain(title));
        }

        foreach (SectionDefinition definition in edition.Sections)
        {
            int slash = definition.Id.IndexOf('/'), bracket = definition.Id.IndexOf('(');
            string part = slash < 0 ? definition.Id : definition.Id[..slash];
            string parent = bracket > 0 ? definition.Id[..bracket] : slash > 0 ? part : "";
            _sections.Add((definition, part, parent, [.. definition.OtherTitles.Prepend(definition.Title).Select(Plain)]));
        }
    }

    /// <summary>Id of the part with the forms; empty if the edition names none.</summary>
    internal string FormsPart { get; }

    /// <summary>Id of the part with the attachments; empty if the edition names none.</summary>
    internal string AttachmentsPart { get; }

    /// <summary>Whether a part holds no sections with headings of their own: the forms, the attachments.</summary>
    internal bool HasNoSections(string? part) => part is { Length: > 0 } && (part == FormsPart || part == AttachmentsPart);

    /// <summary>Whether a title is that of a form.</summary>
    internal bool IsForm(string title) => _forms.Contains(Plain(title));

    /// <summary>The part whose title stands alone in a line, or behind the name of the unit or project that it is about; null if there is none.</summary>
    internal SectionDefinition? TitledPart(HeadingLine heading)
    {
        string title = Plain(heading.Title);
        if (title.AsSpan().IndexOfAny(",:;。") >= 0) return null;
        SectionDefinition? best = null;
        int longest = 0;
        foreach (var (definition, _, parent, titles) in _sections)
        {
            if (parent.Length > 0) continue;
            foreach (string t in titles)
            {
                if (t.Length <= longest || !title.EndsWith(t, StringComparison.Ordinal) || title.Length - t.Length > LongestName) continue;
                (best, longest) = (definition, t.Length);
            }
        }

        return best;
    }

    /// <summary>The part with an ordinal, or the one whose title it has.</summary>
    internal SectionDefinition? Part(HeadingLine heading)
    {
        string title = Plain(heading.Title), id = Ordinals.Of(heading.Ordinal);
        SectionDefinition? byOrdinal = null, byTitle = null;
        foreach (var (definition, _, parent, titles) in _sections)
        {
            if (parent.Length > 0) continue;
            if (definition.Id == id) byOrdinal = definition;
            if (byTitle is null && titles.Any(t => title.EndsWith(t, StringComparison.Ordinal))) byTitle = definition;
        }

        return byTitle ?? byOrdinal;
    }

    /// <summary>Whether a part's title ends as the title of some part does, so that no further line belongs to it.</summary>
    internal bool EndsPart(string title)
    {
        string plain = Plain(title);
        return _sections.Any(s => s.Parent.Length == 0 && s.Titles.Any(t => plain.EndsWith(t, StringComparison.Ordinal)));
    }

    /// <summary>The section directly below <paramref name="parent"/> that a heading is, and how sure that is (0 … 1).</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="parent">Id of the definition above it: a part or a section; null for any section of any part.</param>
    internal (SectionDefinition? Definition, double Score) Section(HeadingLine heading, string? parent)
    {
        string title = Plain(heading.Title), ordinal = Ordinals.Of(heading.Ordinal), bare = Bare(heading.Title);
        SectionDefinition? best = null;
        double bestScore = 0, bestRanked = 0;
        foreach (var (definition, _, above, titles) in _sections)
        {
            if (parent is null ? above.Length == 0 || definition.Id.Contains('(') : above != parent) continue;
            double score = 0;
            foreach (string t in titles) score = Math.Max(score, Math.Max(Likeness(title, t), bare.Length > 0 ? Likeness(bare, t) : 0));
            bool sameOrdinal = definition.Id == $"{above}/{ordinal}" || definition.Id == $"{above}({ordinal})";
            double ranked = score + (sameOrdinal ? OrdinalBonus : 0);
            if (score < Possible || ranked <= bestRanked) continue;
            (best, bestScore, bestRanked) = (definition, score, ranked);
        }

        return (best, bestScore);
    }

    /// <summary>The title without a remark in brackets at its end: 部门决算单位构成（仅有一个单位的部门…）; empty where it has none.</summary>
    private static string Bare(string title)
    {
        int open = title.IndexOf('(', StringComparison.Ordinal);
        return open >= ShortestTitle && title.Length - open > LongestPart && title[^1] == ')' ? Plain(title[..open]) : "";
    }

    /// <summary>The title without the year, quotation marks, brackets and a final stop.</summary>
    internal static string Plain(string title)
    {
        string squeezed = Characters.Squeeze(title);
        var plain = new StringBuilder(squeezed.Length);
        for (int i = 0; i < squeezed.Length; i++)
        {
            if (i + 5 <= squeezed.Length && squeezed[i] == '2' && squeezed[i + 1] == '0' && char.IsAsciiDigit(squeezed[i + 2]) && char.IsAsciiDigit(squeezed[i + 3]) && squeezed[i + 4] == '年')
            {
                i += i + 5 < squeezed.Length && squeezed[i + 5] == '度' ? 5 : 4;
                continue;
            }

            if (squeezed[i] is not ('"' or '。' or '\'' or '(' or ')')) plain.Append(squeezed[i]);
        }

        return plain.ToString();
    }

    /// <summary>Share of the pairs of neighbouring characters that two titles have in common (Dice's coefficient): 0 … 1.</summary>
    internal static double Likeness(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        int common = 0;
        Span<bool> used = stackalloc bool[64];
        int pairs = Math.Min(b.Length - 1, used.Length);
        for (int i = 0; i + 1 < a.Length; i++)
        {
            for (int j = 0; j < pairs; j++)
            {
                if (used[j] || a[i] != b[j] || a[i + 1] != b[j + 1]) continue;
                used[j] = true;
                common++;
                break;
            }
        }

        return 2.0 * common / (a.Length - 1 + b.Length - 1);
    }
}
