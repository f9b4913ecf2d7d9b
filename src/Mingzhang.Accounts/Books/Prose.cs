using System.Collections.Immutable;

namespace Mingzhang.Accounts.Books;

/// <summary><c>prose.md</c>: what only people can write, in marked sections.</summary>
public sealed record Prose
{
    /// <summary>主要职责, paragraph by paragraph.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>机构设置: paragraphs on the internal structure; the list of units is made from <c>unit.yaml</c>.</summary>
    public ImmutableArray<string> Structure { get; init; } = [];

    /// <summary>
    /// Reasons as clauses of a sentence (without 主要原因是 and without full stop) by what they explain: a name of the wording data
    /// (<c>收支总计</c>, <c>公务接待费</c> …) or a functional code (<c>2013101</c>).
    /// </summary>
    public ImmutableDictionary<string, string> Reasons { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What things were used for, as clauses, by class code or name (the structure of expenditure, vehicles by use …).</summary>
    public ImmutableDictionary<string, string> Uses { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>绩效管理工作开展情况: further paragraphs.</summary>
    public ImmutableArray<string> PerformanceWork { get; init; } = [];

    /// <summary>绩效自评结果应用情况: paragraphs.</summary>
    public ImmutableArray<string> UseOfResults { get; init; } = [];

    /// <summary>重点工作: paragraphs above the table.</summary>
    public ImmutableArray<string> KeyWorkText { get; init; } = [];

    /// <summary>重点工作: rows of the table.</summary>
    public ImmutableArray<KeyWork> KeyWork { get; init; } = [];

    /// <summary>Terms explained besides those of the edition, or in place of them: term → explanation.</summary>
    public ImmutableArray<(string Term, string Explanation)> Glossary { get; init; } = [];

    /// <summary>Where the texts stand, and the sections' headings (<c># 原因</c>), in the order of the file.</summary>
    public ImmutableArray<ProseLine> Lines { get; init; } = [];

    /// <summary>Nothing written.</summary>
    public static Prose Empty { get; } = new();

    /// <summary>Where a text stands; no line where it comes from no file.</summary>
    public FileLine LineOf(string text) => Lines.FirstOrDefault(l => l.Text == text)?.Line ?? default;
}

/// <summary>A text of <c>prose.md</c> and its place.</summary>
/// <param name="Text">A paragraph, a clause or a cell as it is in <see cref="Prose"/>, or a section's heading with its mark.</param>
/// <param name="Line">Where it begins.</param>
public sealed record ProseLine(string Text, FileLine Line);

/// <summary>A row of the key-work table.</summary>
/// <param name="Matter">重要事项.</param>
/// <param name="Goal">工作内容及目标.</param>
/// <param name="Completion">完成情况.</param>
public sealed record KeyWork(string Matter, string Goal, string Completion);
