using Dapper;
using Npgsql;

namespace Mingzhang.Store.Comparisons;

/// <summary>Reads what current disclosures say on a line.</summary>
/// <param name="database">Where.</param>
public sealed class LineReader(Database database)
{
    /// <summary>Staff in office, by the name that disclosures give it under.</summary>
    public const string Staff = "staff/在职";

    private const string Around =
        """
        left join particular e on e.disclosure_id = d.id and e.name = 'main/expenditure'
        left join particular s on s.disclosure_id = d.id and s.name = @Staff
        where d.is_current and (@departments::integer[] is null or d.department_id = any(@departments)) and (@years::integer[] is null or d.year = any(@years))
        """;

    private const string Named =
        $"""
        select d.id as Disclosure, d.department_id as Department, p.name as Name, d.kind as Kind, d.year as Year, a.number as Amount, true as HasLine, e.number as Expenditure, s.number as Staff
        from disclosure d join department p on p.id = d.department_id
        left join particular a on a.disclosure_id = d.id and a.name = @Name
        {Around}
        """;

    private const string OfCells =
        $"""
        select d.id as Disclosure, d.department_id as Department, p.name as Name, d.kind as Kind, d.year as Year, f.amount as Amount, c.edition is not null as HasLine, e.number as Expenditure, s.number as Staff
        from disclosure d join department p on p.id = d.department_id
        left join unnest(@editions, @forms, @rows, @columns) as c (edition, form, row_key, column_key) on c.edition = d.edition
        left join figure f on f.disclosure_id = d.id and f.form = c.form and f.row_key = c.row_key and f.column_key = c.column_key
        {Around}
        """;

    /// <summary>The values of disclosures of both kinds.</summary>
    /// <param name="line">The line.</param>
    /// <param name="departments">Only of these; null for all.</param>
    /// <param name="years">Only of these; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<LineValue>> Read(LineSource line, IReadOnlyCollection<int>? departments, IReadOnlyCollection<int>? years, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<LineValue>(new CommandDefinition(
            line.Name is null ? OfCells : Named,
            new
            {
                line.Name,
                Staff,
                departments = departments?.ToArray(),
                years = years?.ToArray(),
                editions = line.Cells.Select(c => c.Edition).ToArray(),
                forms = line.Cells.Select(c => c.Form).ToArray(),
                rows = line.Cells.Select(c => c.Row).ToArray(),
                columns = line.Cells.Select(c => c.Column).ToArray(),
            },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>Names of departments by id.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Departments(IReadOnlyCollection<int> ids, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<(int Id, string Name)>(new CommandDefinition("select id, name from department where id = any(@ids)", new { ids = ids.ToArray() }, cancellationToken: cancel))).ToDictionary(d => d.Id, d => d.Name);
    }
}
