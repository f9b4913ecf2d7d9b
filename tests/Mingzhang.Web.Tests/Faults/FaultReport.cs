using System.Globalization;
using Dapper;
using Npgsql;

namespace Mingzhang.Tests.Web.Faults;

/// <summary>What is there after all, held against what was acknowledged.</summary>
/// <param name="Wrong">What must not be; one line each.</param>
/// <param name="Said">Counts.</param>
internal sealed record FaultReport(IReadOnlyList<string> Wrong, string Said)
{
    // Each line that comes back is a mistake.
    private static readonly (string What, string Sql)[] Rules =
    [
        ("work that is still open", "select id::text from work where state in ('waiting', 'running')"),
        ("a result kept twice", "select kind || ' ' || id from fault_result group by kind, id having count(*) > 1"),
        ("a check without its files", "select id::text from examination e where not exists (select from examination_file f where f.examination_id = e.id)"),
        ("a check without its work", "select id::text from examination e where not exists (select from work w where w.id = e.id)"),
        ("work without its check or request", "select id::text from work w where not exists (select from examination e where e.id = w.id) and not exists (select from publication_request q where q.id = w.id)"),
        ("a check that is done and has no result, or has one and is not done", "select e.id::text from examination e join work w on w.id = e.id where (w.state = 'done') <> (e.view is not null)"),
        ("a publication that is done and not published, or published and not done", "select q.id::text from publication_request q join work w on w.id = q.id where (w.state = 'done') <> (q.disclosure_id is not null)"),
        ("a disclosure that nobody asked for", "select d.id::text from disclosure d where not exists (select from publication_request q where q.disclosure_id = d.id)"),
        ("a disclosure published half", "with n as (select d.id, (select count(*) from figure f where f.disclosure_id = d.id) as figures, (select count(*) from disclosure_file f where f.disclosure_id = d.id) as files from disclosure d) select id || ': ' || figures || ' figures, ' || files || ' files' from n where figures = 0 or files = 0 or (figures, files) <> (select max(figures), max(files) from n)"),
        ("a department published twice", "select department_id::text from disclosure group by department_id having count(*) > 1"),
        ("failed without having been lost three times", "select id::text || ' ' || said_en from work where state = 'failed' and lost < 3"),
    ];

    public static async Task<FaultReport> Of(FaultyMachine machine, FaultyWork work)
    {
        var wrong = new List<string>();
        await using NpgsqlConnection connection = await machine.Database.Open(CancellationToken.None);
        foreach ((string what, string sql) in Rules) wrong.AddRange((await connection.QueryAsync<string>(sql)).Select(found => $"{what}: {found}"));
        Dictionary<Guid, byte[]> kept = (await connection.QueryAsync<(Guid, byte[])>("select examination_id, sha256(content) from examination_file")).ToDictionary(f => f.Item1, f => f.Item2);
        wrong.AddRange(work.Uploads.Where(u => !kept.TryGetValue(u.Key, out byte[]? digest) || !digest.AsSpan().SequenceEqual(u.Value)).Select(u => $"an acknowledged upload that is lost or changed: {u.Key}"));
        HashSet<Guid> asked = [.. await connection.QueryAsync<Guid>("select id from publication_request")];
        wrong.AddRange(work.Publications.Keys.Where(id => !asked.Contains(id)).Select(id => $"an acknowledged publication that is lost: {id}"));
        IEnumerable<string> states = await connection.QueryAsync<string>("select kind || ' ' || state || ' ' || count(*) || ', started again ' || count(*) filter (where attempt > 1) || ', most starts ' || max(attempt) from work group by kind, state order by 1");
        int results = await connection.ExecuteScalarAsync<int>("select count(*)::int from fault_result"), disclosures = await connection.ExecuteScalarAsync<int>("select count(*)::int from disclosure");
        string said = string.Create(CultureInfo.InvariantCulture, $"killed: {string.Join(", ", machine.Kills.OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}"))}\nacknowledged: uploads {work.Uploads.Count}, publications {work.Publications.Count}; not acknowledged: {work.Refused}\n{string.Join('\n', states)}\nresults kept: {results}, disclosures: {disclosures}");
        return new FaultReport(wrong, said);
    }

    public override string ToString() => Said + (Wrong.Count == 0 ? "\nnothing wrong" : "\nWRONG\n" + string.Join('\n', Wrong));
}
