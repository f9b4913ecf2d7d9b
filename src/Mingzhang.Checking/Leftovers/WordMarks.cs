using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mingzhang.Checking.Engine;

namespace Mingzhang.Checking.Leftovers;

/// <summary>What a word that the text is searched for tells.</summary>
internal enum WordKind
{
    /// <summary>A spreadsheet's error value.</summary>
    ErrorCell,

    /// <summary>A prompt of the template.</summary>
    Prompt,

    /// <summary>A label that may stand where a name belongs.</summary>
    Label,

    /// <summary>A blank to be filled in.</summary>
    Blank,

    /// <summary>Two words of which one was to be struck out.</summary>
    Choice,

    /// <summary>A doubled word or mark.</summary>
    Doubled,

    /// <summary>A slip of the pen that is no word.</summary>
    Misprint,

    /// <summary>A date follows or a year stands before.</summary>
    Date,

    /// <summary>Names of staff or private numbers follow.</summary>
    Person,
}

/// <summary>A word found in the text.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">First character, from 0.</param>
/// <param name="Word">The word.</param>
/// <param name="Kind">What it tells.</param>
internal readonly record struct WordMark(int Line, int Column, string Word, WordKind Kind);

/// <summary>
/// Every place of the words that the leftover rules look for: by one character of the word that is seldom otherwise, and words of one
/// character twice by any character that is followed by itself.
/// </summary>
internal sealed class WordMarks
{
    private static readonly (string Word, int Seldom, string Right)[] Misprints =
        [("上一度", 2, "上一年度"), ("公务车用车", 2, "公务用车"), ("士地", 0, "土地"), ("拔款", 0, "拨款"), ("拔付", 0, "拨付"), ("划拔", 1, "划拨")];

    private static readonly (string Word, int Seldom, WordKind Kind)[] Words =
    [
        ("#REF!", 0, WordKind.ErrorCell), ("#DIV/0!", 0, WordKind.ErrorCell), ("#N/A", 0, WordKind.ErrorCell), ("#VALUE!", 0, WordKind.ErrorCell),
        ("#NAME?", 0, WordKind.ErrorCell), ("#NUM!", 0, WordKind.ErrorCell), ("#NULL!", 0, WordKind.ErrorCell),
        ("（请", 1, WordKind.Prompt), ("(请", 1, WordKind.Prompt), ("请依据部门", 0, WordKind.Prompt), ("请根据部门", 0, WordKind.Prompt), ("请按部门", 0, WordKind.Prompt),
        ("（此处填", 3, WordKind.Prompt), ("(此处填", 3, WordKind.Prompt), ("（填写", 1, WordKind.Prompt), ("其他专用名词。", 5, WordKind.Prompt),
        ("部门名称", 3, WordKind.Label), ("单位名称", 3, WordKind.Label), ("项目名称", 3, WordKind.Label),
        ("XX", 0, WordKind.Blank), ("××", 0, WordKind.Blank), ("ＸＸ", 0, WordKind.Blank), ("＿＿", 0, WordKind.Blank), ("____", 0, WordKind.Blank),
        ("增加（减少）", 2, WordKind.Choice), ("减少（增加）", 2, WordKind.Choice), ("增长（下降）", 2, WordKind.Choice), ("下降（增长）", 2, WordKind.Choice), ("大于（小于）", 2, WordKind.Choice), ("小于（大于）", 2, WordKind.Choice),
        ("增加(减少)", 2, WordKind.Choice), ("减少(增加)", 2, WordKind.Choice), ("增长(下降)", 2, WordKind.Choice), ("下降(增长)", 2, WordKind.Choice), ("大于(小于)", 2, WordKind.Choice), ("小于(大于)", 2, WordKind.Choice),
        ("某某", 0, WordKind.Blank), ("○○", 0, WordKind.Blank), ("＊＊", 0, WordKind.Blank),
        ("于于", 0, WordKind.Doubled), ("的的", 0, WordKind.Doubled), ("万元万元", 0, WordKind.Doubled), ("元元", 0, WordKind.Doubled), ("%%", 0, WordKind.Doubled),
        ("，，", 0, WordKind.Doubled), ("。。", 0, WordKind.Doubled), ("；；", 0, WordKind.Doubled), ("、、", 0, WordKind.Doubled),
        .. Misprints.Select(m => (m.Word, m.Seldom, WordKind.Misprint)),
        ("截至", 0, WordKind.Date), ("截止", 0, WordKind.Date), ("相比", 0, WordKind.Date), ("填报日期", 0, WordKind.Date), ("填表日期", 0, WordKind.Date),
        ("组长：", 0, WordKind.Person), ("组长:", 0, WordKind.Person), ("成员：", 1, WordKind.Person), ("成员:", 1, WordKind.Person),
        ("手机：", 0, WordKind.Person), ("手机:", 0, WordKind.Person), ("手机号", 0, WordKind.Person), ("身份证号", 0, WordKind.Person),
    ];

    private static readonly (byte[] First, int[] Next) Table = Compile(doubled: false);
    private static readonly (byte[] First, int[] Next) DoubledTable = Compile(doubled: true);
    private static readonly Vector256<ushort>[] Seldom = [.. Words.Where(w => !IsPair(w.Word)).Select(w => w.Word[w.Seldom]).Distinct().Select(c => Vector256.Create((ushort)c))];
    private static readonly Comparer<WordMark> InOrder = Comparer<WordMark>.Create(static (a, b) => a.Column != b.Column ? a.Column.CompareTo(b.Column) : b.Word.Length.CompareTo(a.Word.Length));

    private WordMarks(List<WordMark> marks) => All = marks;

    /// <summary>All marks in document order; of words that begin at one place the longer first.</summary>
    internal List<WordMark> All { get; }

    /// <summary>What a slip of the pen should be.</summary>
    internal static string RightOf(string misprint) => Array.Find(Misprints, m => m.Word == misprint).Right;

    /// <summary>The marks of a document.</summary>
    internal static WordMarks Of(CheckContext context) => context.Derived(static c => new WordMarks(Find(c.Disclosure.Source.Lines)));

    private static List<WordMark> Find(ImmutableArray<string> lines)
    {
        List<WordMark> marks = [];
        for (int line = 0; line < lines.Length; line++)
        {
            if (lines[line].Length < 2) continue;
            int before = marks.Count;
            Find(marks, line, lines[line]);
            if (marks.Count - before > 1) marks.Sort(before, marks.Count - before, InOrder);
        }

        return marks;
    }

    private static void Find(List<WordMark> marks, int line, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<char, ushort>(text);
        // Two vectors, one character apart, must fit; the last pair of them overlaps the one before it.
        int last = codes.Length - 1 - Vector256<ushort>.Count;
        for (int at = 0; at < codes.Length - 1 && last < 0; at++) Match(marks, line, text, at);
        for (int at = 0; at < codes.Length - 1 && last >= 0; at += Vector256<ushort>.Count)
        {
            int from = Math.Min(at, last);
            Vector256<ushort> here = Vector256.Create(codes[from..]), found = Vector256.Equals(here, Vector256.Create(codes[(from + 1)..]));
            foreach (Vector256<ushort> seldom in Seldom) found |= Vector256.Equals(here, seldom);
            for (uint bits = found.ExtractMostSignificantBits() >> (at - from); bits != 0; bits &= bits - 1) Match(marks, line, text, at + BitOperations.TrailingZeroCount(bits));
        }

        Match(marks, Table, line, text, text.Length - 1);
    }

    private static void Match(List<WordMark> marks, int line, ReadOnlySpan<char> text, int at)
    {
        Match(marks, Table, line, text, at);
        if (text[at] == text[at + 1]) Match(marks, DoubledTable, line, text, at);
    }

    private static void Match(List<WordMark> marks, (byte[] First, int[] Next) table, int line, ReadOnlySpan<char> text, int at)
    {
        for (int word = table.First[text[at]]; word != 0; word = table.Next[word])
        {
            (string chars, int seldom, WordKind kind) = Words[word - 1];
            int start = at - seldom;
            if (start >= 0 && start + chars.Length <= text.Length && text.Slice(start, chars.Length).SequenceEqual(chars)) marks.Add(new WordMark(line + 1, start, chars, kind));
        }
    }

    private static bool IsPair(string word) => word.Length == 2 && word[0] == word[1];

    // For each character the number (from 1) of the first word that it is the seldom character of, and for each word the next one.
    private static (byte[] First, int[] Next) Compile(bool doubled)
    {
        var first = new byte[char.MaxValue + 1];
        var next = new int[Words.Length + 1];
        for (int i = Words.Length; i > 0; i--)
        {
            if (IsPair(Words[i - 1].Word) != doubled) continue;
            char c = Words[i - 1].Word[Words[i - 1].Seldom];
            next[i] = first[c];
            first[c] = checked((byte)i);
        }

        return (first, next);
    }
}
