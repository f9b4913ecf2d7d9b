namespace Mingzhang.Core.Disclosures;

/// <summary>How the characters of the explanations count when subjects are named: digits of half width, marks of full width, quotation marks not at all.</summary>
public static class NarrativeText
{
    /// <summary>A name as the keys of subjects have it: without white space and characters that do not count, the others in their plain form.</summary>
    public static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !IsDropped(c)).Select(Plain));

    /// <summary>The plain form of a character: <c>１</c> as <c>1</c>, <c>(</c> as <c>（</c>, <c>,</c> as <c>，</c>; others as they are.</summary>
    public static char Plain(char c) => c switch
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

    /// <summary>Whether a character says nothing: quotation marks, marks of Markdown, marks without width.</summary>
    public static bool IsDropped(char c) =>
        c is '“' or '”' or '"' or '\'' or '‘' or '’' or '「' or '」' or '『' or '』' or '*' or '`' or '\uFEFF' or '\u200B';
}
