using System.Collections.Immutable;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>
/// Words by their first character, longest first. Brackets and 、 inside a word are left out on both sides of the comparison, so that
/// 因公出国境费 is 因公出国（境）费 and 收支总计 is 收、支总计.
/// </summary>
/// <typeparam name="T">What a word means.</typeparam>
internal sealed class WordTable<T>
{
    private readonly Dictionary<char, List<(string Word, T Meaning)>> _byFirst = [];

    /// <summary>Adds a word; the first meaning of a word stays.</summary>
    internal void Add(string word, T meaning)
    {
        string plain = Plain(word);
        if (plain.Length == 0) return;
        if (!_byFirst.TryGetValue(plain[0], out List<(string Word, T Meaning)>? words)) _byFirst[plain[0]] = words = [];
        if (words.Exists(w => w.Word == plain)) return;
        int at = words.FindIndex(w => w.Word.Length < plain.Length);
        words.Insert(at < 0 ? words.Count : at, (plain, meaning));
    }

    /// <summary>The longest word that begins at <paramref name="start"/>.</summary>
    internal bool TryMatch(string text, int start, out int end, out T meaning)
    {
        if (_byFirst.TryGetValue(text[start], out List<(string Word, T Meaning)>? words))
        {
            foreach ((string word, T found) in words)
            {
                end = End(text, start, word);
                if (end < 0) continue;
                meaning = found;
                return true;
            }
        }

        end = start;
        meaning = default!;
        return false;
    }

    private static int End(string text, int start, string word)
    {
        int at = start;
        foreach (char c in word)
        {
            for (int skipped = 0; skipped < 3 && at > start && at < text.Length && text[at] != c && IsSkipped(text[at]); skipped++) at++;
            if (at >= text.Length || text[at] != c) return -1;
            at++;
        }

        // A bracket opened inside the word is closed with it: 设备（不含车辆）.
        return at < text.Length && text[at] == '）' && text.AsSpan(start, at - start).Count('（') > text.AsSpan(start, at - start).Count('）') ? at + 1 : at;
    }

    private static string Plain(string word) => string.Concat(word.Where(c => !IsSkipped(c) && !char.IsWhiteSpace(c)));

    private static bool IsSkipped(char c) => c is '（' or '）' or '(' or ')' or '、' or '“' or '”';
}

/// <summary>The terms of an edition by topic.</summary>
internal sealed class TermTable
{
    private readonly ImmutableArray<SubjectTerm> _terms;
    private readonly Dictionary<string, WordTable<SubjectTerm>> _byTopic = [];

    internal TermTable(ImmutableArray<SubjectTerm> terms) => _terms = terms;

    /// <summary>The terms that a section's topic knows: its own before those of the topics above it.</summary>
    internal WordTable<SubjectTerm> For(string topic)
    {
        if (_byTopic.TryGetValue(topic, out WordTable<SubjectTerm>? table)) return table;
        table = new WordTable<SubjectTerm>();
        for (string? at = topic; at is not null; at = Above(at))
        {
            foreach (SubjectTerm term in _terms)
            {
                if (term.Topic != at) continue;
                foreach (string word in term.Words) table.Add(word, term);
            }
        }

        return _byTopic[topic] = table;
    }

    private static string? Above(string topic)
    {
        if (topic == "*") return null;
        int dot = topic.LastIndexOf('.');
        return dot < 0 ? "*" : topic[..dot];
    }
}
