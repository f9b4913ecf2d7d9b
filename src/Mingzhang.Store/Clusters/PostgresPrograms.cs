using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Mingzhang.Store.Clusters;

/// <summary>The programs of PostgreSQL on this machine.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder of the newest; Debian keeps them out of the path. Null where there are none.</summary>
    public static string? Folder
    {
        get
        {
            IEnumerable<string> folders = Directory.Exists(Debian)
                ? Directory.GetDirectories(Debian).OrderByDescending(f => int.TryParse(Path.GetFileName(f), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0).Select(f => Path.Combine(f, "bin"))
                : [];
            return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="time">Longest time.</param>
    /// <param name="account">As whom; null as oneself.</param>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit status, -1 where it could not be run, and what it wrote.</returns>
    public static (int Status, string Said) Run(TimeSpan time, string? account, string program, params ReadOnlySpan<string> arguments)
    {
        string path = Path.Combine(Folder ?? "", program);
        var start = new ProcessStartInfo(account is null ? path : "runuser") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        if (account is not null) foreach (string word in (ReadOnlySpan<string>)["-u", account, "--", path]) start.ArgumentList.Add(word);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // A server outlives the process that starts it, and with it that one's folder for temporary files.
        start.Environment.Remove("TMPDIR");
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            // The server that pg_ctl starts may keep the pipes: its end is waited for, not theirs.
            Task<string> said = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(time)) process.Kill(entireProcessTree: true);
            Task.WaitAll([said, errors], TimeSpan.FromMilliseconds(500));
            return (process.HasExited ? process.ExitCode : -1, (said.IsCompletedSuccessfully ? said.Result : "") + (errors.IsCompletedSuccessfully ? errors.Result : ""));
        }
        catch (Win32Exception e)
        {
            return (-1, e.Message);
        }
    }

    /// <summary>How one that talks to a server is started: it finds the server by its environment, so that no password stands among the arguments.</summary>
    public static ProcessStartInfo Client(string program, string connection, params ReadOnlySpan<string> arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Path.Combine(Folder ?? "", program)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        Set("PGHOST", to.Host);
        Set("PGPORT", to.Port.ToString(CultureInfo.InvariantCulture));
        Set("PGUSER", to.Username);
        Set("PGPASSWORD", to.Password);
        Set("PGDATABASE", to.Database);
        Set("PGCONNECT_TIMEOUT", "5");
        return start;

        void Set(string name, string? value)
        {
            if (value is { Length: > 0 }) start.Environment[name] = value;
        }
    }
}
