using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What is counted, by the subject and the unit: 公务接待费 with 人次 speaks of the guests, with 批次 of the groups.</summary>
internal sealed class CountSubjects(ThreePublicCells cells)
{
    /// <summary>The subject that a figure with <paramref name="unit"/> counts after <paramref name="subject"/>; null if the two do not go together.</summary>
    internal Subject? Of(Subject subject, string unit)
    {
        string key = subject.Key.StartsWith("purchases/", StringComparison.Ordinal) ? subject.Key["purchases/".Length..] : subject.Key;
        if (key == "vehicles" || key.StartsWith("vehicles/", StringComparison.Ordinal) || key is "cars/购置数" or "cars/保有量") return unit is "辆" or "台" ? subject : null;
        if (key.StartsWith("equipment/", StringComparison.Ordinal)) return unit is "台（套）" or "台套" or "台" or "套" ? subject : null;
        bool persons = unit is "人次" or "人", groups = unit is "个" or "批次" or "批" or "次" or "团" or "组";
        return key switch
        {
            "overseas/团组" => persons ? Counted("因公出国（境）人次", "overseas/人次") : groups ? subject : null,
            "overseas/人次" => persons ? subject : null,
            "reception/批次" => persons ? Counted("国内公务接待人次", "reception/人次") : groups ? subject : null,
            "reception/人次" => persons ? subject : null,
            "reception/外事批次" => persons ? Counted("外事接待人次", "reception/外事人次") : groups ? subject : null,
            "reception/外事人次" => persons ? subject : null,
            "reception/国内" => persons ? Counted("国内公务接待人次", "reception/人次") : unit is "批次" or "批" or "个" ? Counted("国内公务接待批次", "reception/批次") : null,
            "reception/外事" => persons ? Counted("外事接待人次", "reception/外事人次") : unit is "批次" or "批" or "个" ? Counted("外事接待批次", "reception/外事批次") : null,
            _ => OfCost(subject, unit, persons),
        };
    }

    /// <summary>What a cost of the three public expenses is followed by.</summary>
    private Subject? OfCost(Subject subject, string unit, bool persons)
    {
        if (subject.Address is not { } cell) return null;
        if (cell == cells.Overseas) return persons ? Counted("因公出国（境）人次", "overseas/人次") : null;
        if (cell == cells.CarsPurchase) return unit is "辆" ? Counted("公务用车购置数", "cars/购置数") : null;
        if (cell == cells.Reception) return persons ? Counted("国内公务接待人次", "reception/人次") : unit is "批次" or "批" ? Counted("国内公务接待批次", "reception/批次") : null;
        return null;
    }

    private static Subject Counted(string name, string key) => new(name, null, key);
}
