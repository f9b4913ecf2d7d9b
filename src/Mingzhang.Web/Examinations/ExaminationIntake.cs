using System.Net;
using Mingzhang.Core.Findings;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Examinations;

/// <summary>Takes uploads: limits first, then the files, then one transaction that keeps them and asks for their check.</summary>
internal sealed class ExaminationIntake(ExaminationStore store, UploadReader uploads, UploadRate rate, WorkQueue queue, ExaminationLimits limits) : IDisposable
{
    // What comes lies in temporary files; what is kept takes a connection to the database.
    private readonly Lanes _coming = new(each: 8, all: 200, waiting: 30), _keeping = new(each: 1, all: 4, waiting: 8);

    /// <summary>The id of the examination that was kept.</summary>
    /// <exception cref="UploadRefused">The upload is not taken.</exception>
    public async Task<Guid> Take(HttpContext context, Examination? earlier, CancellationToken cancel)
    {
        if (Visitor.Of(context) is not { } visitor) throw UploadReader.Stale();
        IPAddress? address = context.Connection.RemoteIpAddress;
        string network = Convert.ToHexString(Lanes.NetworkOf(address));
        if (!await rate.Allows(visitor, address, cancel)) throw TooMany(context, "600", new Text("一小时内提交的次数太多，请过一会儿再试。", "Too many uploads within an hour. Try again later."));
        using Lanes.Lane? coming = await _coming.Enter(network, cancel);
        if (coming is null) throw AtOnce(context);
        await using Upload upload = await uploads.Read(context, visitor, cancel);
        Guid id = Guid.NewGuid();
        var giver = new Giver(visitor.Digest, await rate.NameOf(address, cancel), limits.Life);
        using (Lanes.Lane? keeping = await _keeping.Enter(network, cancel))
        {
            if (keeping is null) throw AtOnce(context);
            RoomLeft left = await store.Begin(
                id, giver, new UploadRoom(limits.VisitBytes, limits.AddressBytes, limits.AllBytes), upload.AsOne || (earlier is { AsOne: true } && upload.Files.Count > 1), earlier?.Id, upload.Files, cancel);
            if (left is not RoomLeft.Enough) throw NoRoom(left);
        }

        Visitor.Ensure(context, limits.Life);
        await queue.Wake(id, priority: 6);
        return id;
    }

    public void Dispose()
    {
        _coming.Dispose();
        _keeping.Dispose();
    }

    private static UploadRefused AtOnce(HttpContext context) =>
        TooMany(context, "60", new Text("从这个网络地址同时提交的文件太多，请过一会儿再试。", "Too many uploads from this network address at the same time. Try again in a while."));

    private static UploadRefused TooMany(HttpContext context, string seconds, Text said)
    {
        context.Response.Headers.RetryAfter = seconds;
        return new UploadRefused(StatusCodes.Status429TooManyRequests, said);
    }

    private UploadRefused NoRoom(RoomLeft left) => left switch
    {
        RoomLeft.NotForVisit => new(StatusCodes.Status413PayloadTooLarge, new Text(
            $"本次访问保存的文件已接近 {ExaminationLimits.Megabytes(limits.VisitBytes)} MB 的上限，请先删除不用的审核。",
            $"This visit's files have nearly {ExaminationLimits.Megabytes(limits.VisitBytes)} MB, the most. Delete checks that you need no more.")),
        RoomLeft.NotForAddress => new(StatusCodes.Status429TooManyRequests, new Text(
            $"从这个网络地址提交的文件已接近 {ExaminationLimits.Megabytes(limits.AddressBytes)} MB 的上限，请先删除不用的审核，或者明天再试。",
            $"The files from this network address have nearly {ExaminationLimits.Megabytes(limits.AddressBytes)} MB, the most. Delete checks that you need no more, or try again tomorrow.")),
        _ => new(StatusCodes.Status503ServiceUnavailable, new Text("服务器的存储空间已满，请稍后再试。", "The server's room for files is used up. Try again later.")),
    };
}
