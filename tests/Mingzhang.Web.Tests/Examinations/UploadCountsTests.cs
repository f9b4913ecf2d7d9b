using Dapper;
using Mingzhang.Store.Examinations;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

[Collection(SharedWeb.Name)]
public sealed class UploadCountsTests(RunningWeb web)
{
    [StoreFact]
    public async Task Several_processes_share_one_limit_and_a_refused_upload_is_not_counted()
    {
        byte[] visit = Guid.NewGuid().ToByteArray(), other = Guid.NewGuid().ToByteArray(), address = Guid.NewGuid().ToByteArray();
        UploadCounts one = new(web.Database), two = new(web.Database);
        bool[] allowed = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : two).Count([(visit, 7), (address, 9)])));
        Assert.Equal(7, allowed.Count(a => a));
        Assert.True(await two.Count([(other, 7), (address, 9)]));
        Assert.True(await one.Count([(other, 7), (address, 9)]));
        Assert.False(await one.Count([(other, 7), (address, 9)]));
        // The address has had its share; what was refused took nothing of the visit's.
        Assert.True(await one.Count([(other, 3)]));
        Assert.False(await one.Count([(other, 3)]));
    }

    [StoreFact]
    public async Task Nothing_but_digests_is_kept_and_they_are_forgotten_after_an_hour()
    {
        byte[] address = [192, 0, 2, 77];
        UploadCounts counts = new(web.Database);
        Assert.True(await counts.Count([(address, 1)]));
        Assert.False(await counts.Count([(address, 1)]));
        await using NpgsqlConnection connection = await web.Database.Open(CancellationToken.None);
        byte[][] kept = [.. await connection.QueryAsync<byte[]>("select who from upload_made")];
        Assert.All(kept, who => Assert.Equal(32, who.Length));
        Assert.DoesNotContain(kept, who => who.AsSpan().IndexOf(address) >= 0 || who.AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(address)));
        await connection.ExecuteAsync("update upload_made set made = made - interval '61 minutes'");
        Assert.True(await counts.Count([(address, 1)]));
        await counts.Sweep();
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from upload_made"));
    }
}
