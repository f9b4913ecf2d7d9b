using System.Net;
using Dapper;
using Npgsql;

namespace Mingzhang.Tests.Web.Examinations;

[Collection(SharedWeb.Name)]
public sealed class CheckAgainTests(RunningWeb web) : IDisposable
{
    private readonly CheckVisit _visit = new(web.Address ?? new Uri("http://127.0.0.1"));

    public void Dispose() => _visit.Dispose();

    [StoreFact]
    public async Task A_check_that_was_given_up_says_so_and_its_button_has_it_checked_again()
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example));
        await using (NpgsqlConnection connection = await web.Database.Open(CancellationToken.None))
        {
            await connection.ExecuteAsync(
                "update work set state = 'failed', given_up = true, lost = 25, said_zh = '中断了 25 次', said_en = 'broke off 25 times' where id = @id; update examination set view = null where id = @id",
                new { id = Guid.Parse(path.Split('/')[^1]) });
        }

        string page = await _visit.Page(path);
        Assert.Contains("中断了 25 次", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{path}/again\"", page, StringComparison.Ordinal);
        string proof = await _visit.Proof();
        using var other = new CheckVisit(web.Address);
        using HttpResponseMessage stranger = await other.Post(path + "/again", ("proof", await other.Proof())), forged = await _visit.Post(path + "/again", ("proof", new string('0', 64)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (stranger.StatusCode, forged.StatusCode));
        Assert.Contains("/again\"", await _visit.Page(path), StringComparison.Ordinal);

        using HttpResponseMessage answer = await _visit.Post(path + "/again", ("proof", proof));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await _visit.Ended(path);
        Assert.Contains("100 × 1358.41 ÷ 1365.36", await _visit.Page(path), StringComparison.Ordinal);
    }
}
