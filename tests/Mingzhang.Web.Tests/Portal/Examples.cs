using System.Collections.Concurrent;
using System.Diagnostics;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Portal;

namespace Mingzhang.Tests.Web.Portal;

/// <summary>The examples of the repository, published: each is made once by the command in a process of its own.</summary>
internal static class Examples
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Publication>>> Made = new();

    private static string Root { get; } = FindRoot();

    /// <summary>A book, with its files.</summary>
    public static Task<PublishedVersion> Book(RunningWeb web, string name) => Publish(web, name, folder =>
        Command("build", Path.Combine(Root, "examples", name), "-o", folder, "--formats", "docx,xlsx,html,json,csv,view"));

    /// <summary>The document with planted errors, as its department published it.</summary>
    public static Task<PublishedVersion> Document(RunningWeb web) => Publish(web, "check", folder =>
    {
        string text = Directory.GetFiles(Path.Combine(Root, "examples", "check"), "*.txt").Single();
        Directory.CreateDirectory(folder);
        File.Copy(text, Path.Combine(folder, Path.GetFileName(text)));
        return Command("read", text, "--format", "view", "-o", Path.Combine(folder, "view.json"));
    });

    /// <summary>The publication of a view without files.</summary>
    public static Publication Of(DisclosureView view) => ViewPublication.Of(view, [], "某省某市");

    private static async Task<PublishedVersion> Publish(RunningWeb web, string name, Func<string, Task> make)
    {
        Publication publication = await Made.GetOrAdd(name, _ => new Lazy<Task<Publication>>(async () =>
        {
            string folder = Path.Combine(Directory.CreateTempSubdirectory("mingzhang-").FullName, "made");
            await make(folder);
            DisclosureView view = DisclosureViewJson.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "view.json")));
            Publication made = ViewPublication.Of(view, ViewPublication.FilesOf(folder, built: true), "湖北省武汉市");
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
            return made;
        })).Value;
        return await PublicationWriter.Publish(web.Database, publication);
    }

    private static async Task Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), .. arguments]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync(), written = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await written;
        Assert.True(process.ExitCode is 0 or 1, await said);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Mingzhang.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
