using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Checking.Engine;

/// <summary>What readers call a form: by its national number, or by its title where a place's set prints no numbers or others.</summary>
internal static class FormNames
{
    /// <summary><c>公开05</c>, or <c>《部门支出预算总表》</c>.</summary>
    internal static Text Of(Edition edition, string form) =>
        edition.Place.Length > 0 && edition.Form(form) is { } known ? new Text($"《{known.Title}》", $"form “{known.Title}”") : new Text($"公开{form}", $"form {form}");
}
