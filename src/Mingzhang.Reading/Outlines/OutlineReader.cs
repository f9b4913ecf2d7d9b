using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Outlines;

/// <summary>
/// Reads the outline: parts (第三部分), sections (一、) and sub-sections (（一）) by their ordinals in sequence and by their titles against those of
/// the edition, however they are dressed. Numbered sentences of the text and lines of the forms are not headings.
/// </summary>
internal static class OutlineReader
{
    private static readonly ConditionalWeakTable<Edition, TopicMatcher> Matchers = new();

    private const int LongestContinuation = 40;
    private const int LongestTitledPart = 80;

    /// <summary>The outline of a document. Never fails: a document without headings has no sections.</summary>
    internal static Outline Read(SourceText text, Edition edition)
    {
        (ImmutableArray<ContentsEntry> contents, int frontLine, int bodyLine) = ContentsReader.Read(text);
        TopicMatcher matcher = Matchers.GetValue(edition, static e => new TopicMatcher(e));
        List<Mark> marks = new Walk(text, matcher, edition.NumbersParts).Run(frontLine, bodyLine);
        var sections = ImmutableArray.CreateBuilder<Section>(marks.Count);
        for (int i = 0; i < marks.Count; i++)
        {
            int last = text.Lines.Length, lastHeading = marks[i].Heading.Span.EndLine;
            for (int j = i + 1; j < marks.Count; j++)
            {
                lastHeading = marks[j].Heading.Span.EndLine;
                if (marks[j].Depth > marks[i].Depth) continue;
                last = marks[j].Heading.Span.Line - 1;
                lastHeading = marks[j - 1].Heading.Span.EndLine;
                break;
            }

            // Nothing goes on in the next file that has no heading there.
            last = Math.Min(last, LastLineOfFile(text, lastHeading));

            Mark mark = marks[i];
            if (mark.Id.Length == 0) continue;
            sections.Add(new Section(mark.Id, mark.Heading.Printed, mark.Heading.Span, mark.Heading.Span.EndLine + 1, last, mark.Topic));
            if (mark.Depth == 1 && mark.Part == matcher.AttachmentsPart) sections.AddRange(AttachmentReader.Read(text, mark.Heading.Span.EndLine + 1, last, mark.Part, mark.Topic));
        }

        return new Outline(sections.ToImmutable(), contents, bodyLine) { FrontLine = frontLine };
    }

    private static int LastLineOfFile(SourceText text, int line)
    {
        foreach (SourceFile file in text.Files)
        {
            if (file.FirstLine > line) return file.FirstLine - 1;
        }

        return text.Lines.Length;
    }

    /// <summary>A heading of the outline: depth 1 part, 2 section, 3 sub-section. Without id it is the first form of forms that stand under no heading: it only ends what is before.</summary>
    private sealed record Mark(int Depth, string Id, string Part, string? Topic, HeadingLine Heading);

    /// <summary>One pass over the body.</summary>
    private sealed class Walk(SourceText text, TopicMatcher matcher, bool numbersParts)
    {
        private readonly List<Mark> _marks = [];
        private string _part = "", _section = "";
        private string? _partDefinition, _sectionDefinition;
        private int _partOrdinal, _sectionOrdinal, _subOrdinal;

        internal List<Mark> Run(int frontLine, int bodyLine)
        {
            for (int line = 1; line <= text.Lines.Length; line++)
            {
                if (line >= frontLine && line < bodyLine) continue;
                if ((!numbersParts || BeforeForms) && TitledPart(line) is { } titled)
                {
                    _marks.Add(titled);
                    continue;
                }

                if (!CanStartHeading(text.Lines[line - 1]) || HeadingLine.Parse(text.Lines[line - 1], line) is not { } heading) continue;
                Mark? mark = heading.Rank switch
                {
                    HeadingRank.Part => Part(heading),
                    HeadingRank.Section => Section(heading),
                    HeadingRank.SubSection => SubSection(heading),
                    _ => null,
                };
                if (mark is null) continue;
                _marks.Add(mark);
                line = mark.Heading.Span.EndLine;
            }

            return _marks;
        }

        private Mark? Part(HeadingLine heading)
        {
            // Files given together need not be in the order of the parts.
            bool next = heading.Ordinal > _partOrdinal || (BeginsFile(heading.Span.Line) && !_marks.Exists(m => m.Depth == 1 && m.Id == Ordinals.Of(heading.Ordinal)));
            if (!next || heading.Title.AsSpan().ContainsAny("。；;")) return null;
            heading = JoinPart(heading);
            _partOrdinal = heading.Ordinal;
            _part = Ordinals.Of(heading.Ordinal);
            (_section, _sectionOrdinal, _subOrdinal, _sectionDefinition) = ("", 0, 0, null);
            var definition = matcher.Part(heading);
            _partDefinition = definition?.Id;
            return new Mark(1, _part, _part, definition?.Topic, heading);
        }

        /// <summary>A part whose title stands alone, without 第一部分, and may begin with the unit's or the project's name.</summary>
        private Mark? TitledPart(int line)
        {
            string raw = text.Lines[line - 1];
            if (raw.Length is 0 or > LongestTitledPart || HeadingLine.Parse(raw, line) is not { Rank: HeadingRank.None or HeadingRank.Section or HeadingRank.Part } heading) return null;
            if (heading.Rank == HeadingRank.None && matcher.IsForm(heading.Title)) return BeforeForms ? BeginPart("", matcher.FormsPart, null, heading) : null;
            if (numbersParts) return null;
            if (matcher.TitledPart(heading) is not { } definition) return null;
            int before = _marks.Count(m => m.Topic == definition.Topic);
            if (before > 0 && !definition.Repeats) return null;
            return BeginPart(before == 0 ? definition.Id : $"{definition.Id}-{before + 1}", definition.Id, definition.Topic, heading);
        }

        // Forms begin without a heading of their part, or that heading is lost. In numbered parts only behind the first.
        private bool BeforeForms => matcher.FormsPart.Length > 0 && _part.Length > 0 && _partDefinition != matcher.FormsPart && (!numbersParts || _partOrdinal == 1);

        private Mark BeginPart(string id, string definition, string? topic, HeadingLine heading)
        {
            (_part, _partDefinition, _section, _sectionOrdinal, _subOrdinal, _sectionDefinition) = (id.Length == 0 ? definition : id, definition, "", 0, 0, null);
            return new Mark(1, id, _part, topic, heading);
        }

        private Mark? Section(HeadingLine heading)
        {
            if (matcher.HasNoSections(_part) && matcher.HasNoSections(_partDefinition)) return null;
            heading = JoinSection(heading, _partDefinition);
            var (definition, score) = matcher.Section(heading, _partDefinition);
            bool sure = score >= TopicMatcher.Sure && heading.Title.Length <= 60 && !_marks.Exists(m => m.Topic == definition!.Topic && m.Part == _part);
            if (!sure && !(heading.IsTitleLike && heading.Ordinal == _sectionOrdinal + 1 && _part.Length > 0)) return null;
            if (_part.Length == 0 || (_partDefinition is null && definition is not null))
            {
                // The part's own heading is lost: its sections are still its sections.
                _part = _partDefinition = definition!.Id[..definition.Id.IndexOf('/')];
            }

            if (_marks.Exists(m => m.Topic is not null && m.Topic == definition?.Topic && (m.Part == _part || !definition.Repeats))) definition = null;
            _sectionOrdinal = heading.Ordinal;
            _subOrdinal = 0;
            _section = $"{_part}/{Ordinals.Of(heading.Ordinal)}";
            _sectionDefinition = definition?.Id;
            return new Mark(2, _section, _part, definition?.Topic, heading);
        }

        private Mark? SubSection(HeadingLine heading)
        {
            if (_section.Length == 0) return null;
            bool titled = _sectionDefinition is not null;
            if (titled) heading = JoinSection(heading, _sectionDefinition);
            var (definition, score) = titled ? matcher.Section(heading, _sectionDefinition) : (null, 0);
            bool sure = score >= TopicMatcher.Sure && heading.Title.Length <= 60;
            if (!sure && !(heading.IsTitleLike && heading.Ordinal == _subOrdinal + 1)) return null;
            if (_marks.Exists(m => m.Topic is not null && m.Topic == definition?.Topic)) definition = null;
            _subOrdinal = heading.Ordinal;
            return new Mark(3, $"{_section}({Ordinals.Of(heading.Ordinal)})", _part, definition?.Topic, heading);
        }

        /// <summary>Whether no part before a line is in the file of the line.</summary>
        private bool BeginsFile(int line) => text.FileOf(line) is { } file && !_marks.Exists(m => m.Depth == 1 && m.Heading.Span.Line >= file.FirstLine);

        /// <summary>A part's title goes on over the lines that follow without a blank one, until it ends as a part's title does.</summary>
        private HeadingLine JoinPart(HeadingLine heading)
        {
            for (int more = 0; more < 3 && !matcher.EndsPart(heading.Title); more++)
            {
                int next = heading.Span.EndLine + 1;
                HeadingLine? following = next <= text.Lines.Length ? HeadingLine.Parse(text.Lines[next - 1], next) : null;
                if (following is null && More(heading) is { } apart && matcher.EndsPart(heading.Title + apart.Title)) following = apart;
                if (following is not { Rank: HeadingRank.None } || following.Title.Length > LongestContinuation || !HeadingLine.IsTitle(heading.Title + following.Title)) break;
                heading = heading.Join(following);
            }

            return heading;
        }

        /// <summary>A section's title broken over two lines is joined where the whole is a title of the edition and the first line is not.</summary>
        private HeadingLine JoinSection(HeadingLine heading, string? parent)
        {
            if (matcher.Section(heading, parent).Score >= 1 || More(heading) is not { } more) return heading;
            HeadingLine joined = heading.Join(more);
            return matcher.Section(joined, parent).Score > Math.Max(matcher.Section(heading, parent).Score, TopicMatcher.Sure) ? joined : heading;
        }

        /// <summary>The next line with text, if it is short and has no ordinal.</summary>
        private HeadingLine? More(HeadingLine heading)
        {
            for (int line = heading.Span.EndLine + 1; line <= Math.Min(heading.Span.EndLine + 2, text.Lines.Length); line++)
            {
                if (text.Lines[line - 1].AsSpan().IsWhiteSpace()) continue;
                return HeadingLine.Parse(text.Lines[line - 1], line) is { Rank: HeadingRank.None } more && more.Title.Length <= LongestContinuation ? more : null;
            }

            return null;
        }

        private static bool CanStartHeading(string line)
        {
            foreach (char c in line)
            {
                if (Sources.Characters.IsSpace(c) || c is '#' or '*' or '-' or '>' or '•' or '·' or '●') continue;
                return c is '第' or '（' or '(' or '十' || (c is >= '一' and <= '龥' && Ordinals.Read([c], out _) > 0);
            }

            return false;
        }
    }
}
