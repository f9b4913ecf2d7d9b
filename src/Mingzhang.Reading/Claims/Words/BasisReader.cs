using Mingzhang.Core.Disclosures;

namespace Mingzhang.Reading.Claims.Words;

/// <summary>Reads what a change is measured against: 与2022年度相比, 比上年决算数, 较年初预算数, 同比.</summary>
internal static class BasisReader
{
    private static readonly string[] PriorWords = ["上一年度", "上年度", "上年", "去年", "上一年"];
    private static readonly string[] Tails = ["决算数", "决算", "同期", "支出", "收入", "数", "实际"];
    private static readonly string[] Executed = ["当年预算执行数", "预算执行数", "执行数", "预算执行"];

    /// <summary>The basis that begins at <paramref name="at"/>; null if the words there are none.</summary>
    internal static Token? Read(string text, int at)
    {
        if (Lexer.StartsWith(text, at, "同比")) return new Token(TokenKind.Basis, at, at + 2) { Measure = Measure.PriorYear };
        char first = text[at];
        if (first == '同' && !Lexer.StartsWith(text, at, "同上")) return null;
        int end = at + 1;
        if (TryYear(text, end, out int year, out int yearEnd)) end = yearEnd;
        else if (Word(text, end, PriorWords) is { } prior) (year, end) = (-1, end + prior.Length);
        Measure? measure = null;
        if (year != 0)
        {
            if (end < text.Length && text[end] == '度') end++;
            if (Word(text, end, Executed) is { } executed) (measure, end) = (Measure.PriorYear, end + executed.Length);
            else if (Lexer.BudgetAt(text, end, out int budgetEnd, out Measure? budget)) (measure, end) = (budget ?? Measure.PriorBudget, budgetEnd);
            else measure = Measure.PriorYear;
        }
        else
        {
            while (Lexer.StartsWith(text, end, "当年") || Lexer.StartsWith(text, end, "本年")) end += 2;
            if (!Lexer.BudgetAt(text, end, out int budgetEnd, out measure)) return null;
            end = budgetEnd;
        }

        foreach (string tail in Tails)
        {
            if (Lexer.StartsWith(text, end, tail)) end += tail.Length;
        }

        if (first is '与' or '和' or '同')
        {
            if (Lexer.StartsWith(text, end, "相比较")) end += 3;
            else if (Lexer.StartsWith(text, end, "相比") || Lexer.StartsWith(text, end, "比较")) end += 2;
            else if (end < text.Length && text[end] == '比') end++;
            else if (!(Lexer.StartsWith(text, end, "基本持平") || Lexer.StartsWith(text, end, "持平") || Lexer.StartsWith(text, end, "一致") || Lexer.StartsWith(text, end, "大致持平") || Lexer.StartsWith(text, end, "相同"))) return null;
        }
        else if (Lexer.StartsWith(text, end, "相比")) end += 2;

        return new Token(TokenKind.Basis, at, end) { Measure = measure, Year = Math.Max(year, 0) };
    }

    /// <summary>Four digits and 年.</summary>
    internal static bool TryYear(string text, int at, out int year, out int end)
    {
        year = 0;
        end = at;
        if (at + 4 >= text.Length || text[at + 4] != '年') return false;
        for (int i = at; i < at + 4; i++)
        {
            if (text[i] is < '0' or > '9') return false;
            year = (year * 10) + (text[i] - '0');
        }

        end = at + 5;
        if (year is >= 1949 and <= 2100) return true;
        year = 0;
        return false;
    }

    private static string? Word(string text, int at, string[] words)
    {
        foreach (string word in words)
        {
            if (Lexer.StartsWith(text, at, word)) return word;
        }

        return null;
    }
}
