using Spectre.Console;

namespace Mingzhang.Cli.Output;

/// <summary>Shows a progress bar on a terminal for work that takes over a second.</summary>
internal static class WorkProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Does <paramref name="work"/>, which reports after each of <paramref name="steps"/> steps how many are done.</summary>
    public static T Run<T>(Session session, string title, int steps, Func<Action<int>, T> work)
    {
        if (!session.MessagesIsTerminal) return work(static _ => { });
        int done = 0;
        Task<T> running = Task.Run(() => work(count => Volatile.Write(ref done, count)));
        if (!Finished(running, Patience)) Show(session, title, steps, running, () => Volatile.Read(ref done));
        return running.GetAwaiter().GetResult();
    }

    private static void Show(Session session, string title, int steps, Task running, Func<int> done)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(session.Messages) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(title), maxValue: steps);
            bar.IsIndeterminate = steps == 1;
            do bar.Value = done();
            while (!Finished(running, Refresh));
        });
    }

    // A failure is reported by whoever takes the result.
    private static bool Finished(Task running, TimeSpan wait) => Task.WaitAny([running], wait) == 0;
}
