using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>What a document consists of besides its claims, with places.</summary>
/// <param name="Outline">Parts, sections and attachments.</param>
/// <param name="Contents">The contents page.</param>
/// <param name="Statements">The forms.</param>
/// <param name="Evaluations">The self-evaluations.</param>
/// <param name="KeyWork">The key-work table.</param>
internal sealed record DocumentContent(ImmutableArray<Section> Outline, ImmutableArray<ContentsEntry> Contents, ImmutableArray<Statement> Statements, ImmutableArray<Evaluation> Evaluations, ImmutableArray<KeyWorkRow> KeyWork);

/// <summary>Writes the document from cover to attachments.</summary>
internal sealed class DocumentLayout(Book book, FactBook facts, FactLists lists, TemplateWriter writer, DisclosureText text)
{
    private readonly List<(Section Section, int Depth)> _outline = [];
    private readonly ImmutableArray<ContentsEntry>.Builder _contents = ImmutableArray.CreateBuilder<ContentsEntry>();

    /// <summary>Writes everything.</summary>
    internal DocumentContent Write(ImmutableArray<Statement> statements, ImmutableArray<Evaluation> evaluations)
    {
        writer.Write("cover");
        Contents();
        ImmutableArray<Statement> forms = [];
        ImmutableArray<Evaluation> tables = [];
        ImmutableArray<KeyWorkRow> keyWork = [];
        foreach (SectionDefinition section in book.Edition.Sections)
        {
            Heading(section);
            switch (section.Topic)
            {
                case "forms":
                    forms = Forms(statements);
                    break;
                case "keyWork":
                    keyWork = KeyWork(section);
                    break;
                case "attachments":
                    tables = Attachments(evaluations, section.Id);
                    break;
                default:
                    writer.Section(section.Topic, section.Id);
                    break;
            }
        }

        return new DocumentContent(Outline(), _contents.ToImmutable(), forms, tables, keyWork);
    }

    private void Contents()
    {
        text.WriteLine(facts.Word("contents"));
        foreach (SectionDefinition section in book.Edition.Sections)
        {
            if (Depth(section.Id) > 2) continue;
            string part = section.Id[..1];
            Entry(part, Depth(section.Id) == 1 ? PartNumber(section.Id) : Ordinal(section.Id), Title(section), Line(section));
            if (section.Topic != "forms") continue;
            foreach ((Member form, int at) in lists.Of("forms").Select((f, at) => (f, at)))
            {
                string number = Ordinals.Of(at + 1), title = writer.Line("title.contents.form", form);
                Entry(part, number, title, Fill("heading", number, title));
            }
        }
    }

    private void Entry(string part, string number, string title, string line) => _contents.Add(new ContentsEntry(part, number, title, text.WriteLine(line)));

    private void Heading(SectionDefinition section) => Open(section.Id, Title(section), Line(section), section.Topic, Depth(section.Id));

    private void Open(string id, string title, string line, string? topic, int depth)
    {
        TextSpan span = text.WriteLine(line);
        _outline.Add((new Section(id, title, span, text.Line, 0, topic), depth));
    }

    private ImmutableArray<Statement> Forms(ImmutableArray<Statement> statements)
    {
        var written = ImmutableArray.CreateBuilder<Statement>(statements.Length);
        foreach (Member member in lists.Of("forms"))
        {
            if (statements.FirstOrDefault(s => s.Form == member.Row) is not { } statement || book.Edition.Form(member.Row) is not { } form) continue;
            written.Add(StatementText.Write(text, form, statement, writer.Line("title.statement", member), facts, book.Department.Name));
        }

        return written.ToImmutable();
    }

    private ImmutableArray<KeyWorkRow> KeyWork(SectionDefinition section)
    {
        int first = text.Line;
        writer.Section(section.Topic, section.Id);
        SubHeadings(section.Id, first);
        if (book.Prose.KeyWork.IsEmpty) return [];
        ImmutableArray<KeyWorkRow> rows = [.. book.Prose.KeyWork.Select((k, i) => new KeyWorkRow((i + 1).ToString(CultureInfo.InvariantCulture), k.Matter, k.Goal, k.Completion, TextSpan.None))];
        TextTable table = GridText.Write(KeyWorkGrid.Of(rows), text.Line);
        int header = text.Line;
        foreach (string line in table.Lines) text.WriteLine(line);
        return [.. rows.Select((r, i) => r with { Span = TextSpan.InLine(header + 1 + i, 0, table.Lines[i + 1].Length) })];
    }

    /// <summary>Paragraphs of prose that are headings (一、) are sections.</summary>
    private void SubHeadings(string part, int first)
    {
        ImmutableArray<string> lines = text.Lines;
        int number = 0;
        for (int line = first; line <= lines.Length; line++)
        {
            string words = lines[line - 1], ordinal = Ordinals.Of(number + 1);
            if (!words.StartsWith(ordinal + "、", StringComparison.Ordinal) || words.Length > 40 || words.AsSpan().ContainsAny("。；：，")) continue;
            number++;
            _outline.Add((new Section($"{part}/{ordinal}", words[(ordinal.Length + 1)..], TextSpan.InLine(line, 0, words.Length), line + 1, 0, null), 2));
        }
    }

    private ImmutableArray<Evaluation> Attachments(ImmutableArray<Evaluation> evaluations, string part)
    {
        var written = ImmutableArray.CreateBuilder<Evaluation>(evaluations.Length);
        int number = 0, project = 0;
        Member[] members = [.. evaluations.Select(e => e.Scope == EvaluationScope.Department ? lists.Of("departmentEvaluation")[0] : lists.Of("evaluations")[project++])];
        for (int i = 0; i < evaluations.Length; i++)
        {
            string title = writer.Line("title.evaluation." + Scope(evaluations[i]), members[i]);
            var field = new Field(title, TextSpan.InLine(text.Line, 0, title.Length));
            Open($"{part}/{++number}", title, title, "attachments", 2);
            writer.Write("evaluation.head", members[i]);
            written.Add(EvaluationText.Write(text, evaluations[i], field, book.Edition));
        }

        for (int i = 0; i < evaluations.Length; i++)
        {
            string scope = Scope(evaluations[i]), title = writer.Line("title.summary." + scope, members[i]), mark = writer.Line("summary.mark", members[i]);
            TextSpan first = text.WriteLine(title), last = text.WriteLine(mark);
            string id = $"{part}/{++number}";
            _outline.Add((new Section(id, title + mark, first.To(last), text.Line, 0, "attachments"), 2));
            text.BeginSection(id);
            writer.Write("summary." + scope, members[i]);
        }

        return written.ToImmutable();
    }

    private static string Scope(Evaluation evaluation) => evaluation.Scope == EvaluationScope.Department ? "department" : "project";

    /// <summary>The outline with the last line of every section: before the next of the same or a higher level.</summary>
    private ImmutableArray<Section> Outline()
    {
        var sections = ImmutableArray.CreateBuilder<Section>(_outline.Count);
        for (int i = 0; i < _outline.Count; i++)
        {
            int last = text.Line - 1;
            for (int j = i + 1; j < _outline.Count; j++)
            {
                if (_outline[j].Depth > _outline[i].Depth) continue;
                last = _outline[j].Section.Heading.Line - 1;
                break;
            }

            sections.Add(_outline[i].Section with { LastLine = last });
        }

        return sections.ToImmutable();
    }

    private string Title(SectionDefinition section) => writer.Line("title." + section.Topic) is { Length: > 0 } own ? own : section.Title;

    private string Line(SectionDefinition section) => Depth(section.Id) switch
    {
        1 => Fill("part", section.Id, Title(section)),
        2 => Fill("heading", Ordinal(section.Id), Title(section)),
        _ => Fill("subheading", Ordinal(section.Id), Title(section)),
    };

    private string PartNumber(string id) => Fill("part", id, "").Trim();

    private string Fill(string word, string number, string title) =>
        facts.Word(word).Replace("$1", number, StringComparison.Ordinal).Replace("$2", title, StringComparison.Ordinal);

    private static int Depth(string id) => id.Contains('(', StringComparison.Ordinal) ? 3 : id.Contains('/', StringComparison.Ordinal) ? 2 : 1;

    /// <summary>The ordinal of a section by its place: 三 of 三/五(三).</summary>
    private static string Ordinal(string id)
    {
        int open = id.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..] : id[(open + 1)..^1];
    }
}
