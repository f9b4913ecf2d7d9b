using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Pdf;

/// <summary>A PDF could not be made; nothing was written.</summary>
public sealed class PdfException(string zh, string en) : Exception(en)
{
    /// <summary>What went wrong and what to do.</summary>
    public Text Problem { get; } = new(zh, en);
}
