using Mingzhang.Web.Examinations;

namespace Mingzhang.Tests.Web.Examinations;

public sealed class TemporaryFilesTests
{
    [Fact]
    public void What_a_killed_process_left_is_swept_and_what_is_in_use_stays()
    {
        string left = TemporaryFiles.Folder(), file = TemporaryFiles.File(), used = TemporaryFiles.Folder();
        File.WriteAllText(Path.Combine(left, "a.pdf"), "x");
        File.WriteAllText(file, "x");
        Directory.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-3));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-3));
        TemporaryFiles.Sweep(TimeSpan.FromHours(2));
        Assert.False(Directory.Exists(left));
        Assert.False(File.Exists(file));
        Assert.True(Directory.Exists(used));
        Directory.Delete(used);
    }

    [Fact]
    public void Nobody_else_enters_the_folder_of_a_check()
    {
        if (OperatingSystem.IsWindows()) return;
        string folder = TemporaryFiles.Folder();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Directory.Delete(folder);
    }
}
