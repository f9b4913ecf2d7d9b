using Mingzhang.Statutes;
using Mingzhang.Store.Comparisons;

namespace Mingzhang.Web.Comparisons;

/// <summary>What comparisons and items need.</summary>
internal static class ComparisonServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(_ => StatuteBook.Load());
        services.AddSingleton<Lines>();
        services.AddSingleton<LineReader>();
        services.AddSingleton<ItemReader>();
    }
}
