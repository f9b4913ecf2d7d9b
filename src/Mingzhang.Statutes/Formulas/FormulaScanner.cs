using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;

namespace Mingzhang.Statutes.Formulas;

/// <summary>
/// Walks over a formula: skips blanks, takes full-width characters for half-width ones, and keeps the first thing that did not fit.
/// It never throws, for it reads what unknown documents print, too.
/// </summary>
internal sealed class FormulaScanner(string text, int start = 0)
{
    private const int MaxDigits = 4;

    internal string Text { get; } = text;

    internal int At { get; private set; } = start;

    internal FormulaError? Error { get; private set; }

    internal bool AtEnd
    {
        get
        {
            SkipBlanks();
            return At >= Text.Length;
        }
    }

    /// <summary>Remembers that something else was expected here; always false.</summary>
    internal bool FailHere(string zh, string en) => Fail($"应为{zh}，不能是{Here().Zh}", $"{en} was expected, not {Here().En}");

    /// <summary>Remembers the first problem; always false, so that a caller can return it.</summary>
    internal bool Fail(string zh, string en, int? at = null) => Fail(new Text(zh, en), at);

    internal bool Fail(Text problem, int? at = null)
    {
        Error ??= new FormulaError(at ?? At, problem);
        return false;
    }

    internal char Peek()
    {
        SkipBlanks();
        return At < Text.Length ? Narrow(Text[At]) : '\0';
    }

    internal bool Take(char c)
    {
        if (Peek() != c) return false;
        At++;
        return true;
    }

    internal bool Take(string word)
    {
        SkipBlanks();
        int at = At;
        foreach (char c in word)
        {
            while (at < Text.Length && char.IsWhiteSpace(Text[at])) at++;
            if (at >= Text.Length || Narrow(Text[at]) != c) return false;
            at++;
        }

        At = at;
        return true;
    }

    internal bool TakeNumber(out int number)
    {
        number = 0;
        SkipBlanks();
        int digits = 0;
        while (At < Text.Length && Narrow(Text[At]) is >= '0' and <= '9' && digits < MaxDigits)
        {
            number = number * 10 + (Narrow(Text[At++]) - '0');
            digits++;
        }

        return digits > 0;
    }

    /// <summary><c>…</c>, <c>……</c>, <c>...</c>.</summary>
    internal bool TakeEllipsis()
    {
        if (Take('…'))
        {
            Take('…');
            return true;
        }

        return Take("...");
    }

    internal bool TakeComparison(out Comparison comparison)
    {
        comparison = Comparison.Equal;
        if (Take('='))
        {
            return true;
        }

        if (Take('≤') || Take("<=") || Take('≦'))
        {
            comparison = Comparison.AtMost;
            return true;
        }

        comparison = Comparison.AtLeast;
        return Take('≥') || Take(">=") || Take('≧');
    }

    /// <summary>Everything up to a character, which is taken as well; false if it does not come.</summary>
    internal bool TakeUntil(char end, out string taken, out int at)
    {
        SkipBlanks();
        at = At;
        int close = At;
        while (close < Text.Length && Narrow(Text[close]) != end) close++;
        taken = Text[At..close].Trim();
        if (close >= Text.Length) return false;
        At = close + 1;
        return true;
    }

    /// <summary>What stands here, for messages.</summary>
    internal Text Here()
    {
        SkipBlanks();
        return At >= Text.Length ? new("结尾", "the end") : new($"“{Text[At]}”", $"\"{Text[At]}\"");
    }

    internal static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '−' or '–' or '—' => '-',
        '﹢' => '+',
        '【' => '[',
        '】' => ']',
        '∑' => 'Σ',
        _ => c,
    };

    private void SkipBlanks()
    {
        while (At < Text.Length && char.IsWhiteSpace(Text[At])) At++;
    }
}
