using Dapper;
using Npgsql;

namespace Mingzhang.Store.Comparisons;

/// <summary>A year of an item over all departments.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Departments">How many departments have an amount.</param>
/// <param name="Total">Their sum in 万元.</param>
/// <param name="Least">The smallest amount.</param>
/// <param name="Lower">A quarter of the departments have less.</param>
/// <param name="Middle">Half of them have less.</param>
/// <param name="Upper">Three quarters of them have less.</param>
/// <param name="Most">The greatest amount.</param>
public sealed record ItemYear(int Year, int Departments, decimal Total, decimal Least, decimal Lower, decimal Middle, decimal Upper, decimal Most);

/// <summary>A department's amount of an item.</summary>
/// <param name="Disclosure">Id of the disclosure.</param>
/// <param name="Department">Id of the department.</param>
/// <param name="Name">Its name.</param>
/// <param name="Caption">What the disclosure calls the item.</param>
/// <param name="Amount">In 万元.</param>
/// <param name="Expenditure">The department's expenditure of the year; null where it is not known.</param>
public sealed record ItemAmount(long Disclosure, int Department, string Name, string Caption, decimal Amount, decimal? Expenditure);

/// <summary>Reads an item of a classification across all departments.</summary>
/// <param name="database">Where.</param>
public sealed class ItemReader(Database database)
{
    private const string Source =
        """
        from unnest(@editions, @forms, @columns) as c (edition, form, column_key)
        join figure f on f.form = c.form and f.row_key = @code and f.column_key = c.column_key
        join disclosure d on d.id = f.disclosure_id and d.edition = c.edition and d.is_current and d.kind = @kind
        """;

    /// <summary>Every year that has the item, the oldest first.</summary>
    public async Task<IReadOnlyList<ItemYear>> Years(string code, LineSource source, string kind, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        // The amounts at the quarters are amounts that departments have, none between them.
        return (await connection.QueryAsync<ItemYear>(new CommandDefinition(
            $"""
            select d.year as Year, count(*)::int as Departments, sum(f.amount) as Total, min(f.amount) as Least,
              percentile_disc(0.25) within group (order by f.amount) as Lower, percentile_disc(0.5) within group (order by f.amount) as Middle,
              percentile_disc(0.75) within group (order by f.amount) as Upper, max(f.amount) as Most
            {Source}
            group by d.year order by d.year
            """,
            Parameters(code, source, kind),
            cancellationToken: cancel))).AsList();
    }

    /// <summary>The departments that have the item in a year, by amount.</summary>
    public async Task<IReadOnlyList<ItemAmount>> Amounts(string code, LineSource source, string kind, int year, bool rises, int skip, int take, CancellationToken cancel = default)
    {
        DynamicParameters parameters = Parameters(code, source, kind);
        parameters.Add("year", year);
        parameters.Add("skip", skip);
        parameters.Add("take", take);
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<ItemAmount>(new CommandDefinition(
            $"""
            select d.id as Disclosure, p.id as Department, p.name as Name, f.caption as Caption, f.amount as Amount, e.number as Expenditure
            {Source} and d.year = @year
            join department p on p.id = d.department_id
            left join particular e on e.disclosure_id = d.id and e.name = 'main/expenditure'
            order by f.amount {(rises ? "asc" : "desc")}, p.name offset @skip limit @take
            """,
            parameters,
            cancellationToken: cancel))).AsList();
    }

    /// <summary>The codes that current disclosures show, with the names that they have there, the newest first.</summary>
    public async Task<ILookup<string, string>> Known(CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<(string Code, string Name)>(new CommandDefinition(
            "select ref, title from search_name where kind in ('functional', 'economic') order by ref, year desc, title", cancellationToken: cancel))).ToLookup(n => n.Code, n => n.Name);
    }

    private static DynamicParameters Parameters(string code, LineSource source, string kind)
    {
        var parameters = new DynamicParameters();
        parameters.Add("code", code);
        parameters.Add("kind", kind);
        parameters.Add("editions", source.Cells.Select(c => c.Edition).ToArray());
        parameters.Add("forms", source.Cells.Select(c => c.Form).ToArray());
        parameters.Add("columns", source.Cells.Select(c => c.Column).ToArray());
        return parameters;
    }
}
