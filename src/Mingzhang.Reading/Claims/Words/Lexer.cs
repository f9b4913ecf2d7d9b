using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Classifications;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>Cuts a paragraph into words. At every place the longest word wins; a term wins over a keyword of the same length.</summary>
internal static class Lexer
{
    private static readonly WordTable<Token> Words = BuildWords();

    /// <summary>The words of a paragraph from <paramref name="start"/> on.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="terms">The terms that the section knows.</param>
    /// <param name="names">The classifications that the paragraph quotes, in order.</param>
    internal static List<Token> Read(string text, int start, WordTable<SubjectTerm> terms, List<QuotedNames> names)
    {
        List<Token> tokens = new(text.Length / 4);
        int nextName = 0;
        for (int at = start; at < text.Length;)
        {
            while (nextName < names.Count && names[nextName].Start < at) nextName++;
            Token token = nextName < names.Count && names[nextName].Start == at
                ? new Token(TokenKind.Classification, at, names[nextName].End) { Names = names[nextName] }
                : Next(text, at, terms);
            tokens.Add(token);
            at = token.End;
        }

        return tokens;
    }

    private static Token Next(string text, int at, WordTable<SubjectTerm> terms)
    {
        char c = text[at];
        TokenKind mark = c switch
        {
            '，' or '、' => TokenKind.Comma,
            '；' => TokenKind.Semicolon,
            '：' => TokenKind.Colon,
            '。' or '！' or '？' => TokenKind.Stop,
            '（' => TokenKind.Open,
            '）' => TokenKind.Close,
            _ => TokenKind.Other,
        };
        if (mark != TokenKind.Other) return new Token(mark, at, at + 1);
        if (c is >= '0' and <= '9' || (c == '-' && at + 1 < text.Length && text[at + 1] is >= '0' and <= '9' && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))) return Number(text, at);
        if (c is '与' or '比' or '较' or '同' or '和' && BasisReader.Read(text, at) is { } basis) return basis;
        if (c is '完' or '占' or '为' or '预' or '执' && Proportion(text, at) is { } proportion) return proportion;
        bool isTerm = terms.TryMatch(text, at, out int termEnd, out SubjectTerm term);
        if (Words.TryMatch(text, at, out int wordEnd, out Token word) && (!isTerm || wordEnd > termEnd)) return word with { Start = at, End = wordEnd };
        if (isTerm) return new Token(TokenKind.Term, at, termEnd) { Term = term };
        return new Token(c == ' ' ? TokenKind.Filler : TokenKind.Other, at, at + 1);
    }

    private static Token Number(string text, int at)
    {
        if (BasisReader.TryYear(text, at, out int year, out int end))
        {
            if (end < text.Length && text[end] == '度') end++;
            return new Token(TokenKind.Year, at, end) { Year = year };
        }

        Figure? figure = FigureReader.Read(text, at, out end);
        return figure is null ? new Token(TokenKind.Other, at, end) : new Token(TokenKind.Figure, at, end) { Figure = figure };
    }

    /// <summary>完成年初预算的, 为预算的, 占年初预算的, 预算执行率, 占.</summary>
    private static Token? Proportion(string text, int at)
    {
        foreach (string rate in (ReadOnlySpan<string>)["预算执行率", "预算完成率", "完成率", "执行率"])
        {
            if (StartsWith(text, at, rate)) return new Token(TokenKind.Completion, at, at + rate.Length);
        }

        int end;
        if (StartsWith(text, at, "完成")) end = at + 2;
        else if (text[at] is '占' or '为') end = at + 1;
        else return null;
        bool share = text[at] == '占', completes = text[at] == '完';
        if (completes && end < text.Length && text[end] is '了') end++;
        foreach (string filler in (ReadOnlySpan<string>)["当年", "本年"])
        {
            if (StartsWith(text, end, filler)) end += filler.Length;
        }

        if (BudgetAt(text, end, out int budgetEnd, out Measure? budget))
        {
            bool of = budgetEnd < text.Length && text[budgetEnd] == '的';
            if (completes || of) return new Token(TokenKind.Completion, at, of ? budgetEnd + 1 : budgetEnd) { Measure = budget };
        }

        return share && !StartsWith(text, at, "占用") && !StartsWith(text, at, "占地") ? new Token(TokenKind.Share, at, StartsWith(text, at, "占比") ? at + 2 : at + 1) : null;
    }

    /// <summary>A word for a budget at a place.</summary>
    internal static bool BudgetAt(string text, int at, out int end, out Measure? measure)
    {
        foreach ((string word, Measure found) in Keywords.Measures)
        {
            if (found == Measure.Final || !StartsWith(text, at, word)) continue;
            (end, measure) = (at + word.Length, found);
            return true;
        }

        measure = null;
        foreach (string word in Keywords.BareBudgets)
        {
            if (!StartsWith(text, at, word)) continue;
            end = at + word.Length;
            return true;
        }

        end = at;
        return false;
    }

    /// <summary>Whether a word stands at a place.</summary>
    internal static bool StartsWith(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static WordTable<Token> BuildWords()
    {
        WordTable<Token> words = new();
        foreach ((string word, Measure measure) in Keywords.Measures) words.Add(word, new Token(TokenKind.Measure, 0, 0) { Measure = measure });
        foreach ((string word, Direction way, bool rough) in Keywords.Ways) words.Add(word, new Token(TokenKind.Way, 0, 0) { Way = way, Rough = rough });
        AddAll(words, Keywords.BareBudgets, TokenKind.BareBudget);
        AddAll(words, Keywords.Planned, TokenKind.Planned);
        AddAll(words, Keywords.Noise, TokenKind.Other);
        AddAll(words, Keywords.OfWhich, TokenKind.OfWhich);
        AddAll(words, Keywords.Purposes, TokenKind.Purpose);
        AddAll(words, Keywords.Prose, TokenKind.Prose);
        AddAll(words, Keywords.Absences, TokenKind.Absent);
        words.Add("分别为", new Token(TokenKind.Respectively, 0, 0));
        words.Add("分别", new Token(TokenKind.Respectively, 0, 0));
        AddAll(words, Keywords.Fillers, TokenKind.Filler);
        return words;
    }

    private static void AddAll(WordTable<Token> words, string[] list, TokenKind kind)
    {
        foreach (string word in list) words.Add(word, new Token(kind, 0, 0));
    }
}
