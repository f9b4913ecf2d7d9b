using System.Net;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Mingzhang.Store.Examinations;
using Mingzhang.Web;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>Room for uploads: of a visit, of an address and of all.</summary>
[Collection(SharedWeb.Name)]
public sealed class UploadRoomTests(RunningWeb web)
{
    private static readonly UploadRoom Large = new(1000, 1000, 1000);

    [StoreFact]
    public async Task Uploads_at_the_same_time_do_not_exceed_the_room_of_a_visit_or_an_address_together()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        byte[] one = Some(), other = Some(), visit = Some();
        Assert.Equal(5, await Kept(fresh, 12, _ => (visit, one), Large with { Visit = 50 }));
        Assert.Equal(3, await Kept(fresh, 12, _ => (Some(), one), Large with { Address = 80 }));
        Assert.Equal(2, await Kept(fresh, 4, _ => (Some(), other), Large with { Address = 20 }));
        Assert.Equal(RoomLeft.NotForVisit, await Begin(fresh, visit, other, Large with { Visit = 59 }));
        Assert.Equal(RoomLeft.NotForAddress, await Begin(fresh, Some(), one, Large with { Address = 89 }));
        Assert.Equal(RoomLeft.None, await Begin(fresh, Some(), Some(), Large with { All = 109 }));
        Assert.Equal(RoomLeft.Enough, await Begin(fresh, Some(), Some(), Large with { All = 110 }));
        await using NpgsqlConnection connection = await fresh.Database.Open(CancellationToken.None);
        Assert.Equal((11, 11, 110), await connection.QuerySingleAsync<(int, int, int)>("select (select count(*)::int from examination_file), (select count(*)::int from work), (select sum(size)::int from examination)"));
    }

    [StoreFact]
    public async Task An_address_that_has_had_its_room_is_told_so_with_any_cookie()
    {
        await using FreshDatabase fresh = await FreshDatabase.Make(web);
        await using WebApplication small = WebSite.Create(fresh.Database, "http://127.0.0.1:0", works: false, settings: ["check:AddressBytes=40000"]);
        await small.StartAsync();
        using CheckVisit first = new(new Uri(small.Urls.First())), second = new(new Uri(small.Urls.First()));
        using HttpResponseMessage taken = await first.Upload("/check", true, ("a.txt", CheckVisit.Example)), refused = await second.Upload("/check", true, ("a.txt", CheckVisit.Example));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.TooManyRequests), (taken.StatusCode, refused.StatusCode));
        Assert.Contains("从这个网络地址提交的文件", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using NpgsqlConnection connection = await fresh.Database.Open(CancellationToken.None);
        Assert.Equal(32, (await connection.QuerySingleAsync<byte[]>("select address from examination")).Length);
    }

    private static byte[] Some() => [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()];

    private static async Task<int> Kept(FreshDatabase fresh, int times, Func<int, (byte[] Visit, byte[] Address)> giver, UploadRoom room) =>
        (await Task.WhenAll(Enumerable.Range(0, times).Select(i => Begin(fresh, giver(i).Visit, giver(i).Address, room)))).Count(r => r == RoomLeft.Enough);

    private static Task<RoomLeft> Begin(FreshDatabase fresh, byte[] visit, byte[] address, UploadRoom room) => new ExaminationStore(fresh.Database).Begin(
        Guid.NewGuid(), new Giver(visit, address, TimeSpan.FromHours(1)), room, false, null, [new GivenFile("a.txt", "text/plain", 10, [1], new MemoryStream(new byte[10]))]);
}
