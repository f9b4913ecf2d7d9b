using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>Whether one subject can be a part of another, as far as the forms tell.</summary>
internal sealed class Divisions(Edition edition)
{
    /// <summary>
    /// Whether <paramref name="part"/> may be a part of <paramref name="whole"/>: two cells of one form share their row or their column, and a column
    /// under a caption of several columns (本年支出: 小计, 基本支出, 项目支出) is divided only by the columns beside it there.
    /// </summary>
    internal bool Allow(Subject whole, Subject part)
    {
        if (whole.Key == part.Key) return false;
        if (whole.Address is not { } a || part.Address is not { } b || a.Form != b.Form) return true;
        if (a.Row == b.Row == (a.Column == b.Column)) return false;
        if (a.Row != b.Row || edition.Form(a.Form) is not { } form) return true;
        FormColumn? column = form.Column(a.Column), other = form.Column(b.Column);
        return column is null || other is null || column.Captions.Length < 2 || (other.Captions.Length > 0 && other.Captions[0] == column.Captions[0]);
    }
}
