using System.Collections.Immutable;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Statutes.Editions;

/// <summary>Scoring policies (scoring/*.yaml).</summary>
internal static class ScoringReading
{
    internal static ScoringPolicy Read(DataMap root)
    {
        root.Only("id", "executionWeight", "indicatorWeight", "exceededRemarkPercent", "grades", "source");
        DataMap grades = root.Need("grades").AsMap("grades");
        ImmutableArray<Grade> scale = [.. grades.Entries.Select(e => new Grade(e.Key.Value, grades.Number(e.Key.Value)))];
        for (int i = 1; i < scale.Length; i++)
        {
            if (scale[i].From >= scale[i - 1].From) throw grades.Entries[i].Key.Error("等级应从高到低排列", "grades go from the best to the worst");
        }

        return new ScoringPolicy(
            root.Text("id"),
            root.Number("executionWeight"),
            root.Number("indicatorWeight"),
            root.Number("exceededRemarkPercent"),
            scale,
            root.Text("source"));
    }
}
