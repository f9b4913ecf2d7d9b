using System.Runtime.CompilerServices;
using Mingzhang.Core.Forms;

namespace Mingzhang.Core.Statutes;

/// <summary>
/// The cells of the three public expenses in an edition, by the captions of its form on them, wherever a place puts them: in final accounts those
/// of the outcome. Null where the form has no such column.
/// </summary>
public sealed class ThreePublicCells
{
    private const string Row = "1";
    private static readonly ConditionalWeakTable<Edition, ThreePublicCells> Known = new();

    private ThreePublicCells(Edition edition)
    {
        if (edition.FormOf("threePublic") is not { } form) return;
        if (form.Shape is FormShape.Lines) (Total, Overseas, Cars, CarsPurchase, CarsRunning, Reception) = (Line("合计"), Line("因公出国"), Line("公务用车购置及"), Line("公务用车购置"), Line("公务用车运行"), Line("公务接待"));
        if (form.Shape is not FormShape.SingleRow) return;
        FormColumn[] columns = [.. form.Columns.Where(c => !c.Captions.Any(caption => caption is "预算数"))];
        // Beside other expenses (会议费、培训费) the three have a subtotal of their own.
        Total = Find(c => c.Captions is ["“三公”经费", "小计"]) ?? Find(c => Caption(c) is "合计" && !c.Captions.Any(caption => caption.Contains("公务用车", StringComparison.Ordinal)));
        Overseas = Find(c => Caption(c).StartsWith("因公出国", StringComparison.Ordinal));
        CarsPurchase = Find(c => Caption(c).Contains("购置费", StringComparison.Ordinal));
        CarsRunning = Find(c => Caption(c).Contains("运行", StringComparison.Ordinal) && !Caption(c).Contains("购置", StringComparison.Ordinal) && !Caption(c).Contains("机关", StringComparison.Ordinal));
        Cars = Find(c => Caption(c) is "小计" or "合计" && c.Captions.Any(caption => caption.Contains("公务用车", StringComparison.Ordinal)));
        Reception = Find(c => Caption(c).StartsWith("公务接待", StringComparison.Ordinal));
        AgencyOperating = Find(c => Caption(c).StartsWith("机关运行经费", StringComparison.Ordinal));

        // What the column is about: places put 决算数 above or below it.
        static string Caption(FormColumn column) => column.Captions.LastOrDefault(c => c is not "决算数") ?? "";

        // The shortest caption that begins so: 公务用车购置, not 公务用车购置及运行维护费.
        Address? Line(string caption) => form.Lines.Where(l => l.Caption.StartsWith(caption, StringComparison.Ordinal) && !l.Columns.IsEmpty).MinBy(l => l.Caption.Length) is { } line ? new Address(form.Id, line.Number, line.Columns[0]) : null;
        Address? Find(Func<FormColumn, bool> isIt) => columns.FirstOrDefault(isIt) is { } column ? new Address(form.Id, Row, column.Number) : null;
    }

    /// <summary>合计.</summary>
    public Address? Total { get; }

    /// <summary>因公出国（境）费.</summary>
    public Address? Overseas { get; }

    /// <summary>公务用车购置及运行维护费 小计.</summary>
    public Address? Cars { get; }

    /// <summary>公务用车购置费.</summary>
    public Address? CarsPurchase { get; }

    /// <summary>公务用车运行维护费.</summary>
    public Address? CarsRunning { get; }

    /// <summary>公务接待费.</summary>
    public Address? Reception { get; }

    /// <summary>机关运行经费, where the form shows it as well.</summary>
    public Address? AgencyOperating { get; }

    /// <summary>The cells of an edition, found once.</summary>
    public static ThreePublicCells Of(Edition edition) => Known.GetValue(edition, static e => new ThreePublicCells(e));
}
