using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Mingzhang.Web.Operations;

namespace Mingzhang.Tests.Web.Operations;

[Collection(SharedWeb.Name)]
public sealed class OperationsAccessTests(RunningWeb web)
{
    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("::ffff:127.0.0.1", null, true)]
    [InlineData("192.0.2.7", null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    [InlineData("127.0.0.1", "X-Real-IP", false)]
    public void Unless_told_only_this_machine_sees_the_counts_and_nobody_through_a_proxy(string from, string? header, bool allowed)
    {
        DefaultHttpContext context = From(from);
        if (header is not null) context.Request.Headers[header] = "192.0.2.7";
        Assert.Equal(allowed, new OperationsAccess().Allows(context));
    }

    [Theory]
    [InlineData("Bearer a long secret", true)]
    [InlineData("Bearer a long secre", false)]
    [InlineData("Bearer ", false)]
    [InlineData("a long secret", false)]
    [InlineData("", false)]
    public void With_a_token_whoever_has_it_sees_them_from_anywhere(string authorization, bool allowed)
    {
        DefaultHttpContext context = From("192.0.2.7");
        context.Request.Headers.Authorization = authorization;
        Assert.Equal(allowed, new OperationsAccess { Token = "a long secret" }.Allows(context));
    }

    [Fact]
    public void With_a_port_only_that_port_has_them()
    {
        var access = new OperationsAccess { Port = 9090 };
        DefaultHttpContext there = From("127.0.0.1"), elsewhere = From("127.0.0.1");
        (there.Connection.LocalPort, elsewhere.Connection.LocalPort) = (9090, 5080);
        Assert.Equal((true, false), (access.Allows(there), access.Allows(elsewhere)));
    }

    [StoreFact]
    public async Task Through_a_proxy_the_counts_do_not_exist_in_any_language()
    {
        foreach (string path in new[] { "/metrics", "/en/metrics", "/metrics/", "//metrics" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(web.Address.AbsoluteUri.TrimEnd('/') + path));
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using HttpResponseMessage answer = await web.Client.SendAsync(request);
            string said = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("mingzhang_database_ready", said, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
