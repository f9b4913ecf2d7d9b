using System.Collections.Immutable;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims;
using Mingzhang.Reading.Evaluations;
using Mingzhang.Reading.Evaluations.Goals;
using Mingzhang.Reading.KeyWork;
using Mingzhang.Reading.Outlines;
using Mingzhang.Reading.Sources;
using Mingzhang.Reading.Statements;
using Mingzhang.Statutes;

namespace Mingzhang.Reading;

/// <summary>What reading a document gave: exactly one of both is set.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record ReadResult(Disclosure? Disclosure, ReadProblem? Problem);

/// <summary>Reads a published text document into a disclosure. Does not throw for anything that a document can be.</summary>
public static partial class DocumentReader
{
    /// <summary>Reads a file.</summary>
    public static ReadResult Read(string path, StatuteBook statutes, ReadingOptions? options = null)
    {
        (SourceText? text, ReadProblem? problem) = SourceLoader.Load(path, options);
        return text is null ? new ReadResult(null, problem) : Read(path, text, statutes);
    }

    /// <summary>Reads a text.</summary>
    public static ReadResult Read(SourceText text, StatuteBook statutes) => Read(text.Name, text, statutes);

    private static ReadResult Read(string path, SourceText text, StatuteBook statutes)
    {
        DocumentHead head = DocumentHead.Of(text);
        if (head.Year is not { } year)
        {
            if (head.Kind is null) return NoDisclosure(path, text);
            return Refuse(
                ReadProblemKind.YearUnknown,
                $"{path}：没有找到年度（如“2023年度”）。请确认封面和表头完整。",
                $"{path}: the fiscal year (as in 2023年度) is nowhere stated. Check that cover and headings are there.");
        }

        if (EditionChoice.Of(text, statutes, head.Kind, year) is not var (edition, basis))
        {
            return head.Kind is null
                ? NoDisclosure(path, text)
                : Refuse(ReadProblemKind.NoEdition, $"{path}：没有 {year} 年度的表式数据。可用 --forms 给出。", $"{path}: there are no form data for {year}. They can be given by --forms.");
        }

        Disclosure disclosure = Assemble(text, year, edition) with { EditionBasis = basis };
        return disclosure.Statements.IsEmpty && !disclosure.Outline.Any(s => s.Topic is not null) ? NoDisclosure(path, text) : new ReadResult(disclosure, null);
    }

    private static ReadResult NoDisclosure(string path, SourceText text) => Refuse(
        ReadProblemKind.NotADisclosure,
        $"{path}：不是部门预算或决算公开文件：没有找到预算表、决算表和说明。请给出预算或决算公开文件。{string.Concat(text.Remarks.Select(r => r.Zh))}",
        $"{path}: is no disclosure of a budget or of final accounts: neither their forms nor explanations were found. Give such a document.{string.Concat(text.Remarks.Select(r => " " + r.En))}");

    private static Disclosure Assemble(SourceText text, FiscalYear year, Edition edition)
    {
        Outline outline = OutlineReader.Read(text, edition);
        ImmutableArray<Statement> statements = StatementReader.Read(text, outline, edition);
        ImmutableArray<GoalDeclaration> goals = GoalReader.Read(text, outline, edition);
        EvaluationReading evaluations = EvaluationReader.Read(text, outline, edition, goals, statements);
        ClaimReading claims = ClaimReader.Read(text, outline, statements, evaluations.Evaluations, edition, year);
        return new Disclosure
        {
            Kind = edition.Kind,
            Year = year,
            Unit = UnitName.Of(text, outline, statements),
            Scope = ScopeOf.Read(text),
            AmountUnit = AmountUnit(statements),
            Edition = edition,
            Source = text,
            Outline = outline.Sections,
            Contents = outline.Contents,
            Statements = statements,
            Evaluations = evaluations.Evaluations,
            Goals = goals,
            Claims = claims.Claims,
            Breakdowns = claims.Breakdowns,
            QuotedClassifications = claims.QuotedClassifications,
            KeyWork = KeyWorkReader.Read(text, outline),
            Unread = [.. evaluations.Unread, .. claims.Unread],
        };
    }

    private static string AmountUnit(ImmutableArray<Statement> statements) =>
        statements.Select(s => s.AmountUnit).OfType<string>().GroupBy(u => u).MaxBy(g => g.Count())?.Key ?? "万元";

    private static ReadResult Refuse(ReadProblemKind kind, string zh, string en) => new(null, new ReadProblem(kind, new(zh, en)));
}
