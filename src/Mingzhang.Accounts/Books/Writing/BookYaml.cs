using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using YamlDotNet.Serialization;

namespace Mingzhang.Accounts.Books.Writing;

/// <summary>The YAML files of a book: keys as in docs/books.md; what is not given is left out.</summary>
internal static class BookYaml
{
    private static readonly ISerializer Serializer = new SerializerBuilder().WithQuotingNecessaryStrings().DisableAliases().WithIndentedSequences().Build();

    public static void Write(Dictionary<string, object> content, string path) => File.WriteAllText(path, Serializer.Serialize(content).ReplaceLineEndings("\n"));

    public static Dictionary<string, object> Of(Department department, FiscalYear year)
    {
        var unit = new Dictionary<string, object> { ["year"] = year.Value, ["name"] = department.Name };
        if (department.Code.Length > 0) unit["code"] = department.Code;
        if (department.Published is DateOnly published) unit["published"] = Day(published);
        if (department.Contact.Length > 0) unit["contact"] = department.Contact;
        unit["units"] = department.Units.Select(Of).ToList();
        return unit;
    }

    public static Dictionary<string, object> Of(Particulars particulars)
    {
        var content = new Dictionary<string, object>();
        if (particulars.Overseas is Overseas overseas) content["overseas"] = Of(overseas);
        if (particulars.Cars is Cars cars) content["cars"] = With(new() { ["bought"] = cars.Bought, ["kept"] = cars.Kept }, cars.Costs);
        if (particulars.Reception is Reception reception)
        {
            content["reception"] = new Dictionary<string, object>
            {
                ["batches"] = reception.Batches, ["people"] = reception.People, ["foreignBatches"] = reception.ForeignBatches,
                ["foreignPeople"] = reception.ForeignPeople, ["foreignCost"] = reception.ForeignCost.Yuan,
            };
        }

        if (particulars.Procurement is Procurement procurement)
        {
            var sums = new Dictionary<string, object> { ["goods"] = procurement.Goods.Yuan, ["works"] = procurement.Works.Yuan, ["services"] = procurement.Services.Yuan };
            if (procurement.SmallAndMedium is Amount medium) sums["smallAndMedium"] = medium.Yuan;
            if (procurement.Small is Amount small) sums["small"] = small.Yuan;
            if (procurement.GoodsSmallAndMedium is Amount goods) sums["goodsSmallAndMedium"] = goods.Yuan;
            if (procurement.WorksSmallAndMedium is Amount works) sums["worksSmallAndMedium"] = works.Yuan;
            if (procurement.ServicesSmallAndMedium is Amount services) sums["servicesSmallAndMedium"] = services.Yuan;
            content["procurement"] = sums;
        }

        return content;
    }

    private static Dictionary<string, object> Of(Overseas overseas)
    {
        Dictionary<string, object> content = With(new() { ["groups"] = overseas.Groups, ["people"] = overseas.People }, overseas.Costs);
        if (!overseas.Visits.IsEmpty) content["visits"] = overseas.Visits.Select(Of).ToList();
        return content;
    }

    private static Dictionary<string, object> Of(OverseasVisit visit)
    {
        var content = new Dictionary<string, object>();
        Put(content, "destination", visit.Destination);
        Put(content, "purpose", visit.Purpose);
        content["groups"] = visit.Groups;
        content["people"] = visit.People;
        return With(content, visit.Costs);
    }

    public static Dictionary<string, object> Of(Project project)
    {
        var content = new Dictionary<string, object> { ["code"] = project.Code, ["name"] = project.Name, ["unit"] = project.Unit };
        Put(content, "category", project.Category);
        Put(content, "attribute", project.Attribute);
        Put(content, "use", project.Use);
        if (project.Classified) content["classified"] = true;
        return content;
    }

    public static Dictionary<string, object> Of(SelfEvaluation evaluation)
    {
        var content = new Dictionary<string, object> { ["scope"] = evaluation.Scope == EvaluationScope.Department ? "部门整体" : "项目" };
        Put(content, "project", evaluation.Project);
        Put(content, "unit", evaluation.Unit);
        if (evaluation.Date is DateOnly date) content["date"] = Day(date);
        if (evaluation.Budget is Amount budget) content["budget"] = budget.Yuan;
        if (evaluation.Executed is Amount executed) content["executed"] = executed.Yuan;
        if (!evaluation.Choices.IsEmpty) content["choices"] = evaluation.Choices.Select(c => new Dictionary<string, object> { ["label"] = c.Label, ["options"] = c.Options.ToList(), ["chosen"] = c.Chosen }).ToList();
        content["goals"] = evaluation.Goals.Select(g => new Dictionary<string, object> { ["goal"] = g.Goal, ["indicators"] = g.Indicators.Select(Of).ToList() }).ToList();
        Put(content, "outcome", evaluation.Outcome);
        Put(content, "deviations", evaluation.Deviations);
        Put(content, "problems", evaluation.Problems);
        Put(content, "measures", evaluation.Measures);
        return content;
    }

    private static Dictionary<string, object> Of(FilledIndicator indicator)
    {
        var content = new Dictionary<string, object>
        {
            ["level1"] = indicator.Level1, ["level2"] = indicator.Level2, ["name"] = indicator.Name, ["weight"] = indicator.Weight, ["target"] = indicator.Target, ["actual"] = indicator.Actual,
        };
        if (indicator.Score is decimal score) content["score"] = score;
        return content;
    }

    private static Dictionary<string, object> Of(BudgetUnit unit)
    {
        var content = new Dictionary<string, object> { ["code"] = unit.Code, ["name"] = unit.Name, ["kind"] = BookTerms.UnitKinds.Write(unit.Kind), ["tier"] = unit.Tier };
        if (!unit.Staff.IsEmpty) content["staff"] = unit.Staff.Select(s => new Dictionary<string, object> { ["kind"] = s.Kind, ["posts"] = s.Posts, ["people"] = s.People }).ToList();
        if (unit.RetiredCadres > 0) content["retiredCadres"] = unit.RetiredCadres;
        if (unit.Retired > 0) content["retired"] = unit.Retired;
        if (!unit.Vehicles.IsEmpty) content["vehicles"] = unit.Vehicles.ToDictionary(v => v.Name, v => (object)v.Count);
        if (unit.LargeEquipment > 0) content["largeEquipment"] = unit.LargeEquipment;
        return content;
    }

    private static Dictionary<string, object> With(Dictionary<string, object> counts, ImmutableArray<AmountOf> costs)
    {
        if (!costs.IsEmpty) counts["costs"] = costs.ToDictionary(c => c.Name, c => (object)c.Amount.Yuan);
        return counts;
    }

    private static void Put(Dictionary<string, object> content, string key, string text)
    {
        if (text.Length > 0) content[key] = text;
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
