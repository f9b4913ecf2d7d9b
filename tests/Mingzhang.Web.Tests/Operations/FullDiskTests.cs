using System.Diagnostics;
using Mingzhang.Store;
using Mingzhang.Store.Publications;

namespace Mingzhang.Tests.Web.Operations;

public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_acknowledges_nothing_and_is_over_when_there_is_room()
    {
        string disk = Path.Combine(Path.GetTempPath(), "mzdisk-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(disk);
        Assert.True(SmallDisk.Mount(disk));
        try
        {
            await using OwnCluster own = await OwnCluster.Start(folder: Path.Combine(disk, "data"));
            var requests = new PublicationRequests(own.Database);
            var request = new PublicationRequest("book", true, false, "", Random(400_000));
            Guid kept = await requests.Ask(request);
            string filler = Path.Combine(disk, "filler");
            SmallDisk.Fill(filler);

            var taken = new List<Guid>();
            Exception? full = null;
            while (full is null && taken.Count < 200) full = await Record.ExceptionAsync(async () => taken.Add(await requests.Ask(request)));
            Assert.True(full is not null && DatabaseAway.Is(full), $"after {taken.Count}: {full}");

            File.Delete(filler);
            await own.Until(ready: true);
            // Everything that was acknowledged is there, whole, and nothing else.
            foreach (Guid id in taken.Prepend(kept)) Assert.True(await requests.Find(id) is { Content.Length: 400_000 } || await requests.Outcome(id) is not null);
            await requests.Ask(request);
        }
        finally
        {
            SmallDisk.Unmount(disk);
            Directory.Delete(disk);
        }
    }

    private static byte[] Random(int length)
    {
        byte[] bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}

/// <summary>A file system of 160 MB in memory.</summary>
internal static class SmallDisk
{
    private static readonly Lazy<bool> Possible = new(() =>
    {
        if (Environment.UserName != "root") return false;
        DirectoryInfo probe = Directory.CreateTempSubdirectory("mzdisk");
        bool mounted = Mount(probe.FullName);
        if (mounted) Unmount(probe.FullName);
        probe.Delete();
        return mounted;
    });

    public static bool IsPossible => Possible.Value;

    public static bool Mount(string folder) => Run("mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", folder);

    public static void Unmount(string folder) => Run("umount", folder);

    public static void Fill(string file)
    {
        byte[] block = new byte[65536];
        try
        {
            using FileStream to = File.Create(file, 1);
            while (true) to.Write(block);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test on a small file system of its own; skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!RunningWeb.Exists) Skip = "needs PostgreSQL: package postgresql";
        else if (!SmallDisk.IsPossible) Skip = "needs the right to mount a file system";
    }
}
