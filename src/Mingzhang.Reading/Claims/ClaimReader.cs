using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Classifications;
using Mingzhang.Reading.Claims.Evaluations;
using Mingzhang.Reading.Claims.Lists;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Sentences;
using Mingzhang.Reading.Claims.Words;
using Mingzhang.Reading.Outlines;

namespace Mingzhang.Reading.Claims;

/// <summary>Reads what the text of a disclosure claims: the explanations, the summaries of evaluations, the glossary, the units.</summary>
internal sealed class ClaimReader
{
    private readonly SourceText _source;
    private readonly Edition _edition;
    private readonly ClaimCollector _claims;
    private readonly TermTable _terms;
    private readonly SentenceGrammar _sentences;
    private readonly ProjectList _projects;
    private readonly OverseasGroups _overseas;
    private readonly PerformanceGrammar _performance;
    private readonly GoalsGrammar _goals;
    private readonly Glossary _glossary;
    private readonly SubordinateUnits _units;
    private readonly StaffCounts _staff;
    private readonly EvaluationNames _evaluationNames;

    private ClaimReader(SourceText source, ImmutableArray<Statement> statements, ImmutableArray<Evaluation> evaluations, Edition edition, FiscalYear year)
    {
        _source = source;
        _claims = new ClaimCollector(source);
        Divisions divisions = new(edition);
        ClassificationResolver resolver = new(statements, edition);
        _edition = edition;
        _terms = new TermTable([.. edition.Terms, .. ClassTerms(resolver, edition)]);
        _sentences = new SentenceGrammar(_claims, new ClassificationSubjects(_claims, resolver, edition), new NamedItems(_claims, statements, edition), divisions, edition, year);
        _projects = new ProjectList(_claims, divisions);
        _overseas = new OverseasGroups(_claims);
        _evaluationNames = new EvaluationNames(evaluations);
        _performance = new PerformanceGrammar(_claims, _evaluationNames, _terms.For("explanations.performance"));
        _goals = new GoalsGrammar(_claims);
        _glossary = new Glossary(_claims, resolver);
        _units = new SubordinateUnits(_claims);
        _staff = new StaffCounts(_claims);
    }

    /// <summary>Reads the claims of a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="outline">How it is divided.</param>
    /// <param name="statements">Its forms, whose captions resolve the names that the text quotes.</param>
    /// <param name="evaluations">Its evaluation tables, whose names the text's projects are matched with.</param>
    /// <param name="edition">The edition that it is read by.</param>
    /// <param name="year">The year that it reports; the edition's where not given.</param>
    internal static ClaimReading Read(
        SourceText text,
        Outline outline,
        ImmutableArray<Statement> statements,
        ImmutableArray<Evaluation> evaluations,
        Edition edition,
        FiscalYear? year = null)
    {
        ClaimReader reader = new(text, statements, evaluations, edition, year ?? edition.Year);
        reader.ReadSections(outline.Sections);
        return reader._claims.ToReading();
    }

    private void ReadSections(ImmutableArray<Section> sections)
    {
        for (int i = 0; i < sections.Length; i++)
        {
            Section section = sections[i];
            if (section.Topic is not { } topic) continue;
            // Sub-headings that the edition does not know (（一）公共安全支出（类）) belong to the section that they stand in.
            int next = i + 1;
            while (next < sections.Length && sections[next] is { Topic: null } inner && inner.Id.StartsWith(section.Id + "(", StringComparison.Ordinal)) next++;
            int last = next < sections.Length ? Math.Min(section.LastLine, sections[next].Heading.Line - 1) : section.LastLine;
            if (topic == "attachments")
            {
                ReadAttachments(section, sections);
                continue;
            }

            if (last < section.FirstLine) continue;
            _claims.BeginSection(section.Id);
            List<Paragraph> paragraphs = ParagraphReader.Read(_source, section.FirstLine, last);
            if (topic.StartsWith("explanations.performance", StringComparison.Ordinal)) ReadPerformance(paragraphs, topic);
            else if (topic == "explanations.goals")
            {
                _goals.BeginSection();
                Each(paragraphs, _goals.Read);
            }
            else if (topic.StartsWith("explanations.project", StringComparison.Ordinal)) continue;
            else if (topic.StartsWith("explanations.", StringComparison.Ordinal)) ReadExplanations(paragraphs, topic);
            else if (topic.StartsWith("glossary", StringComparison.Ordinal)) Each(paragraphs, _glossary.Read);
            else if (topic == "overview.staff") Each(paragraphs, _staff.Read);
            else if (topic.StartsWith("overview", StringComparison.Ordinal))
            {
                _units.BeginSection();
                Each(paragraphs, _units.Read);
            }
        }
    }

    private void ReadExplanations(List<Paragraph> paragraphs, string topic)
    {
        BeginTopic(topic, out WordTable<SubjectTerm> terms);
        foreach (Paragraph paragraph in paragraphs)
        {
            _claims.BeginParagraph(paragraph);
            if (SubTopic.Of(topic, paragraph) is { } below && below != topic)
            {
                EndTopic();
                BeginTopic(topic = below, out terms);
            }

            Explain(paragraph, topic, terms);
        }

        if (paragraphs.Count > 0) AbsentFund(paragraphs, topic);
        EndTopic();
    }

    private void Explain(Paragraph paragraph, string topic, WordTable<SubjectTerm> terms)
    {
        if (topic.StartsWith("explanations.threePublic", StringComparison.Ordinal) && _overseas.Read(paragraph)) return;
        if (_projects.IsOpen && ClassificationsBegin(paragraph.Text)) _projects.End();
        if (_projects.IsOpen)
        {
            _projects.Read(paragraph, 0);
            return;
        }

        int end = _sentences.Read(paragraph, terms);
        if (_sentences.ProjectsWhole < 0) return;
        _projects.Begin(_sentences.TakeProjectsWhole(), paragraph.Mark);
        _projects.Read(paragraph, end);
    }

    private void BeginTopic(string topic, out WordTable<SubjectTerm> terms)
    {
        SectionMeaning meaning = SectionMeaning.Of(topic, _edition);
        terms = _terms.For(topic);
        _sentences.BeginSection(meaning);
        _sentences.Items = !meaning.Classified.IsEmpty ? new ItemLists(_claims) : null;
    }

    private void EndTopic()
    {
        _projects.End();
        _overseas.End();
        _sentences.EndSection();
        _sentences.Items?.End(_sentences.Wholes);
    }

    private void ReadPerformance(List<Paragraph> paragraphs, string topic)
    {
        _performance.BeginSection(topic);
        Each(paragraphs, _performance.Read);
    }

    private void ReadAttachments(Section attachments, ImmutableArray<Section> sections)
    {
        SummaryGrammar summaries = new(_claims, _evaluationNames);
        summaries.Read(_source, attachments.FirstLine, Math.Min(attachments.LastLine, _source.Lines.Length), line =>
            sections.LastOrDefault(s => s.Heading.Line <= line && line <= s.LastLine)?.Id ?? attachments.Id);
    }

    /// <summary>七 and 八: a section without amounts that says there is nothing.</summary>
    private void AbsentFund(List<Paragraph> paragraphs, string topic)
    {
        if (topic is not ("explanations.fund" or "explanations.capital") || SectionMeaning.Of(topic, _edition).Whole is not { } whole) return;
        foreach (Paragraph paragraph in paragraphs)
        {
            int at = paragraph.Text.AsSpan().IndexOfAny('无', '没');
            if (at < 0 || paragraph.Text.Contains("万元", StringComparison.Ordinal)) continue;
            int end = paragraph.Text.IndexOf('。', at);
            _claims.BeginParagraph(paragraph);
            _claims.Add(ClaimKind.None, whole, 0, null, end < 0 ? paragraph.Text.Length : end);
            return;
        }
    }

    private void Each(List<Paragraph> paragraphs, Action<Paragraph> read)
    {
        foreach (Paragraph paragraph in paragraphs)
        {
            _claims.BeginParagraph(paragraph);
            read(paragraph);
        }
    }

    private static bool ClassificationsBegin(string text) =>
        text.StartsWith("按功能", StringComparison.Ordinal) || text.AsSpan(0, Math.Min(text.Length, 40)).Contains("（类）", StringComparison.Ordinal);

    /// <summary>The names of the 类 without the mark （类）, as the structure by class may print them.</summary>
    private static IEnumerable<SubjectTerm> ClassTerms(ClassificationResolver resolver, Edition edition)
    {
        if (SectionMeaning.Of("explanations.general.structure", edition).Classified is not [(string form, string column)]) yield break;
        foreach ((string code, string name) in resolver.Classes)
        {
            Address address = new(form, code, column);
            yield return new SubjectTerm("explanations.general.structure", [name], address, null);
            yield return new SubjectTerm("explanations.general.items", [name], address, null);
        }
    }
}
