using Mingzhang.Cli.Output;

namespace Mingzhang.Cli.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("mingzhang-output-").FullName;

    private string Target => Path.Combine(_place, "out");

    public void Dispose() => Directory.Delete(_place, recursive: true);

    [Fact]
    public void A_folder_is_written_and_replaced_as_a_whole()
    {
        OutputFolder.Replace(Target, folder => { File.WriteAllText(Path.Combine(folder, "a.txt"), "1"); File.WriteAllText(Path.Combine(folder, "b.txt"), "1"); });
        OutputFolder.Replace(Target, folder => File.WriteAllText(Path.Combine(folder, "a.txt"), "2"));
        Assert.Equal("2", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.False(File.Exists(Path.Combine(Target, "b.txt")));
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_place).Select(Path.GetFileName));
    }

    [Fact]
    public void A_failure_leaves_the_old_folder()
    {
        OutputFolder.Replace(Target, folder => File.WriteAllText(Path.Combine(folder, "a.txt"), "1"));
        Assert.Throws<UnusableException>(() => OutputFolder.Replace(Target, folder =>
        {
            File.WriteAllText(Path.Combine(folder, "a.txt"), "2");
            throw new IOException("disk full");
        }));
        Assert.Equal("1", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_place).Select(Path.GetFileName));
    }

    [Fact]
    public void Files_of_others_are_not_overwritten()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "mine.txt"), "precious");
        UnusableException refused = Assert.Throws<UnusableException>(() => OutputFolder.Replace(Target, folder => File.WriteAllText(Path.Combine(folder, "a.txt"), "1")));
        Assert.Contains("mine.txt", refused.Text.Zh, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Target, "mine.txt")));
    }

    [Fact]
    public void What_a_killed_run_has_left_is_put_right()
    {
        OutputFolder.Replace(Target, folder => File.WriteAllText(Path.Combine(folder, "a.txt"), "1"));
        Directory.Move(Target, Path.Combine(_place, ".out.old"));
        Directory.CreateDirectory(Path.Combine(_place, ".out.999999999.new"));
        Assert.Throws<UnusableException>(() => OutputFolder.Replace(Target, _ => throw new IOException("stop")));
        Assert.Equal("1", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal(["out"], Directory.GetFileSystemEntries(_place).Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_parent_is_named()
    {
        UnusableException refused = Assert.Throws<UnusableException>(() => OutputFolder.Replace(Path.Combine(_place, "no", "out"), _ => { }));
        Assert.Contains("上级文件夹", refused.Text.Zh, StringComparison.Ordinal);
    }
}
