using System.Diagnostics;
using Mingzhang.Core.Findings;
using Npgsql;

namespace Mingzhang.Store.Clusters;

/// <summary>
/// A PostgreSQL of the product's own: its files in a folder, reached through a socket in it and over no network. PostgreSQL refuses to run as root; then its
/// programs run as the account <c>postgres</c>, whose folder it is.
/// </summary>
/// <param name="folder">Where it lives; made when it does not exist.</param>
public sealed class PrivateCluster(string folder)
{
    private const string Account = "postgres", User = "mingzhang", Name = "mingzhang";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Persistence = TimeSpan.FromSeconds(40);

    private readonly string _folder = Path.GetFullPath(folder);

    private string Files => Path.Combine(_folder, "files");

    private string Sockets => Path.Combine(_folder, "socket");

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    /// <summary>Where a cluster lives unless told: <c>$MINGZHANG_DATA</c>, else the place for data of the machine (for root) or of the user.</summary>
    public static string UsualFolder =>
        Environment.GetEnvironmentVariable("MINGZHANG_DATA") is { Length: > 0 } told ? told
        : IsRoot ? "/var/lib/mingzhang"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "mingzhang");

    /// <summary>What to connect with.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = Sockets, Username = User, Database = Name }.ConnectionString;

    /// <summary>Whether this machine has PostgreSQL.</summary>
    public static bool IsInstalled => PostgresPrograms.Folder is not null;

    /// <summary>Whether its server runs.</summary>
    public bool IsRunning => Directory.Exists(Files) && Run(TimeSpan.FromSeconds(10), "pg_ctl", "status", "-D", Files).Status == 0;

    /// <summary>Whether it was started and not stopped since: then a server that is gone has died.</summary>
    public bool ShouldRun => Directory.Exists(Files) && !File.Exists(Stopped);

    /// <summary>Where the web over it notes its address.</summary>
    public string WebAddressFile => Path.Combine(_folder, "web.address");

    private string Stopped => Path.Combine(_folder, "stopped");

    /// <summary>Makes it where it does not exist, and starts it where it does not run.</summary>
    /// <exception cref="StoreException">PostgreSQL is not installed, or does not start.</exception>
    public void Start()
    {
        if (PostgresPrograms.Folder is null)
            throw new StoreException(new Text("没有找到 PostgreSQL，请安装软件包 postgresql。", "PostgreSQL was not found: install the package postgresql."));
        if (Sockets.Length > 90)
            throw new StoreException(new Text($"数据文件夹的路径太长：{_folder}", $"the path of the data folder is too long: {_folder}"));
        // Several processes may find it down at once: one starts it, the others wait for that.
        if (!Directory.Exists(_folder))
        {
            Directory.CreateDirectory(_folder);
            Protect(_folder);
        }

        using FileStream turn = Turn();
        Make();
        File.Delete(Stopped);
        long began = Stopwatch.GetTimestamp();
        (int Status, string Said) there;
        while (true)
        {
            // What a crash left behind tells of a server that is gone; pg_ctl looks at it itself. Processes of a server that was killed need a moment to notice.
            there = IsRunning ? (0, "") : Run(Patience, "pg_ctl", "start", "-w", "-t", "50", "-D", Files, "-l", Path.Combine(_folder, "server.log"), "-o", $"-k {InShell(Sockets)} -c listen_addresses=''");
            // One that comes back from a crash runs before it answers.
            if (there.Status == 0) there = Run(Patience, "psql", "-h", Sockets, "-U", User, "-d", "postgres", "-Atc", $"select 1 from pg_database where datname = '{Name}'");
            if (there.Status == 0) break;
            if (Stopwatch.GetElapsedTime(began) > Persistence) throw Failed("启动", "start", there.Said);
            Thread.Sleep(200);
        }

        if (there.Said.Trim() == "1") return;
        (int made, string why) = Run(Patience, "createdb", "-h", Sockets, "-U", User, "-E", "UTF8", "-T", "template0", Name);
        if (made != 0 && !why.Contains("already exists", StringComparison.Ordinal)) throw Failed("建库", "make its database", why);
    }

    /// <summary>Stops it; nothing is lost.</summary>
    public void Stop()
    {
        // Said first, so that no process that watches over it starts it again.
        if (Directory.Exists(Files)) File.WriteAllText(Stopped, "");
        if (!IsRunning) return;
        (int status, string said) = Run(Patience, "pg_ctl", "stop", "-w", "-m", "fast", "-D", Files);
        if (status != 0 && IsRunning) throw Failed("停止", "stop", said);
    }

    /// <summary>Held while one process starts it.</summary>
    private FileStream Turn()
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                Thread.Sleep(50);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failed("启动", "start", e.Message);
            }
        }
    }

    private void Make()
    {
        if (File.Exists(Path.Combine(Files, "PG_VERSION"))) return;
        Directory.CreateDirectory(Sockets);
        Protect(Sockets);
        if (IsRoot)
        {
            Own(_folder);
            Own(Sockets);
        }

        string fresh = Files + ".new";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        (int status, string said) = Run(Patience, "initdb", "-D", fresh, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        if (status != 0) throw Failed("建立", "be made", said);
        Directory.Move(fresh, Files);
    }

    // What else lies in the folder stays whose it was.
    private static void Own(string folder)
    {
        using Process? process = Process.Start("chown", [Account + ":", folder]);
        process?.WaitForExit();
    }

    private static void Protect(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private StoreException Failed(string zh, string en, string said) => new(new Text(
        $"数据库不能{zh}（{_folder}）：{Last(said)}。日志在 {Path.Combine(_folder, "server.log")}",
        $"the database cannot {en} ({_folder}): {Last(said)}. Its log is {Path.Combine(_folder, "server.log")}"));

    // pg_ctl hands its options to a shell.
    private static string InShell(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Last(string said) => said.Trim().Split('\n')[^1];

    private static (int Status, string Said) Run(TimeSpan time, string program, params string[] arguments) => PostgresPrograms.Run(time, IsRoot ? Account : null, program, arguments);
}
