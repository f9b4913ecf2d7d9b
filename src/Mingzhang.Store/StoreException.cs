using Mingzhang.Core.Findings;

namespace Mingzhang.Store;

/// <summary>The database cannot be used as asked; the message says what is wrong and what to do.</summary>
/// <param name="said">What to tell the person at the keyboard.</param>
/// <param name="cause">What happened underneath, if anything.</param>
public sealed class StoreException(Text said, Exception? cause = null) : Exception(said.En, cause)
{
    /// <summary>What to tell the person at the keyboard.</summary>
    public Text Said { get; } = said;
}
