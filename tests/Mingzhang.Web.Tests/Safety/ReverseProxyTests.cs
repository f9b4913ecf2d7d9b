using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Store;
using Mingzhang.Web.Operations;
using Mingzhang.Web.Safety;

namespace Mingzhang.Tests.Web.Safety;

public sealed class ReverseProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "192.0.2.7", "192.0.2.7", true)]
    [InlineData("127.0.0.1", "198.51.100.1, 192.0.2.7", "192.0.2.7", true)]
    [InlineData("::ffff:10.1.2.3", "192.0.2.7", "192.0.2.7", true)]
    [InlineData("203.0.113.5", "192.0.2.7", "203.0.113.5", false)]
    public async Task Only_the_proxy_is_believed_and_only_what_it_added_itself(string from, string told, string believed, bool https)
    {
        HttpContext context = await Pass(new ReverseProxy { From = "127.0.0.1, 10.0.0.0/8" }, from, told);
        Assert.Equal((believed, https), (context.Connection.RemoteIpAddress!.ToString(), context.Request.IsHttps));
        Assert.False(new OperationsAccess().Allows(context));
    }

    [Fact]
    public async Task A_visitor_who_claims_to_be_this_machine_does_not_see_its_counts()
    {
        HttpContext context = await Pass(new ReverseProxy { From = "127.0.0.1" }, "127.0.0.1", "127.0.0.1");
        Assert.False(new OperationsAccess().Allows(context));
    }

    [Fact]
    public void Without_a_proxy_nothing_is_believed() => Assert.Null(new ReverseProxy().Options());

    [Fact]
    public void A_wrong_address_is_named() =>
        Assert.Contains("“proxy.example”", Assert.Throws<StoreException>(() => new ReverseProxy { From = "127.0.0.1, proxy.example" }.Options()).Said.In("zh"), StringComparison.Ordinal);

    private static async Task<HttpContext> Pass(ReverseProxy proxy, string from, string told)
    {
        await using ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
        RequestDelegate pipeline = new ApplicationBuilder(services).UseForwardedHeaders(proxy.Options()!).Use((HttpContext _, RequestDelegate _) => Task.CompletedTask).Build();
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        context.Request.Headers["X-Forwarded-For"] = told;
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        await pipeline(context);
        return context;
    }
}
