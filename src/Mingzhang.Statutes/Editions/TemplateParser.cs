using System.Collections.Immutable;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Editions;

/// <summary>Reads the notation of templates (docs/wording.md); what does not fit is an error at its place in the file.</summary>
internal sealed class TemplateParser(DataText source, IReadOnlyDictionary<string, DataText> phrases, Func<string, FormDefinition?> forms, int blockColumn, int depth = 0)
{
    private const int DeepestPhrase = 4;
    private const int DeepestBlock = 24;

    private readonly string _text = source.Value.TrimEnd('\n');
    private readonly TemplateNames _names = new(forms);
    private int _at;
    private int _open;

    /// <summary>The whole template.</summary>
    /// <param name="member">The list whose member it speaks of; null if it speaks of none.</param>
    internal ImmutableArray<TemplateNode> Parse(string? member = null)
    {
        if (member is not null) _names.Enter(member);
        (ImmutableArray<TemplateNode> nodes, Tag? tag) = Nodes(extent: false);
        return tag is null ? nodes : throw Error(tag.At, $"{{{tag.Word}}} 没有对应的开头", $"{{{tag.Word}}} closes nothing");
    }

    /// <summary>A single name, as in <c>when:</c>.</summary>
    internal string Name()
    {
        string[] words = [_text.Trim()];
        return Resolved(words, 0)[0];
    }

    private sealed record Tag(int At, string Word, string[] Words, string Inside);

    /// <summary>Nodes up to a closing tag, which is returned, or up to the end.</summary>
    private (ImmutableArray<TemplateNode> Nodes, Tag? Closing) Nodes(bool extent)
    {
        if (++_open > DeepestBlock) throw Error(_at, "嵌套太深", "nested too deeply");
        var nodes = ImmutableArray.CreateBuilder<TemplateNode>();
        while (_at < _text.Length)
        {
            int next = _text.AsSpan(_at).IndexOfAny('{', '<', '>');
            int stop = next < 0 ? _text.Length : _at + next;
            if (stop > _at) nodes.Add(new TemplateText(_text[_at..stop]));
            _at = stop;
            if (next < 0) break;
            if (_text[_at] == '>')
            {
                if (!extent) throw Error(_at, "“>” 没有对应的 “<”", "\">\" without \"<\"");
                _at++;
                _open--;
                return (nodes.ToImmutable(), null);
            }

            if (_text[_at] == '<')
            {
                if (extent) throw Error(_at, "“<” 之内不能再有 “<”", "\"<\" within \"<\"");
                nodes.Add(Extent());
                continue;
            }

            Tag tag = ReadTag();
            if (tag.Word is "end" or "else" or "next")
            {
                _open--;
                return extent ? throw Error(tag.At, $"“<” 之内不能有 {{{tag.Word}}}", $"{{{tag.Word}}} within \"<\"") : (nodes.ToImmutable(), tag);
            }

            if (tag.Word == "phrase") nodes.AddRange(Phrase(tag));
            else if (WordingVocabulary.Blocks.TryGetValue(tag.Word, out (int Least, int Most) size)) nodes.Add(Block(tag, size));
            else nodes.Add(Value(tag));
        }

        if (extent) throw Error(_text.Length, "“<” 没有结束的 “>”", "\"<\" without \">\"");
        _open--;
        return (nodes.ToImmutable(), null);
    }

    private TemplateExtent Extent()
    {
        _at++;
        return new TemplateExtent(Nodes(extent: true).Nodes);
    }

    private Tag ReadTag()
    {
        int start = _at, end = _text.IndexOf('}', _at);
        if (end < 0) throw Error(start, "“{” 没有结束的 “}”", "\"{\" without \"}\"");
        string inside = _text[(start + 1)..end];
        string[] words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw Error(start, "“{}” 之间应有名称", "a name was expected between \"{\" and \"}\"");
        _at = end + 1;
        return new Tag(start, words[0], words, inside);
    }

    private TemplateBlock Block(Tag tag, (int Least, int Most) size)
    {
        ImmutableArray<string> operands = Operands(tag, size);
        if (tag.Word == "if") RefuseUnknown(tag, operands);
        if (tag.Word == "each" && !TemplateNames.IsList(operands[0])) throw Error(tag.At, $"没有列表“{operands[0]}”，应为 {string.Join("、", WordingVocabulary.Lists.Keys.Order(StringComparer.Ordinal))} 之一", $"there is no list \"{operands[0]}\"");
        var bodies = ImmutableArray.CreateBuilder<ImmutableArray<TemplateNode>>();
        if (tag.Word == "each") _names.Enter(operands[0]);
        while (true)
        {
            (ImmutableArray<TemplateNode> body, Tag? closing) = Nodes(extent: false);
            bodies.Add(body);
            if (closing is null) throw Error(tag.At, $"{{{tag.Word}}} 没有 {{end}}", $"{{{tag.Word}}} without {{end}}");
            if (closing.Word == "next" && tag.Word == "join") continue;
            if (tag.Word == "each") _names.Leave();
            if (closing.Word == "end") return new TemplateBlock(tag.Word, operands, bodies.ToImmutable(), []);
            if (closing.Word == "else" && tag.Word == "if") return new TemplateBlock("if", operands, bodies.ToImmutable(), Else(tag, closing));
            throw Error(closing.At, $"{{{closing.Word}}} 不属于 {{{tag.Word}}}", $"{{{closing.Word}}} does not belong to {{{tag.Word}}}");
        }
    }

    private ImmutableArray<TemplateNode> Else(Tag opening, Tag tag)
    {
        if (tag.Words.Length > 1)
        {
            if (tag.Words[1] != "if") throw Error(tag.At, "{else} 之后只能是 if", "only if can follow {else}");
            return [Block(new Tag(tag.At, "if", tag.Words[1..], tag.Inside), WordingVocabulary.Blocks["if"])];
        }

        (ImmutableArray<TemplateNode> nodes, Tag? closing) = Nodes(extent: false);
        return closing is { Word: "end" } ? nodes : throw Error(opening.At, "{if} 没有 {end}", "{if} without {end}");
    }

    private void RefuseUnknown(Tag tag, ImmutableArray<string> operands)
    {
        int at = operands[0] == "not" ? 1 : 0;
        bool plain = operands.Length - at == 1, known = plain || WordingVocabulary.Conditions.Contains(operands[at]);
        if (!known || (!plain && operands.Length - at != (operands[at] == "ends" ? 3 : 2)))
            throw Error(tag.At, $"{{if}} 不认识条件“{operands[at]}”，应为 {string.Join("、", WordingVocabulary.Conditions.Order(StringComparer.Ordinal))} 之一", $"{{if}} does not know the condition \"{operands[at]}\"");
    }

    private TemplateValue Value(Tag tag)
    {
        if (WordingVocabulary.Verbs.TryGetValue(tag.Word, out (int Least, int Most) size)) return new TemplateValue(tag.Word, Operands(tag, size));
        if (tag.Words.Length > 1) throw Error(tag.At, $"未知的 {{{tag.Word} …}}，应为 {string.Join("、", WordingVocabulary.Verbs.Keys.Order(StringComparer.Ordinal))} 之一", $"unknown {{{tag.Word} …}}");
        return new TemplateValue("value", Resolved(tag.Words, tag.At + 1));
    }

    private ImmutableArray<string> Operands(Tag tag, (int Least, int Most) size)
    {
        string[] words = tag.Words[1..];
        if (words.Length < size.Least || words.Length > size.Most)
            throw Error(tag.At, $"{{{tag.Word}}} 应有 {size.Least} 至 {size.Most} 项，这里有 {words.Length} 项", $"{{{tag.Word}}} takes {size.Least} to {size.Most} words, not {words.Length}");
        bool[] names = new bool[words.Length];
        for (int i = 0; i < words.Length; i++) names[i] = IsName(tag.Word, words, i);
        return Resolved(words, tag.At + 1, names);
    }

    private static bool IsName(string verb, string[] words, int index) => verb switch
    {
        "figure" or "change" or "growth" or "completion" or "none" or "parts" => index == 0,
        "share" => index != 1,
        "without" => index == 1,
        "if" => index == words.Length - 1,
        _ => false,
    };

    private ImmutableArray<string> Resolved(string[] words, int at, bool[]? names = null)
    {
        var resolved = ImmutableArray.CreateBuilder<string>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (names is not null && !names[i])
            {
                resolved.Add(words[i]);
                continue;
            }

            (string? name, string zh, string en) = _names.Resolve(words[i]);
            resolved.Add(name ?? throw Error(at, zh, en));
        }

        return resolved.ToImmutable();
    }

    private ImmutableArray<TemplateNode> Phrase(Tag tag)
    {
        string[] arguments = tag.Inside["phrase".Length..].Split('|', StringSplitOptions.TrimEntries);
        if (!phrases.TryGetValue(arguments[0], out DataText? phrase)) throw Error(tag.At, $"没有短语“{arguments[0]}”", $"there is no phrase \"{arguments[0]}\"");
        if (depth >= DeepestPhrase) throw Error(tag.At, "短语互相引用太深", "phrases refer to each other too deeply");
        string text = phrase.Value;
        for (int i = 1; i < arguments.Length; i++) text = text.Replace($"${i}", arguments[i], StringComparison.Ordinal);
        if (text.Contains('$', StringComparison.Ordinal)) throw Error(tag.At, $"短语“{arguments[0]}”缺少参数", $"the phrase \"{arguments[0]}\" lacks an argument");
        var expanded = new DataText(phrase.File, phrase.Line, phrase.Column, text, false) { IsBlock = phrase.IsBlock };
        var parser = new TemplateParser(expanded, phrases, forms, blockColumn, depth + 1);
        parser._names.Adopt(_names);
        return parser.Parse();
    }

    // In a block scalar the place is counted by lines; the columns begin at the block's indentation.
    private StatuteException Error(int at, string zh, string en)
    {
        if (!source.IsBlock) return source.Error(new(zh, en), at);
        ReadOnlySpan<char> before = _text.AsSpan(0, Math.Min(at, _text.Length));
        int line = before.Count('\n'), column = before.Length - (before.LastIndexOf('\n') + 1);
        return new StatuteException(source.File, source.Line + 1 + line, blockColumn + 1 + column, zh, en);
    }
}
