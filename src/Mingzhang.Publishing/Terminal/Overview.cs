using System.Collections.Immutable;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Reports;

namespace Mingzhang.Publishing.Terminal;

/// <summary>A line for each of several documents, at the end of their reports.</summary>
internal sealed class Overview(string language)
{
    private readonly List<(string File, ImmutableArray<int> Counts)> _documents = [];

    /// <summary>How many documents it has.</summary>
    public int Count => _documents.Count;

    /// <summary>Notes a document.</summary>
    public void Add(Examined document) => _documents.Add((
        document.File,
        document.Report is { } report ? [.. Enum.GetValues<Severity>().Select(report.Result.Count)] : []));

    /// <summary>The lines; none for a single document.</summary>
    public IEnumerable<ReportLine> Lines()
    {
        if (_documents.Count < 2) yield break;
        int unusable = _documents.Count(d => d.Counts.IsEmpty);
        yield return ReportLine.Empty;
        yield return ReportLine.Of(0, language == "en" ? $"Overview: {_documents.Count} documents, {unusable} of them unusable" : $"汇总：{_documents.Count} 个文件，其中 {unusable} 个不能用", Tone.Strong);
        foreach ((string file, ImmutableArray<int> counts) in _documents)
        {
            var runs = ImmutableArray.CreateBuilder<Run>();
            foreach (Severity severity in Enum.GetValues<Severity>())
            {
                if (counts.IsEmpty) continue;
                int count = counts[(int)severity];
                runs.Add(new Run($"{Words.Of(severity).In(language)} {count}".PadRight(language == "en" ? 12 : 7), count == 0 ? Tone.Faint : TextReport.ToneOf(severity)));
            }

            if (counts.IsEmpty) runs.Add(new Run(language == "en" ? "unusable  " : "不能用  ", Tone.Error));
            runs.Add(new Run(file, Tone.Plain));
            yield return new ReportLine(2, runs.ToImmutable());
        }
    }
}
