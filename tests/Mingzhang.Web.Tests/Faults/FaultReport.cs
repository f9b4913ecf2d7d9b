using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;

namespace Mingzhang.Tests.Web.Faults;

/// <summary>What is there after all, held against what was acknowledged.</summary>
/// <param name="Wrong">What must not be; one line each.</param>
/// <param name="Said">Counts and times.</param>
internal sealed record FaultReport(IReadOnlyList<string> Wrong, string Said)
{
    private const string Lost = "lost", Half = "half done", Twice = "results kept twice", GivenUp = "given up", Unfinished = "not finished";

    // Each line that comes back is a mistake.
    private static readonly (string Kind, string What, string Sql)[] Rules =
    [
        (Unfinished, "work that is still open", "select id::text from work where state in ('waiting', 'running')"),
        (GivenUp, "work that was given up", "select id::text || ' after ' || attempt || ' starts: ' || said_en from work where state = 'failed'"),
        (Twice, "a result kept twice", "select kind || ' ' || id from fault_result group by kind, id having count(*) > 1"),
        (Twice, "a department published twice", "select department_id::text from disclosure group by department_id having count(*) > 1"),
        (Half, "a check without its files", "select id::text from examination e where not exists (select from examination_file f where f.examination_id = e.id)"),
        (Half, "a check without its work", "select id::text from examination e where not exists (select from work w where w.id = e.id)"),
        (Half, "work without its check or request", "select id::text from work w where not exists (select from examination e where e.id = w.id) and not exists (select from publication_request q where q.id = w.id)"),
        (Half, "a check that is done and has no result, or has one and is not done", "select e.id::text from examination e join work w on w.id = e.id where (w.state = 'done') <> (e.view is not null)"),
        (Half, "a publication that is done and not published, or published and not done", "select q.id::text from publication_request q join work w on w.id = q.id where (w.state = 'done') <> (q.disclosure_id is not null)"),
        (Half, "a disclosure that nobody asked for", "select d.id::text from disclosure d where not exists (select from publication_request q where q.disclosure_id = d.id)"),
        (Half, "a disclosure published half", "with n as (select d.id, (select count(*) from figure f where f.disclosure_id = d.id) as figures, (select count(*) from disclosure_file f where f.disclosure_id = d.id) as files from disclosure d) select id || ': ' || figures || ' figures, ' || files || ' files' from n where figures = 0 or files = 0 or (figures, files) <> (select max(figures), max(files) from n)"),
    ];

    public static async Task<FaultReport> Of(FaultyMachine machine, FaultyWork work)
    {
        var found = new List<(string Kind, string What)>();
        await using NpgsqlConnection connection = await machine.Database.Open(CancellationToken.None);
        foreach ((string kind, string what, string sql) in Rules) found.AddRange((await connection.QueryAsync<string>(sql)).Select(row => (kind, $"{what}: {row}")));
        Dictionary<Guid, byte[]> kept = (await connection.QueryAsync<(Guid, byte[])>("select examination_id, sha256(content) from examination_file")).ToDictionary(f => f.Item1, f => f.Item2);
        found.AddRange(work.Uploads.Where(u => !kept.TryGetValue(u.Key, out byte[]? digest) || !digest.AsSpan().SequenceEqual(u.Value)).Select(u => (Lost, $"an acknowledged upload that is lost or changed: {u.Key}")));
        HashSet<Guid> asked = [.. await connection.QueryAsync<Guid>("select id from publication_request")];
        found.AddRange(work.Publications.Keys.Where(id => !asked.Contains(id)).Select(id => (Lost, $"an acknowledged publication that is lost: {id}")));

        var said = new StringBuilder();
        said.AppendLine($"killed: {string.Join(", ", machine.Kills.OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}"))}");
        said.AppendLine(CultureInfo.InvariantCulture, $"acknowledged: uploads {work.Uploads.Count}, publications {work.Publications.Count}; refused while something was away: {work.Refused}");
        said.AppendLine(string.Join(", ", ((string[])[Lost, Half, Twice, GivenUp, Unfinished]).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind} {found.Count(f => f.Kind == kind)}"))));
        foreach (string line in await connection.QueryAsync<string>("select kind || ' ' || state || ' ' || count(*) || ', started again ' || count(*) filter (where attempt > 1) || ', most starts ' || max(attempt) from work group by kind, state order by 1")) said.AppendLine(line);
        foreach (IGrouping<string, LostStart> how in machine.Lost.GroupBy(l => l.How)) said.AppendLine(await TakeOver(connection, how));
        return new FaultReport([.. found.Select(f => f.What)], said.ToString());
    }

    public override string ToString() => Said + (Wrong.Count == 0 ? "nothing wrong" : "WRONG\n" + string.Join('\n', Wrong));

    /// <summary>How long work whose worker was killed waited until it was started again.</summary>
    private static async Task<string> TakeOver(NpgsqlConnection connection, IGrouping<string, LostStart> how)
    {
        var seconds = new List<double>();
        foreach (LostStart lost in how)
        {
            if (await connection.ExecuteScalarAsync<DateTime?>("select min(at) from fault_start where id = @Id and attempt > @Attempt", lost) is { } at) seconds.Add((at.ToUniversalTime() - lost.At).TotalSeconds);
        }

        seconds.Sort();
        return seconds.Count == 0 ? $"taken over ({how.Key}): none" : string.Create(CultureInfo.InvariantCulture, $"taken over ({how.Key}): {seconds.Count}, after {seconds[seconds.Count / 2]:0.0} s (median), {seconds[^1]:0.0} s (longest)");
    }
}
