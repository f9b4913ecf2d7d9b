using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims.Evaluations;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>
/// The staff of a department (人员情况): posts, staff in office and retired staff, each with its kinds:
/// <c>编制36人，其中：行政编制23人、事业编制8人（其中：参照公务员法管理2人）。在职实有人数27人，其中：…</c>
/// </summary>
internal sealed class StaffCounts(ClaimCollector claims)
{
    private const int LongestName = 24;

    /// <summary>What is divided, by the words that name it.</summary>
    private static readonly (string Word, string Key)[] Wholes =
        [("离退休", "离退休"), ("在职实有", "在职"), ("实有在职", "在职"), ("在职", "在职"), ("实有人数", "在职"), ("实有人员", "在职"), ("编制", "编制"), ("退休", "离退休")];

    /// <summary>Kinds of posts and persons: a list of nothing but these is a whole one.</summary>
    private static readonly string[] Kinds = ["编制", "行政", "事业", "工勤", "员额", "离休", "退休", "参照公务员", "参公", "聘用", "雇员", "合同制", "政法", "工人", "机关", "其他"];

    private static readonly string[] OfWhich = ["其中", "包括"];

    private sealed class List(int whole, string key)
    {
        internal int Whole { get; } = whole;

        internal string Key { get; } = key;

        internal ImmutableArray<int>.Builder Parts { get; } = ImmutableArray.CreateBuilder<int>();

        internal bool Partial { get; set; }
    }

    /// <summary>Reads a paragraph.</summary>
    internal void Read(Paragraph paragraph)
    {
        string text = paragraph.Text;
        List? list = null;
        List? inner = null;
        int whole = -1;
        string wholeKey = "";
        int from = 0;
        foreach (ClauseFigure figure in ClauseFigures.Read(text, 0))
        {
            Token token = figure.Token;
            if (token.Start < from || token.Figure is not { Unit: "人" or "名", Broken: false }) continue;
            string between = text[from..token.Start];
            if (between.Contains('。') || (list is null && between.Contains('；')))
            {
                Close(ref inner);
                Close(ref list);
                whole = -1;
            }
            else if (between.Contains('）')) Close(ref inner);

            bool parts = Array.Exists(OfWhich, between.Contains);
            (string name, int start) = NameBefore(text, from, token.Start);
            if (parts && between.Contains('（') && list is { Parts.Count: > 0 }) inner = new List(list.Parts[^1], claims.Claims[list.Parts[^1]].Subject.Key);
            else if (parts && whole >= 0 && list is null) list = new List(whole, wholeKey);
            if (list is null || (!parts && between.Contains('；') && BeginsWhole(name, list)))
            {
                Close(ref inner);
                Close(ref list);
                if (KeyOf(name) is not { } key) whole = -1;
                else whole = Claim(name, wholeKey = "staff/" + key, start, token);
            }
            else Add(inner ?? list, name, start, token);
            from = token.End;
        }

        Close(ref inner);
        Close(ref list);
    }

    // 在职… and 离退休… begin the next whole after a semicolon; 编制 is in the names of the kinds as well.
    private static bool BeginsWhole(string name, List list) => KeyOf(name) is "在职" or "离退休" && "staff/" + KeyOf(name) != list.Key;

    private int Claim(string name, string key, int start, Token token) => claims.Add(ClaimKind.Count, new Subject(name, null, key), start, token, token.End);

    private void Add(List list, string name, int start, Token token)
    {
        if (name.Length is 0 or > LongestName)
        {
            list.Partial = true;
            claims.AddUnread(token.Start, token.End);
            return;
        }

        list.Partial |= !Array.Exists(Kinds, k => name.Contains(k, StringComparison.Ordinal));
        list.Parts.Add(Claim(name, $"{list.Key}/{name}", start, token));
    }

    private void Close(ref List? list)
    {
        if (list is { Parts.Count: > 0 }) claims.Add(new Breakdown(list.Whole, list.Parts.ToImmutable(), Exhaustive: !list.Partial && list.Parts.Count > 1));
        list = null;
    }

    private static string? KeyOf(string name)
    {
        foreach ((string word, string key) in Wholes)
        {
            if (name.Contains(word, StringComparison.Ordinal)) return key;
        }

        return null;
    }

    /// <summary>The name directly before a figure, without the words that only lead to it.</summary>
    private static (string Name, int Start) NameBefore(string text, int from, int figure)
    {
        int start = figure;
        while (start > from && text[start - 1] is not ('，' or '、' or '；' or '。' or '：' or '（' or '）')) start--;
        foreach (string lead in (ReadOnlySpan<string>)["其中", "包括", "共有", "现有"])
        {
            int at = text.IndexOf(lead, start, figure - start, StringComparison.Ordinal);
            if (at >= 0 && at + lead.Length < figure) start = at + lead.Length;
        }

        string name = text[start..figure];
        foreach (string tail in (ReadOnlySpan<string>)["为", "共", "有", "共计", "合计"])
        {
            if (name.Length > tail.Length + 1 && name.EndsWith(tail, StringComparison.Ordinal)) name = name[..^tail.Length];
        }

        return (name, start);
    }
}
