using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>A visitor of the checking pages, without a browser: cookies are kept, redirections are not followed.</summary>
internal sealed partial class CheckVisit : IDisposable
{
    private readonly HttpClient _client;

    public CheckVisit(Uri address) => _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>The example of the repository, with planted errors.</summary>
    public static byte[] Example { get; } = File.ReadAllBytes(Directory.GetFiles(Repository.At("examples", "check"), "*.txt").Single());

    /// <summary>The example with one of its errors corrected and a new one made.</summary>
    public static byte[] Corrected { get; } = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Example)
        .Replace("支出决算为63.58万元", "支出决算为63.85万元", StringComparison.Ordinal)
        .Replace("总计各增加105.65万元，增长8.1%", "总计各增加105.65万元，增长1.8%", StringComparison.Ordinal));

    public CookieContainer Cookies { get; } = new();

    public void Dispose() => _client.Dispose();

    public async Task<HttpResponseMessage> Get(string path) => await _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> Page(string path)
    {
        using HttpResponseMessage answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What forms of this visitor's pages carry.</summary>
    public async Task<string> Proof() => ProofPattern().Match(await Page("/check")).Groups[1].Value;

    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        await _client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends a form as the script of the pages does: the answer takes the place of a part of the page.</summary>
    public async Task<HttpResponseMessage> Swap(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        content.Headers.Add("HX-Request", "true");
        return await Post(path, content);
    }

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => _client.PostAsync(new Uri(path, UriKind.Relative), content);

    public async Task<HttpResponseMessage> Upload(string path, bool together, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Proof()), "proof" }, { new StringContent(together ? "yes" : "no"), "together" } };
        foreach ((string name, byte[] content) in files)
        {
            // As browsers send it: any characters, quotes escaped.
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{Latin(name)}\"");
            form.Add(part);
        }

        return await Post(path, form);
    }

    /// <summary>Uploads files that are taken, and waits until their check has ended; the path of its page.</summary>
    public async Task<string> Check(params (string Name, byte[] Content)[] files) => await Check("/check", true, files);

    public async Task<string> Check(string path, bool together, params (string Name, byte[] Content)[] files)
    {
        using HttpResponseMessage answer = await Upload(path, together, files);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        string page = answer.Headers.Location!.ToString();
        await Ended(page);
        return page;
    }

    /// <summary>Waits until a check has ended.</summary>
    public async Task Ended(string page)
    {
        for (int i = 0; i < 1200; i++)
        {
            using HttpResponseMessage answer = await Get(page);
            if (!(await answer.Content.ReadAsStringAsync()).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)) return;
            await Task.Delay(100);
        }

        Assert.Fail("the check does not end");
    }

    // The header's bytes are UTF-8; the client writes one byte for each of these characters.
    private static string Latin(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal)));

    [GeneratedRegex("name=\"proof\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex ProofPattern();
}
