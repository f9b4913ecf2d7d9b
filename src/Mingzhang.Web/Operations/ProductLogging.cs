using Microsoft.Extensions.Logging.Console;

namespace Mingzhang.Web.Operations;

/// <summary>Logs: one JSON object a line on standard error. What documents say and what files are called is never in them.</summary>
internal static class ProductLogging
{
    /// <summary>Sends them there.</summary>
    /// <param name="logging">From here.</param>
    /// <param name="quiet">Only what went wrong, where a person reads the messages of the command.</param>
    public static void Add(ILoggingBuilder logging, bool quiet = false)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(quiet ? LogLevel.Error : LogLevel.Warning);
        logging.AddFilter("Mingzhang", quiet ? LogLevel.Error : LogLevel.Information);
        // The database's own messages could quote what was to be written.
        logging.AddFilter("Npgsql", LogLevel.None);
        logging.AddFilter("Quartz", LogLevel.Error);
    }
}
