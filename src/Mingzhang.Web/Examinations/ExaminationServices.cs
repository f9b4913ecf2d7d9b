using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>What examinations need, in the web and in a worker.</summary>
internal static class ExaminationServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("check").Get<ExaminationLimits>() ?? new ExaminationLimits());
        services.AddSingleton<ExaminationStore>();
        services.AddSingleton<ExaminationRecords>();
        services.AddSingleton<UploadCounts>();
        services.AddSingleton<MingzhangProgram>();
        services.AddSingleton<ViewCache>();
        services.AddSingleton<UploadRate>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<ExaminationIntake>();
        services.AddSingleton<ExaminationExports>();
        services.AddSingleton<PagePictureStore>();
        services.AddHostedService<ExaminationSweep>();
    }
}
