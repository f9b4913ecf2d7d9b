namespace Mingzhang.Reading.Claims.Classifications;

/// <summary>
/// Finds the classifications that a paragraph quotes by the marks （类）（款）（项）, with or without brackets around 类 after 支出, with or without the
/// code in them (（204类）), or by names joined with hyphens before 科目.
/// </summary>
internal static class QuotedNamesReader
{
    private const int LongestName = 60;
    private const int MostItems = 20;
    private const string ItemWord = "科目";
    private static readonly char[] Hyphens = ['-', '—', '－', '–'];

    /// <summary>The classifications in a paragraph, in order.</summary>
    internal static List<QuotedNames> Read(string text)
    {
        List<QuotedNames> found = [];
        int from = 0;
        if (Hyphened(text) is { } hyphened)
        {
            found.Add(hyphened);
            from = hyphened.End;
        }

        for (int at = from; at < text.Length; at++)
        {
            if (Mark(text, at, out int length) is not { } level) continue;
            int start = NameStart(text, at, from);
            if (start >= at)
            {
                from = at + length;
                continue;
            }

            QuotedNames names = ReadFrom(text, start, at, level, length);
            found.Add(names);
            from = names.End;
            at = names.End - 1;
        }

        return found;
    }

    private static QuotedNames ReadFrom(string text, int start, int mark, char level, int length)
    {
        string cls = "", section = "", code = "";
        List<string> items = [];
        int nameStart = start, end = mark;
        while (true)
        {
            string name = Trim(text[nameStart..mark]);
            if (level == '类') cls = name;
            else if (level == '款') section = name;
            else items.Add(name);
            code += Digits(text, mark, length);
            end = mark + length;
            nameStart = end;
            int next = nameStart;
            char? nextLevel = null;
            while (next < text.Length && next - nameStart < LongestName && text[next] is not ('。' or '；' or '：' or '，'))
            {
                nextLevel = Mark(text, next, out length);
                if (nextLevel is not null) break;
                next++;
            }

            // A deeper mark, or another 项, goes on with the same entry; a 类 begins the next one.
            if (nextLevel is null or '类' || items.Count >= MostItems || (nextLevel == '款' && (section.Length > 0 || items.Count > 0)) || next == nameStart) break;
            (mark, level) = (next, nextLevel.Value);
        }

        return new QuotedNames(cls, section, items, start, SkipTail(text, end)) { Code = items.Count == 1 && code.Length == 7 ? code : "" };
    }

    private static string Digits(string text, int mark, int length) => string.Concat(text.AsSpan(mark, length).ToString().Where(char.IsAsciiDigit));

    /// <summary>类-款-项科目 at the beginning of a paragraph; null if it does not begin so.</summary>
    private static QuotedNames? Hyphened(string text)
    {
        int end = text.IndexOf(ItemWord, StringComparison.Ordinal);
        if (end is <= 0 or > 3 * LongestName || text.AsSpan(0, end).IndexOfAny('，', '。', '；') >= 0) return null;
        int after = end + ItemWord.Length;
        if (after >= text.Length || !(char.IsAsciiDigit(text[after]) || text[after] is '为' or '预')) return null;
        string[] names = text[..end].Split(Hyphens);
        return names.Length == 3 && Array.TrueForAll(names, n => n.Length > 1) ? new QuotedNames(names[0], names[1], [names[2]], 0, after) : null;
    }

    /// <summary>类, 款 or 项 if its mark stands at a place.</summary>
    private static char? Mark(string text, int at, out int length)
    {
        length = 3;
        char c = text[at];
        if (c == '（')
        {
            int digits = at + 1;
            while (digits < text.Length && digits - at <= 3 && char.IsAsciiDigit(text[digits])) digits++;
            length = digits + 2 - at;
            return digits + 1 < text.Length && text[digits + 1] == '）' && text[digits] is '类' or '款' or '项' ? text[digits] : null;
        }

        length = 1;
        return c == '类' && at >= 2 && at + 2 < text.Length && text[at - 1] == '出' && text[at - 2] == '支' && text[at + 1] == '支' && text[at + 2] == '出' ? '类' : null;
    }

    private static int NameStart(string text, int mark, int from)
    {
        int start = mark;
        while (start > from && mark - start < LongestName && text[start - 1] is not ('。' or '；' or '：' or '，' or '！' or '\t')) start--;
        int at = start;
        while (at < mark && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '、' or ' ' or '-' or '—')) at++;
        foreach (string lead in (ReadOnlySpan<string>)["其中", "主要用于", "用于"])
        {
            if (string.CompareOrdinal(text, at, lead, 0, lead.Length) == 0 && at + lead.Length < mark) at += lead.Length;
        }

        return at;
    }

    private static int SkipTail(string text, int end)
    {
        bool tail = string.CompareOrdinal(text, end, "支出", 0, 2) == 0
            && string.CompareOrdinal(text, end, "支出决算", 0, 4) != 0 && string.CompareOrdinal(text, end, "支出预算", 0, 4) != 0;
        return tail ? end + 2 : end;
    }

    private static string Trim(string name) => name.Trim(' ', '、', '-', '—', '.');
}
