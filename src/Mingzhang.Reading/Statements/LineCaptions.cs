using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>The captions by which the lines of one side of a form are known, in their plain form: as the definition has them, and those of the classification for lines of a class.</summary>
internal sealed class LineCaptions
{
    private readonly Dictionary<string, List<int>> _byText = [];
    private readonly Dictionary<string, int> _byClass = [];
    private readonly HashSet<string> _groups = [];

    internal LineCaptions(ImmutableArray<FormLine> lines, int ordinals, Classification functional)
    {
        Lines = lines;
        Ordinals = ordinals;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Caption.Length == 0) continue;
            foreach (string caption in Captions(lines[i], functional)) Add(i, caption, Plain(lines[i].Group));
            if (lines[i].Class is { } code) _byClass.TryAdd(code, i);
        }

        Longest = _byText.Count == 0 ? 0 : _byText.Keys.Max(k => k.Length);
    }

    /// <summary>The lines of the side in number order.</summary>
    internal ImmutableArray<FormLine> Lines { get; }

    /// <summary>How many of the first lines print an ordinal.</summary>
    internal int Ordinals { get; }

    /// <summary>The columns of the side.</summary>
    internal ImmutableArray<string> Columns => Lines[0].Columns;

    /// <summary>Length of the longest caption.</summary>
    internal int Longest { get; }

    /// <summary>Indices of the lines that a printed caption can mean; empty if none.</summary>
    /// <param name="printed">The caption, as printed or squeezed.</param>
    internal ImmutableArray<int> Find(string printed)
    {
        string plain = Plain(printed);
        if (_byText.TryGetValue(plain, out List<int>? found)) return [.. found];
        return plain.Length > 3 && _byClass.TryGetValue(plain[..3], out int line) && !char.IsAsciiDigit(plain[3]) ? [line] : [];
    }

    /// <summary>Whether the side has a line for a class, by its printed code.</summary>
    internal bool IsClass(string code) => _byClass.ContainsKey(code);

    /// <summary>Whether a caption is that of the line of a class.</summary>
    internal bool IsClass(string code, string caption) => _byClass.TryGetValue(code, out int line) && _byText.TryGetValue(Plain(caption), out List<int>? lines) && lines.Contains(line);

    /// <summary>Whether a text is the name of a group of lines.</summary>
    internal bool IsGroup(string printed) => _groups.Contains(Plain(printed));

    /// <summary>Whether a caption begins with a text, or ends with it, and goes on.</summary>
    internal bool IsPartOfCaption(string printed)
    {
        string plain = Plain(printed);
        return plain.Length > 0 && _byText.Keys.Any(k => k.Length > plain.Length && (k.StartsWith(plain, StringComparison.Ordinal) || k.EndsWith(plain, StringComparison.Ordinal)));
    }

    /// <summary>A caption without blanks, and without what only counts or subordinates it: <c>一、</c>, <c>（一）</c>, <c>1.</c>, <c>其中：</c>.</summary>
    internal static string Plain(string printed) => Plain(printed, out _);

    /// <summary>The same, with the Chinese ordinal (<c>一、</c>) that was printed; 0 if none.</summary>
    internal static string Plain(string printed, out int ordinal)
    {
        string words = Characters.Squeeze(printed);
        ordinal = 0;
        for (int round = 0; round < 3; round++)
        {
            ListMark mark = ListMark.Read(words);
            if (mark.Length > 0 && mark.Length < words.Length)
            {
                if (mark.Style == MarkStyle.Chinese) ordinal = Core.Layout.Ordinals.Read(words, out _);
                words = words[mark.Length..];
            }
            else if (words.Length > 3 && words.StartsWith("其中:", StringComparison.Ordinal)) words = words[3..];
            else if (words.Length > 2 && words[1] == ':' && words[0] is '加' or '减') words = words[2..];
            else break;
        }

        return words;
    }

    private void Add(int line, string caption, string group)
    {
        foreach (string text in group.Length == 0 ? [caption] : new[] { caption, group + caption })
        {
            if (!_byText.TryGetValue(text, out List<int>? lines)) _byText[text] = lines = [];
            if (!lines.Contains(line)) lines.Add(line);
        }

        if (group.Length > 0) _groups.Add(group);
    }

    private static IEnumerable<string> Captions(FormLine line, Classification functional)
    {
        IEnumerable<string> own = line.OtherCaptions.IsDefaultOrEmpty ? [line.Caption] : line.OtherCaptions.Prepend(line.Caption);
        foreach (string caption in own) yield return Plain(caption);
        if (line.Class is not { } code || functional.Find(code) is not { } entry) yield break;
        foreach (string name in entry.FormerNames.Concat(entry.OtherNames).Prepend(entry.Name))
        {
            string plain = Plain(name);
            yield return plain;
            if (plain.Length > 4 && plain.EndsWith("支出", StringComparison.Ordinal)) yield return plain[..^2];
        }
    }
}
