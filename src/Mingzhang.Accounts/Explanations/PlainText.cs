namespace Mingzhang.Accounts.Explanations;

/// <summary>Names as the keys of subjects have them: without white space and quotation marks, digits of half and marks of full width.</summary>
internal static class PlainText
{
    /// <summary>The plain form of a name.</summary>
    internal static string Of(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !IsQuotation(c)).Select(Plain));

    /// <summary>Marks that say nothing of a name.</summary>
    internal static bool IsQuotation(char c) => c is '“' or '”' or '"' or '\'' or '‘' or '’' or '「' or '」' or '『' or '』' or '*' or '`';

    private static char Plain(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '(' or '〔' or '【' or '[' => '（',
        ')' or '〕' or '】' or ']' => '）',
        '％' or '﹪' => '%',
        '．' => '.',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '－' or '−' or '﹣' => '-',
        ',' => '，',
        _ => c,
    };
}
