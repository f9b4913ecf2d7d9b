using System.Collections.Immutable;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>Reads <c>particulars.yaml</c>.</summary>
internal static class ParticularsFile
{
    internal const string Name = "particulars.yaml";

    internal static Particulars Read(Fields fields)
    {
        var particulars = new Particulars
        {
            Overseas = fields.Map("overseas") is { } overseas ? OverseasFields.Read(overseas) : null,
            Cars = fields.Map("cars") is { } cars ? Cars(cars) : null,
            Reception = fields.Map("reception") is { } reception ? Reception(reception) : null,
            Procurement = fields.Map("procurement") is { } procurement ? Procurement(procurement) : null,
        };
        fields.Done();
        return particulars;
    }

    private static Cars Cars(Fields fields)
    {
        var read = new Cars(fields.Count("bought"), fields.Count("kept"), fields.Amounts("costs")) { Line = fields.Line };
        fields.Done();
        return read;
    }

    private static Reception Reception(Fields fields)
    {
        var read = new Reception(fields.Count("batches"), fields.Count("people"), fields.Count("foreignBatches"), fields.Count("foreignPeople"), fields.Amount("foreignCost") ?? Amount.Zero) { Line = fields.Line };
        AtMost(fields, "foreignBatches", read.ForeignBatches, "batches", read.Batches);
        AtMost(fields, "foreignPeople", read.ForeignPeople, "people", read.People);
        fields.Done();
        return read;
    }

    private static Procurement Procurement(Fields fields)
    {
        var read = new Procurement
        {
            Goods = fields.NeedAmount("goods"), Works = fields.NeedAmount("works"), Services = fields.NeedAmount("services"),
            SmallAndMedium = fields.Amount("smallAndMedium"), Small = fields.Amount("small"),
            GoodsSmallAndMedium = fields.Amount("goodsSmallAndMedium"), WorksSmallAndMedium = fields.Amount("worksSmallAndMedium"), ServicesSmallAndMedium = fields.Amount("servicesSmallAndMedium"),
        };
        if (read.GoodsSmallAndMedium is { } goods) AtMost(fields, "goodsSmallAndMedium", goods.Yuan, "goods", read.Goods.Yuan);
        if (read.WorksSmallAndMedium is { } works) AtMost(fields, "worksSmallAndMedium", works.Yuan, "works", read.Works.Yuan);
        if (read.ServicesSmallAndMedium is { } services) AtMost(fields, "servicesSmallAndMedium", services.Yuan, "services", read.Services.Yuan);
        if (read is { SmallAndMedium: { } whole, GoodsSmallAndMedium: { } ofGoods, WorksSmallAndMedium: { } ofWorks, ServicesSmallAndMedium: { } ofServices } && ofGoods + ofWorks + ofServices != whole)
            fields.Error("book.particulars.sum", "smallAndMedium", new($"smallAndMedium {whole} 不等于货物、工程、服务三项之和 {ofGoods + ofWorks + ofServices}", $"smallAndMedium {whole} is not the sum of its three kinds, {ofGoods + ofWorks + ofServices}"), new("核对四个数", "check the four amounts"));
        if (read.SmallAndMedium is { } smallAndMedium) AtMost(fields, "smallAndMedium", smallAndMedium.Yuan, "goods + works + services", read.Total.Yuan);
        if (read.Small is { } small) AtMost(fields, "small", small.Yuan, "smallAndMedium", (read.SmallAndMedium ?? read.Total).Yuan);
        fields.Done();
        return read;
    }

    private static void AtMost(Fields fields, string key, decimal part, string whole, decimal most)
    {
        if (part > most)
            fields.Error("book.particulars.part", key, new($"{key} {part} 大于 {whole} {most}", $"{key} {part} is more than {whole} {most}"), new("其中数不能大于总数", "a part is at most the whole"));
    }
}
