using System.Globalization;

namespace Mingzhang.Cli.Output;

/// <summary>Tells a program that started this one how far it is: the file that <c>$MINGZHANG_PROGRESS</c> names holds the pages recognised and their number, <c>3 30</c>.</summary>
internal static class ProgressFile
{
    private const string Variable = "MINGZHANG_PROGRESS";

    private static readonly Lock Turn = new();

    /// <summary>What to tell; null where nobody asks.</summary>
    public static Action<int, int>? Pages => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path && !AtomicFile.IsDevice(Path.GetFullPath(path)) ? (done, total) => Write(path, done, total) : null;

    private static void Write(string path, int done, int total)
    {
        lock (Turn)
        {
            try
            {
                // As a whole: who looks sees no half of it.
                File.WriteAllText(path + "~", string.Create(CultureInfo.InvariantCulture, $"{done} {total}"));
                File.Move(path + "~", path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is only for the eye.
            }
        }
    }
}
