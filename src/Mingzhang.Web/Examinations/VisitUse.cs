using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>Whoever uses what a visit left keeps it: the visit and its cookie live on from then, written anew at most once in a small part of their life.</summary>
internal sealed class VisitUse(ExaminationStore store, ExaminationLimits limits) : IEndpointFilter
{
    private const int Parts = 24;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        if (Visitor.Of(context) is { } visitor && await store.Prolong(visitor.Digest, limits.Life, limits.Life / Parts, context.RequestAborted)) Visitor.Ensure(context, limits.Life);
        return await next(invocation);
    }
}
