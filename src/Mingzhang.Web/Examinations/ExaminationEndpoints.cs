using Microsoft.AspNetCore.Http.HttpResults;
using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Views;
using Mingzhang.Store.Examinations;
using Mingzhang.Store.Jobs;
using Mingzhang.Web.Examinations.Pages;
using Mingzhang.Web.Jobs;
using Mingzhang.Web.Layout;

namespace Mingzhang.Web.Examinations;

/// <summary>Check anything: give documents, read what was found, decide, correct, take along, delete.</summary>
internal static class ExaminationEndpoints
{
    private const int MostRecent = 20, MostReason = 500;

    public static void Map(WebApplication web)
    {
        RouteGroupBuilder group = web.MapGroup("/check").AddEndpointFilter(Private).AddEndpointFilter<RouteGroupBuilder, VisitUse>();
        group.MapGet("", Start);
        group.MapPost("", Take);
        group.MapGet("/{id:guid}", Show);
        group.MapPost("/{id:guid}/correction", Correct).WithMetadata(FormsOnly.Mark);
        group.MapPost("/{id:guid}/again", CheckAgain).WithMetadata(FormsOnly.Mark);
        group.MapPost("/{id:guid}/decisions", Decide).WithMetadata(FormsOnly.Mark);
        group.MapGet("/{id:guid}/comparison", Compare);
        group.MapGet("/{id:guid}/pages/{document:int}/{page:int}.png", Picture);
        group.MapGet("/{id:guid}/exports/{export}", TakeAlong);
        group.MapGet("/{id:guid}/delete", ConfirmDelete);
        group.MapPost("/{id:guid}/delete", Delete);
        group.MapGet("/delete", ConfirmForget);
        group.MapPost("/delete", Forget);
    }

    // What belongs to a visit is kept nowhere between.
    private static ValueTask<object?> Private(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.Response.Headers.CacheControl = "no-store";
        invocation.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
        return next(invocation);
    }

    private static Task<IResult> Start(HttpContext context, ExaminationStore store, ExaminationLimits limits, CancellationToken cancel) => Given(context, store, limits, null, StatusCodes.Status200OK, cancel);

    private static async Task<IResult> Given(HttpContext context, ExaminationStore store, ExaminationLimits limits, Text? problem, int status, CancellationToken cancel)
    {
        Visitor visitor = Visitor.Ensure(context, limits.Life);
        IReadOnlyList<Examination> recent = await store.Recent(visitor.Digest, MostRecent, cancel);
        return new RazorComponentResult<CheckPage>(new { Recent = recent, Limits = limits, visitor.FormToken, Problem = problem }) { StatusCode = status };
    }

    private static Task<IResult> Take(HttpContext context, ExaminationIntake intake, ExaminationStore store, ExaminationLimits limits, Reader reader, CancellationToken cancel) =>
        Accept(context, intake, store, limits, reader, null, cancel);

    private static async Task<IResult> Correct(Guid id, HttpContext context, ExaminationIntake intake, ExaminationStore store, ExaminationLimits limits, Reader reader, CancellationToken cancel) =>
        await Own(id, context, store, cancel) is { } earlier ? await Accept(context, intake, store, limits, reader, earlier, cancel) : Missing();

    private static async Task<IResult> Accept(HttpContext context, ExaminationIntake intake, ExaminationStore store, ExaminationLimits limits, Reader reader, Examination? earlier, CancellationToken cancel)
    {
        try
        {
            Guid id = await intake.Take(context, earlier, cancel);
            return TypedResults.Redirect(reader.Link($"/check/{id}"));
        }
        catch (UploadRefused refused)
        {
            return await Given(context, store, limits, refused.Said, refused.Status, cancel);
        }
    }

    private static async Task<IResult> Show(Guid id, HttpContext context, ExaminationStore store, ExaminationRecords records, ViewCache views, Reader reader, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is not { } examination) return Missing();
        Visitor visitor = Visitor.Of(context)!;
        if (examination.Stage is WorkStage.Done && await views.Of(id, cancel) is { } view)
        {
            Selection selection = Selection.Of(context.Request.Query, view);
            // What a filter asked for without leaving the page, as the address of the page.
            if (IsSwapped(context)) context.Response.Headers["HX-Replace-Url"] = reader.Link($"/check/{id}{selection.Query}");
            return new RazorComponentResult<ExaminationPage>(new { Model = await ModelOf(examination, view, selection, visitor, store, records, cancel) });
        }

        return new RazorComponentResult<ProgressPage>(new { Examination = examination, visitor.FormToken });
    }

    private static async Task<IResult> CheckAgain(Guid id, HttpContext context, ExaminationStore store, WorkLedger ledger, WorkQueue queue, Reader reader, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is null) return Missing();
        if (await SmallForm.Read(context, cancel) is not { } form || !Visitor.Of(context)!.Owns(form[Visitor.Field])) return Refused(UploadReader.Stale());
        if (await ledger.AskAgain(id, cancel)) await queue.Wake(id, priority: 6);
        return TypedResults.Redirect(reader.Link($"/check/{id}"));
    }

    private static async Task<IResult> Decide(Guid id, HttpContext context, ExaminationStore store, ExaminationRecords records, ViewCache views, Reader reader, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is not { } examination || await views.Of(id, cancel) is not { } view) return Missing();
        IFormCollection? form = await SmallForm.Read(context, cancel);
        Visitor visitor = Visitor.Of(context)!;
        if (form is null || !visitor.Owns(form[Visitor.Field])) return Refused(UploadReader.Stale());
        if (!int.TryParse(form["doc"], out int document) || document < 1 || document > view.Documents.Length) return Missing();
        string finding = form["finding"].ToString(), decision = form["decision"].ToString(), reason = ShownReason(form["reason"].ToString());
        int number = view.Documents[document - 1].Findings.ToList().FindIndex(f => f.Id == finding) + 1;
        if (number == 0) return Missing();
        if (decision is "accepted") await records.Decide(id, document, finding, true, reason, cancel);
        else if (decision is "dismissed" && reason.Length > 0) await records.Decide(id, document, finding, false, reason, cancel);
        else if (decision is "dismissed") return Refused(new UploadRefused(StatusCodes.Status400BadRequest, new Text("不采纳一个问题要写明理由。", "A finding is dismissed with a reason.")));
        else await records.Undecide(id, document, finding, cancel);
        Selection selection = Selection.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form["from"].ToString())), view);
        if (!IsSwapped(context)) return TypedResults.Redirect(reader.Link($"/check/{id}{selection.Query}#f{number}"));
        ExaminationModel model = await ModelOf(examination, view, selection with { Document = document }, visitor, store, records, cancel);
        // The filter may show it no more.
        if (!model.Shown.Any(s => s.Number == number)) context.Response.Headers["HX-Reswap"] = "delete";
        return new RazorComponentResult<DecidedPart>(new { Model = model, Number = number });
    }

    private static async Task<ExaminationModel> ModelOf(Examination examination, CheckView view, Selection selection, Visitor visitor, ExaminationStore store, ExaminationRecords records, CancellationToken cancel) =>
        new(examination, view, selection, await records.Decisions(examination.Id, cancel), await store.Files(examination.Id, cancel), await store.Correction(examination.Id, cancel), visitor.FormToken);

    // htmx asked: what comes takes the place of a part of the page.
    private static bool IsSwapped(HttpContext context) => context.Request.Headers["HX-Request"] == "true";

    private static async Task<IResult> Compare(Guid id, HttpContext context, ExaminationStore store, ViewCache views, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is not { Previous: { } previous } now || await Own(previous, context, store, cancel) is not { } before) return Missing();
        if (await views.Of(id, cancel) is not { } after || await views.Of(previous, cancel) is not { } earlier) return Missing();
        return new RazorComponentResult<ComparisonPage>(new { Before = before, Now = now, Version = CorrectedVersion.Of(earlier, after) });
    }

    private static async Task<IResult> Picture(Guid id, int document, int page, HttpContext context, ExaminationStore store, ViewCache views, PagePictureStore pictures, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is null || await views.Of(id, cancel) is not { } view || document < 1 || document > view.Documents.Length) return TypedResults.NotFound();
        if (ExaminationModel.PageOf(view.Documents[document - 1], await store.Files(id, cancel), page) is not { } source) return TypedResults.NotFound();
        if (await pictures.Of(id, source, Visitor.Of(context)!, cancel) is not { } png) return TypedResults.NotFound();
        // A page never changes, and only its own visitor's browser keeps it.
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(png, "image/png");
    }

    private static async Task<IResult> TakeAlong(Guid id, string export, HttpContext context, ExaminationStore store, ExaminationExports exports, ViewCache views, Reader reader, CancellationToken cancel)
    {
        if (await Own(id, context, store, cancel) is not { } examination || await views.Of(id, cancel) is not { } view) return Missing();
        if (ExaminationExports.Of(view, await store.Files(id, cancel)).FirstOrDefault(e => e.Path == export) is not { } wanted) return Missing();
        if (await exports.Enter(Visitor.Of(context)!, cancel) is not { } lane) return Busy(context);
        context.Response.RegisterForDispose(lane);
        MadeExport? made = await exports.Make(examination, wanted, reader.Language, cancel);
        lane.Leave();
        if (made is null)
            return Refused(new UploadRefused(StatusCodes.Status500InternalServerError, new Text("这种格式没有生成成功，请稍后再试。", "This format could not be made. Try again later.")));
        return TypedResults.File(made.Content, made.MediaType, made.Name);
    }

    private static async Task<IResult> ConfirmDelete(Guid id, HttpContext context, ExaminationStore store, CancellationToken cancel) =>
        await Own(id, context, store, cancel) is { } examination ? new RazorComponentResult<DeletePage>(new { Examination = examination, Visitor.Of(context)!.FormToken }) : Missing();

    private static async Task<IResult> Delete(Guid id, HttpContext context, ExaminationRecords records, ViewCache views, Reader reader, CancellationToken cancel)
    {
        if (Visitor.Of(context) is not { } visitor) return Missing();
        if (await SmallForm.Read(context, cancel) is not { } form || !visitor.Owns(form[Visitor.Field])) return Refused(UploadReader.Stale());
        if (!await records.Delete(id, visitor.Digest, cancel)) return Missing();
        views.Drop(id);
        return TypedResults.Redirect(reader.Link("/check"));
    }

    private static RazorComponentResult<DeletePage> ConfirmForget(HttpContext context, ExaminationLimits limits) =>
        new RazorComponentResult<DeletePage>(new { Visitor.Ensure(context, limits.Life).FormToken });

    private static async Task<IResult> Forget(HttpContext context, ExaminationRecords records, ViewCache views, Reader reader, CancellationToken cancel)
    {
        if (Visitor.Of(context) is not { } visitor) return Missing();
        if (await SmallForm.Read(context, cancel) is not { } form || !visitor.Owns(form[Visitor.Field])) return Refused(UploadReader.Stale());
        foreach (Guid id in await records.Forget(visitor.Digest, cancel)) views.Drop(id);
        Visitor.Forget(context);
        return TypedResults.Redirect(reader.Link("/check"));
    }

    private static async Task<Examination?> Own(Guid id, HttpContext context, ExaminationStore store, CancellationToken cancel) =>
        Visitor.Of(context) is { } visitor ? await store.Find(id, visitor.Digest, cancel) : null;

    private static RazorComponentResult<CheckProblemPage> Missing() => new(new
    {
        Said = new Text("没有这项审核。它可能已经到期删除，或者是在另一个浏览器里提交的。", "There is no such check. It may have expired and been deleted, or was made in another browser."),
    }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult<CheckProblemPage> Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "30";
        return Refused(new UploadRefused(StatusCodes.Status429TooManyRequests, new Text("前面要的文件还没有生成完，请过一会儿再试。", "The files that you asked for before are still being made. Try again in a while.")));
    }

    private static RazorComponentResult<CheckProblemPage> Refused(UploadRefused refused) => new(new { refused.Said }) { StatusCode = refused.Status };

    private static string ShownReason(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069'))).Trim() is var clean && clean.Length > MostReason ? clean[..MostReason] : clean;
}
