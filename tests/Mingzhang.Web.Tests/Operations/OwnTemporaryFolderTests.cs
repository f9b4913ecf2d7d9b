using Mingzhang.Web.Operations;

namespace Mingzhang.Tests.Web.Operations;

public sealed class OwnTemporaryFolderTests
{
    [Fact]
    public void What_a_killed_process_left_goes_when_the_next_one_starts_and_what_a_living_one_has_stays()
    {
        string left = Directory.CreateTempSubdirectory("mingzhang-web-").FullName, living = Directory.CreateTempSubdirectory("mingzhang-web-").FullName;
        File.WriteAllText(Path.Combine(left, ".alive"), "");
        File.WriteAllText(Path.Combine(left, "document.pdf"), "x");
        using (new FileStream(Path.Combine(living, ".alive"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None)) OwnTemporaryFolder.Forget();
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(living));
        OwnTemporaryFolder.Forget();
        Assert.False(Directory.Exists(living));
    }
}
