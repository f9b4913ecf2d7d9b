using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>The overseas groups that 九(二) lists one by one (…团组1个，3人次；): parts of the number of groups and of persons.</summary>
internal sealed class OverseasGroups(ClaimCollector claims)
{
    private readonly List<int> _groups = [];
    private readonly List<int> _persons = [];
    private int _number;

    /// <summary>Reads a list item if it tells of a group; false if it does not.</summary>
    internal bool Read(Paragraph paragraph)
    {
        if (paragraph.Mark is not (MarkStyle.ArabicBracket or MarkStyle.Circled) || Whole("overseas/团组") < 0 || paragraph.Text.Contains("来访", StringComparison.Ordinal)) return false;
        int start = paragraph.Text.IndexOf("团组", StringComparison.Ordinal);
        if (start < 0) return false;
        _number++;
        foreach (Evaluations.ClauseFigure figure in Evaluations.ClauseFigures.Read(paragraph.Text, start))
        {
            if (figure.Token.Figure is not { Broken: false } value) continue;
            if (value.Unit is "个") Add(_groups, "overseas/团组/", figure.Token);
            else if (value.Unit is "人次" or "人") Add(_persons, "overseas/人次/", figure.Token);
            else break;
        }

        return true;
    }

    /// <summary>Ends the section.</summary>
    internal void End()
    {
        Close(_groups, "overseas/团组");
        Close(_persons, "overseas/人次");
        _number = 0;
    }

    private void Add(List<int> parts, string key, Token token) =>
        parts.Add(claims.Add(ClaimKind.Count, new Subject($"团组{_number}", null, key + _number.ToString(System.Globalization.CultureInfo.InvariantCulture)), token.Start, token, token.End));

    private void Close(List<int> parts, string key)
    {
        if (parts.Count > 1 && Whole(key) is >= 0 and int whole) claims.Add(new Breakdown(whole, [.. parts], Exhaustive: true));
        parts.Clear();
    }

    private int Whole(string key)
    {
        for (int i = claims.Claims.Count - 1; i >= 0 && claims.Claims[i].Section == claims.Section; i--)
        {
            if (claims.Claims[i].Subject.Key == key) return i;
        }

        return -1;
    }
}
