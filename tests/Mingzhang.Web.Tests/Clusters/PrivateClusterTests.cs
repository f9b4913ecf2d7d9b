using Mingzhang.Store;
using Mingzhang.Store.Clusters;
using Npgsql;

namespace Mingzhang.Tests.Web.Clusters;

public sealed class PrivateClusterTests
{
    [StoreFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task It_lives_in_a_folder_with_blanks_beside_files_that_stay_as_they_were()
    {
        string folder = Directory.CreateTempSubdirectory("mz it's a folder ").FullName, own = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(own, "x");
        UnixFileMode before = File.GetUnixFileMode(own);
        var cluster = new PrivateCluster(folder);
        try
        {
            cluster.Start();
            await using var database = new Database(cluster.ConnectionString);
            await using NpgsqlConnection connection = await database.Open(CancellationToken.None);
            Assert.Equal(System.Data.ConnectionState.Open, connection.State);
            Assert.Equal(before, File.GetUnixFileMode(own));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder, "socket")));
        }
        finally
        {
            cluster.Stop();
            Directory.Delete(folder, recursive: true);
        }
    }
}
