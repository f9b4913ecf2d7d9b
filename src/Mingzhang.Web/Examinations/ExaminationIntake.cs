using Mingzhang.Core.Findings;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Jobs;

namespace Mingzhang.Web.Examinations;

/// <summary>Takes uploads: limits first, then the files, then one transaction that keeps them and asks for their check.</summary>
internal sealed class ExaminationIntake(ExaminationStore store, UploadReader uploads, UploadRate rate, WorkQueue queue, ExaminationLimits limits)
{
    /// <summary>The id of the examination that was kept.</summary>
    /// <exception cref="UploadRefused">The upload is not taken.</exception>
    public async Task<Guid> Take(HttpContext context, Examination? earlier, CancellationToken cancel)
    {
        if (Visitor.Of(context) is not { } visitor) throw UploadReader.Stale();
        if (!await rate.Allows(visitor, context.Connection.RemoteIpAddress, cancel))
        {
            context.Response.Headers.RetryAfter = "600";
            throw new UploadRefused(StatusCodes.Status429TooManyRequests, new Text("一小时内提交的次数太多，请过一会儿再试。", "Too many uploads within an hour. Try again later."));
        }

        UsedRoom used = await store.Used(visitor.Digest, cancel);
        await using Upload upload = await uploads.Read(context, visitor, cancel);
        long size = upload.Files.Sum(f => f.Size);
        if (used.Visit + size > limits.VisitBytes)
        {
            throw new UploadRefused(StatusCodes.Status413PayloadTooLarge, new Text(
                $"本次访问保存的文件已接近 {ExaminationLimits.Megabytes(limits.VisitBytes)} MB 的上限，请先删除不用的审核。", $"This visit's files have nearly {ExaminationLimits.Megabytes(limits.VisitBytes)} MB, the most. Delete checks that you need no more."));
        }

        if (used.All + size > limits.AllBytes)
            throw new UploadRefused(StatusCodes.Status503ServiceUnavailable, new Text("服务器的存储空间已满，请稍后再试。", "The server's room for files is used up. Try again later."));
        Guid id = Guid.NewGuid();
        await store.Begin(id, visitor.Digest, limits.Life, upload.AsOne || (earlier is { AsOne: true } && upload.Files.Count > 1), earlier?.Id, upload.Files, cancel);
        Visitor.Ensure(context, limits.Life);
        await queue.Wake(id, priority: 6);
        return id;
    }
}
