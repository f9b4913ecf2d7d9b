using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Evaluations;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>How many subordinate units the final accounts cover, and their names (part one).</summary>
internal sealed class SubordinateUnits(ClaimCollector claims)
{
    private static readonly string[] CountWords = ["个下属单位", "个所属单位", "个二级单位", "个二级预算单位", "家下属单位", "家所属单位", "个直属单位", "个下属二级单位", "个下属预算单位"];
    private bool _listing;

    /// <summary>A section begins.</summary>
    internal void BeginSection() => _listing = false;

    /// <summary>Reads a paragraph.</summary>
    internal void Read(Paragraph paragraph)
    {
        string text = paragraph.Text;
        if (_listing && paragraph.Mark != MarkStyle.None && text.Length is > 2 and < 60 && !text.Contains('。') && !text.Contains('，'))
        {
            string name = text.TrimEnd('；', '、');
            claims.Add(ClaimKind.Named, new Subject(name, null, "units/" + name), 0, null, name.Length);
            return;
        }

        _listing = text.EndsWith("包括：", StringComparison.Ordinal) && text.Contains("预算单位", StringComparison.Ordinal);
        Subject units = new("下属单位", null, "units");
        foreach (ClauseFigure figure in ClauseFigures.Read(text, 0))
        {
            if (figure.Token.Figure is not { Broken: false, Unit: "个" or "家" }) continue;
            foreach (string word in CountWords)
            {
                if (!Lexer.StartsWith(text, figure.Token.End - 1, word)) continue;
                claims.Add(ClaimKind.Count, units, figure.Token.Start, figure.Token, figure.Token.End - 1 + word.Length);
                return;
            }
        }

        int none = text.IndexOf("无下属", StringComparison.Ordinal);
        if (none >= 0) claims.Add(ClaimKind.None, units, none, null, Math.Min(text.Length, none + 5));
    }
}
