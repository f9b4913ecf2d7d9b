using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Jobs;

/// <summary>How far work is, for scripts: <c>/progress/ID</c> as JSON, <c>/progress/ID/events</c> as it goes on. Who knows the id may know this; it says nothing of the document.</summary>
internal static class WorkEndpoints
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void Map(WebApplication web)
    {
        web.MapGet("/progress/{id:guid}", async Task<Results<Ok<WorkProgress>, NotFound>> (Guid id, WorkLedger ledger, Layout.Reader reader, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await ledger.Find(id, context.RequestAborted) is { } state ? TypedResults.Ok(WorkProgress.Of(state, reader)) : TypedResults.NotFound();
        });
        web.MapGet("/progress/{id:guid}/events", async Task<Results<ServerSentEventsResult<WorkProgress>, StatusCodeHttpResult>> (Guid id, WorkWatch watch, Layout.Reader reader, IHostApplicationLifetime life, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            if (await watch.Enter(context.Connection.RemoteIpAddress, context.RequestAborted) is not { } place)
            {
                context.Response.Headers.RetryAfter = "10";
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            context.Response.RegisterForDispose(place);
            // A reverse proxy is not to hold it back.
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(Follow(id, watch, reader, life.ApplicationStopping, context.RequestAborted));
        });
    }

    private static async IAsyncEnumerable<SseItem<WorkProgress>> Follow(Guid id, WorkWatch watch, Layout.Reader reader, CancellationToken end, [EnumeratorCancellation] CancellationToken cancel)
    {
        WorkProgress? last = null;
        DateTime latest = DateTime.UtcNow + Longest;
        for (WorkState? state = await watch.Now(id, cancel); state is not null && DateTime.UtcNow < latest && !end.IsCancellationRequested; state = await watch.Next(id, cancel))
        {
            WorkProgress now = WorkProgress.Of(state, reader);
            if (now != last) yield return new SseItem<WorkProgress>(now, "work");
            if (state.IsOver) yield break;
            last = now;
        }
    }
}

/// <summary>How far work is, as scripts get it.</summary>
/// <param name="State">waiting, running, done or failed.</param>
/// <param name="Attempt">How often it was started.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 where that is not known.</param>
/// <param name="Said">What it does now, or how it ended.</param>
internal sealed record WorkProgress(string State, int Attempt, int Done, int Total, string Said)
{
    public static WorkProgress Of(WorkState state, Layout.Reader reader) =>
        new(state.Stage switch { WorkStage.Waiting => "waiting", WorkStage.Running => "running", WorkStage.Done => "done", _ => "failed" }, state.Attempt, state.Done, state.Total, reader.Say(state.Said));
}
