using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Cli.Tests;

/// <summary>A build may be killed at any moment: what is in the output folder is a whole result or nothing.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private const int Lanes = 2;

    // MINGZHANG_KILLED_BUILDS=200 kills as many as a long run should.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_KILLED_BUILDS"), System.Globalization.CultureInfo.InvariantCulture, out int told) ? told : 24;

    private readonly string _place = Directory.CreateTempSubdirectory("mingzhang-killed-").FullName;

    public void Dispose() => Directory.Delete(_place, recursive: true);

    [Fact]
    public void Killed_builds_leave_the_old_files_or_the_new_ones()
    {
        string first = Path.Combine(_place, "first"), second = Path.Combine(_place, "second");
        foreach ((string book, int seed) in new[] { (first, 1), (second, 2) })
            Assert.Equal(0, Wait(Start("new", book, "--size", "300", "--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var watch = Stopwatch.StartNew();
        HashSet<string> whole = [.. new[] { first, second }.Select(book =>
        {
            string output = book + "-whole";
            Assert.Equal(0, Wait(Build(book, output)));
            return Digest(output);
        })];
        int longest = (int)watch.ElapsedMilliseconds * 2 / 3;
        Assert.Equal(2, whole.Count);

        int[] killed = new int[Lanes];
        Parallel.For(0, Lanes, lane =>
        {
            var random = new Random(100 + lane);
            string output = Path.Combine(_place, $"output-{lane}");
            // At any moment of what the last build took that ended by itself; every eighth is left to end, for the machine may be busier or less so later on.
            int took = longest;
            for (int run = 0; killed[lane] < Kills / Lanes && run < Kills * 4; run++)
            {
                var begun = Stopwatch.StartNew();
                using Process build = Build(run % 2 == 0 ? first : second, output);
                if (build.WaitForExit(run % 8 == 7 ? int.MaxValue : random.Next(took))) took = (int)begun.ElapsedMilliseconds * 5 / 4;
                else
                {
                    build.Kill();
                    build.WaitForExit();
                    killed[lane]++;
                }

                if (Directory.Exists(output)) Assert.Contains(Digest(output), whole);
            }

            Assert.Equal(0, Wait(Build(first, output)));
            Assert.Contains(Digest(output), whole);
        });
        Assert.Equal(Kills / Lanes * Lanes, killed.Sum());
        Assert.Empty(Directory.GetFileSystemEntries(_place, ".output-*"));
    }

    private static Process Build(string book, string output) => Start("build", book, "-o", output, "--formats", "docx,xlsx,html,json,csv");

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int Wait(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    private static string Digest(string folder)
    {
        var text = new StringBuilder();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.Append(Path.GetRelativePath(folder, file)).Append(' ').AppendLine(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        return text.ToString();
    }
}
