using Mingzhang.Core.Findings;
using Mingzhang.Store.Jobs;
using Npgsql;

namespace Mingzhang.Web.Jobs;

/// <summary>Does one kind of work. Add it in <see cref="WorkHandlers"/>.</summary>
internal interface IWorkHandler
{
    /// <summary>What it does, as the row in <c>work</c> names it.</summary>
    string Kind { get; }

    /// <summary>
    /// Does it and gives back what is to be kept. It writes nothing itself: it may be started twice, after a crash even at the same time, and only one start's result is kept.
    /// An exception that tells of a database that is away, or the end of the process, leaves the work for another start; any other counts towards giving up.
    /// </summary>
    /// <param name="ticket">Which work; takes reports of progress.</param>
    /// <param name="cancel">Asked for at the end of the process: the work is given back.</param>
    Task<WorkResult> Run(WorkTicket ticket, CancellationToken cancel);
}

/// <summary>How work ended.</summary>
/// <param name="IsGood">Done; else failed.</param>
/// <param name="Said">What to tell who asked for it; may be empty when it is done.</param>
/// <param name="Keep">Writes the result, in the transaction that marks the work as ended; may run again when the connection breaks.</param>
internal sealed record WorkResult(bool IsGood, Text Said, Func<NpgsqlTransaction, Task>? Keep)
{
    /// <summary>It is done.</summary>
    public static WorkResult Done(Func<NpgsqlTransaction, Task>? keep, Text? said = null) => new(true, said ?? new Text("", ""), keep);

    /// <summary>It cannot be done, and trying again would not help.</summary>
    public static WorkResult Failed(Text why, Func<NpgsqlTransaction, Task>? keep = null) => new(false, why, keep);
}
