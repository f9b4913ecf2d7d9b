using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mingzhang.Store.OpenData;
using Mingzhang.Web.Caching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mingzhang.Web.OpenData;

/// <summary>What the open data needs, and all its addresses.</summary>
internal static class OpenDataServices
{
    private const string Document = "v1";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<OpenDataReader>();
        services.ConfigureHttpJsonOptions(json =>
        {
            // Chinese stays readable; what could be markup is escaped all the same.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "明账开放数据 Mingzhang open data";
                document.Info.Version = "1";
                document.Info.Description = "Published budgets and final accounts of departments as data. Amounts are in 万元. Addresses stay; members may be added. Answers have entity tags: ask with If-None-Match. No key is needed; any site may read (CORS).";
                document.Servers?.Clear();
                return Task.CompletedTask;
            });
        });
    }

    public static void Map(WebApplication web)
    {
        ApiEndpoints.Map(web);
        FeedEndpoints.Map(web);
        SiteMapEndpoints.Map(web);
        web.MapOpenApi("/api/openapi.json").ExcludeFromDescription();
        web.MapGet("/data", (HttpContext context) => new RazorComponentResult<DataPage>(new { Site = $"{context.Request.Scheme}://{context.Request.Host}" })).PublishedByHost().ExcludeFromDescription();
    }
}
