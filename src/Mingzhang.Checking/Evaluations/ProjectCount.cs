using System.Collections.Immutable;
using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;

namespace Mingzhang.Checking.Evaluations;

/// <summary>A number of evaluated projects as the text states it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Span">Where.</param>
/// <param name="Merged">The sentence says that projects were merged (合并为 1 个).</param>
internal sealed record ProjectCount(decimal Value, TextSpan Span, bool Merged)
{
    private const string Key = "evaluation/coverage/projects";
    private const string Words = "共涉及";
    private const int LongestStatement = 16;

    /// <summary>The claims of the number, and the sentences 共涉及 … 个一级项目 that are none.</summary>
    internal static List<ProjectCount> Read(CheckContext context)
    {
        List<ProjectCount> counts = [];
        HashSet<int> lines = [];
        foreach (Claim claim in context.ClaimsOn(Key))
        {
            if (claim is not { Kind: ClaimKind.Count, Value: { } value }) continue;
            counts.Add(new ProjectCount(value.Value, claim.Span, context.Disclosure.Source.Quote(claim.Sentence).Contains("合并", StringComparison.Ordinal)));
            for (int line = claim.Span.Line; line <= claim.Span.EndLine; line++) lines.Add(line);
        }

        if (context.SectionOf("explanations.performance") is not { } section) return counts;
        ImmutableArray<string> source = context.Disclosure.Source.Lines;
        for (int line = section.FirstLine; line <= section.LastLine && line <= source.Length; line++)
        {
            string text = source[line - 1];
            int at = text.IndexOf(Words, StringComparison.Ordinal);
            if (at < 0 || lines.Contains(line)) continue;
            int start = at + Words.Length, digits = text.AsSpan(start).IndexOfAnyInRange('0', '9');
            if (digits is < 0 or > 3) continue;
            start += digits;
            int end = start;
            while (end < text.Length && end - start < 5 && char.IsAsciiDigit(text[end])) end++;
            int stop = Math.Min(text.Length, end + LongestStatement), project = text.IndexOf("项目", end, stop - end, StringComparison.Ordinal);
            if (project < 0 || !text.AsSpan(end, project - end).Contains('个')) continue;
            counts.Add(new ProjectCount(int.Parse(text.AsSpan(start, end - start)), TextSpan.InLine(line, at, project + 2 - at), text.Contains("合并", StringComparison.Ordinal)));
        }

        return counts;
    }
}
