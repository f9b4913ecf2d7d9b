using Mingzhang.Store.Publications;
using Mingzhang.Web.Examinations;
using Mingzhang.Web.Publishing;

namespace Mingzhang.Web.Jobs;

/// <summary>Every kind of work, in one place: the web and the worker do the same.</summary>
internal static class WorkHandlers
{
    /// <summary>Adds them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PublicationRequests>();
        services.AddSingleton<IWorkHandler, PublishHandler>();
        ExaminationServices.Add(services);
        services.AddSingleton<IWorkHandler, ExaminationWork>();
    }
}
