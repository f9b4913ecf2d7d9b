using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Statutes;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Web.Synthesis;

/// <summary>
/// Invents disclosures for measurements: views of real shape whose departments, years, items, figures, projects and texts are others. The same seed gives the same
/// ones. Their sums need not agree.
/// </summary>
internal sealed partial class SyntheticDisclosures
{
    /// <summary>Years of each department.</summary>
    public const int YearsEach = 5;

    private const int FirstYear = 2020;
    private static readonly string[] Common = ["208", "210", "221"];
    private readonly (string Json, DisclosureView View)[] _templates;
    private readonly ClassificationEntry[] _sections;
    private readonly Classification _functional;
    private readonly int _seed;

    /// <summary>Invents after templates.</summary>
    /// <param name="templates">Views of final accounts, as JSON.</param>
    /// <param name="functional">The classification that items are taken from.</param>
    /// <param name="seed">Other seeds give other disclosures.</param>
    public SyntheticDisclosures(IEnumerable<byte[]> templates, Classification functional, int seed)
    {
        _templates = [.. templates.Select(t => (Encoding.UTF8.GetString(t), DisclosureViewJson.Read(t)))];
        _functional = functional;
        _sections = [.. functional.Entries.Where(e => e.Code.Length == 5 && !Common.Contains(e.Code[..3]) && functional.Find(e.Code + "01") is not null)];
        _seed = seed;
    }

    /// <summary>Name of a department.</summary>
    public static string Department(int number)
    {
        string[] places = SyntheticWords.Places, bodies = SyntheticWords.Bodies;
        int round = number / (places.Length * bodies.Length);
        return places[number % places.Length] + (round > 0 ? $"第{round + 1}" : "") + bodies[number / places.Length % bodies.Length];
    }


    /// <summary>The disclosures of a department, one a year.</summary>
    public IEnumerable<DisclosureView> OfDepartment(int department)
    {
        (string template, DisclosureView view) = _templates[department % _templates.Length];
        Random random = Randomness(department);
        // What all years have in common is made once.
        string json = Items(template, view, random);
        double size = Math.Exp((random.NextDouble() * 4) - 1.5);
        json = Duty().Replace(json, d => d.Groups["number"].Value + Any(SyntheticWords.Duties, random));
        var text = new StringBuilder(json);
        foreach (EvaluationHead project in view.Evaluations.Where(e => e.Scope == "project" && e.Name.Length > 3).DistinctBy(e => e.Name)) text.Replace(project.Name, Any(SyntheticWords.ProjectObjects, random) + "项目");
        json = text.Replace(view.Unit, Department(department)).ToString();
        for (int i = 0; i < YearsEach; i++) yield return OfYear(json, view, i, size, Randomness(-1 - ((department * YearsEach) + i)));
    }

    private static DisclosureView OfYear(string json, DisclosureView view, int number, double size, Random random)
    {
        double growth = Math.Pow(1.03, number) * (0.9 + (0.2 * random.NextDouble()));
        decimal factor = decimal.Round((decimal)(size * growth), 4);
        json = Figure().Replace(json, f => (decimal.Parse(f.ValueSpan, CultureInfo.InvariantCulture) * factor).ToString("F2", CultureInfo.InvariantCulture));
        json = Year().Replace(json, y => (int.Parse(y.ValueSpan, CultureInfo.InvariantCulture) + FirstYear + number - view.Year).ToString(CultureInfo.InvariantCulture));
        json = Reason().Replace(json, _ => "主要原因是" + Any(SyntheticWords.Reasons, random));
        DisclosureView invented = DisclosureViewJson.Read(Encoding.UTF8.GetBytes(json));
        return invented with { Pieces = [.. invented.Pieces.Select((piece, i) => piece is ParagraphPiece told ? Claims((ParagraphPiece)view.Pieces[i], told) : piece)] };
    }

    /// <summary>Moves the claims of a paragraph to where their figures stand now: the figures are still as many and in the same order.</summary>
    private static ParagraphPiece Claims(ParagraphPiece before, ParagraphPiece now)
    {
        MatchCollection old = AnyFigure().Matches(before.Text), moved = AnyFigure().Matches(now.Text);
        if (old.Count != moved.Count) return now with { Claims = [] };
        var places = old.Select((f, i) => (f.Index, i)).ToDictionary(f => f.Index, f => f.i);
        return now with
        {
            Claims = [.. now.Claims.Where(c => places.ContainsKey(c.Start)).Select(c => c with { Start = moved[places[c.Start]].Index, Length = moved[places[c.Start]].Length })],
        };
    }

    /// <summary>Moves the sections that are the department's own to sections of another class.</summary>
    private string Items(string json, DisclosureView view, Random random)
    {
        string[] own = [.. view.Figures.Select(f => f.Row).Where(r => r.Length == 5 && r[0] == '2' && r.All(char.IsAsciiDigit) && !Common.Contains(r[..3])).Distinct(StringComparer.Ordinal)];
        if (own.Length == 0) return json;
        ClassificationEntry[] others = [.. _sections.GroupBy(s => s.Code[..3]).OrderBy(_ => random.Next()).First(g => g.Count() >= own.Count(o => o[..3] == own[0][..3]))];
        var names = new StringBuilder(json);
        string[] moved = [.. own.Where(o => o[..3] == own[0][..3])];
        for (int i = 0; i < moved.Length; i++) Rename(names, moved[i], others[i].Code);
        Rename(names, own[0][..3], others[0].Code[..3]);
        var codes = moved.Select((m, i) => (From: m, To: others[i].Code)).ToDictionary(m => m.From, m => m.To, StringComparer.Ordinal);
        return Code().Replace(names.ToString(), c =>
            c.Value == own[0][..3] ? others[0].Code[..3]
            : c.Length >= 5 && codes.TryGetValue(c.Value[..5], out string? to) ? to + c.Value[5..]
            : c.Value);
    }

    private void Rename(StringBuilder json, string from, string to)
    {
        if (_functional.Find(from) is { } old && _functional.Find(to) is { } other) json.Replace(old.Name, other.Name);
    }

    // Neighbours must not resemble each other, as they do where seeds follow each other.
    private Random Randomness(int number)
    {
        ulong mixed = unchecked(((ulong)(uint)number + ((ulong)(uint)_seed << 32)) * 0x9E37_79B9_7F4A_7C15UL);
        return new Random((int)((mixed ^ (mixed >> 29)) & 0x7FFF_FFFF));
    }

    private static string Any(string[] words, Random random) => words[random.Next(words.Length)];

    [GeneratedRegex("""(?<![\d.])\d+\.\d\d(?=万元|")""", RegexOptions.None, 5000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AnyFigure();

    [GeneratedRegex("""(?<![\d./])20[12]\d(?![\d.])""", RegexOptions.None, 5000)]
    private static partial Regex Year();

    [GeneratedRegex("""(?<![\d.])2\d{2}(\d\d){0,2}(?![\d.年])""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("""主要原因是[^。；"]*""", RegexOptions.None, 5000)]
    private static partial Regex Reason();

    [GeneratedRegex("(?<=\"text\":\")(?<number>（[一二三四五六七八九十]+）)(贯彻|拟订|组织|负责|承担|指导|服务|起草|督办|制定|研究|推进|统筹)[^\"]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Duty();
}
