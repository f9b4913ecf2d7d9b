using Dapper;
using Mingzhang.Store.Publications;
using Npgsql;

namespace Mingzhang.Store.OpenData;

/// <summary>A cell of a form with the disclosure that it stands in.</summary>
public sealed record OpenFigure
{
    /// <summary>The disclosure.</summary>
    public long Disclosure { get; init; }

    /// <summary>Its department.</summary>
    public int DepartmentId { get; init; }

    /// <summary>Name of the department.</summary>
    public string Department { get; init; } = "";

    /// <summary><c>finalAccounts</c> or <c>budget</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The fiscal year.</summary>
    public int Year { get; init; }

    /// <summary>Number of the form.</summary>
    public string Form { get; init; } = "";

    /// <summary>Key of the row.</summary>
    public string Row { get; init; } = "";

    /// <summary>Number of the column.</summary>
    public string Column { get; init; } = "";

    /// <summary>Caption of the row.</summary>
    public string Caption { get; init; } = "";

    /// <summary>In 万元.</summary>
    public decimal Amount { get; init; }
}

/// <summary>Which figures are wanted.</summary>
/// <param name="Disclosure">Only of this disclosure.</param>
/// <param name="Department">Only of this department.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="Year">Only of this year.</param>
/// <param name="Form">Only of this form.</param>
/// <param name="Row">Only of this row.</param>
/// <param name="Column">Only of this column.</param>
public sealed record FigureChoice(long? Disclosure = null, int? Department = null, string? Kind = null, int? Year = null, string? Form = null, string? Row = null, string? Column = null);

/// <summary>Reads what is published for those who take it as data.</summary>
/// <param name="database">Where.</param>
public sealed class OpenDataReader(Database database)
{
    /// <summary>Departments by id.</summary>
    /// <param name="name">Only those whose name contains this; null for all.</param>
    /// <param name="after">Only those with a greater id.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PublishedDepartment>> Departments(string? name, int after, int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedDepartment>(new CommandDefinition(
            PublicationReader.AnyDepartment + " where id > @after and (@name::text is null or position(@name in name) > 0) order by id limit @take", new { name, after, take }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Current disclosures, those published last first.</summary>
    /// <param name="department">Only of this department; null for all.</param>
    /// <param name="kind">Only of this kind; null for all.</param>
    /// <param name="year">Only of this year; null for all.</param>
    /// <param name="before">Only those with a smaller id; null for all.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PublishedEntry>> Disclosures(int? department, string? kind, int? year, long? before, int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedEntry>(new CommandDefinition(
            $"""
            {PublicationReader.Entry}
            where d.is_current and (@department::integer is null or d.department_id = @department) and (@kind::text is null or d.kind = @kind) and (@year::integer is null or d.year = @year)
              and (@before::bigint is null or d.id < @before)
            order by d.id desc limit @take
            """,
            new { department, kind, year, before, take },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>A disclosure in any version; null if there is none.</summary>
    public async Task<PublishedEntry?> One(long id, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<PublishedEntry>(new CommandDefinition(PublicationReader.Entry + " where d.id = @id", new { id }, cancellationToken: cancel));
    }

    /// <summary>Numbers of a disclosure that no form has, by name.</summary>
    public async Task<IReadOnlyList<(string Name, decimal Number)>> Numbers(long disclosure, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<(string, decimal)>(new CommandDefinition("select name, number from particular where disclosure_id = @disclosure order by name", new { disclosure }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Figures of current disclosures, by disclosure and place in the form.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<OpenFigure>> Figures(FigureChoice choice, int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<OpenFigure>(new CommandDefinition(
            """
            select f.disclosure_id as Disclosure, p.id as DepartmentId, p.name as Department, d.kind as Kind, d.year as Year,
              f.form as Form, f.row_key as Row, f.column_key as Column, f.caption as Caption, f.amount as Amount
            from figure f join disclosure d on d.id = f.disclosure_id join department p on p.id = d.department_id
            where d.is_current and (@Disclosure::bigint is null or d.id = @Disclosure) and (@Department::integer is null or d.department_id = @Department)
              and (@Kind::text is null or d.kind = @Kind) and (@Year::integer is null or d.year = @Year)
              and (@Form::text is null or f.form = @Form) and (@Row::text is null or f.row_key = @Row) and (@Column::text is null or f.column_key = @Column)
            order by f.disclosure_id, f.form, f.row_order, length(f.column_key), f.column_key
            limit @take
            """,
            new { choice.Disclosure, choice.Department, choice.Kind, choice.Year, choice.Form, choice.Row, choice.Column, take },
            cancellationToken: cancel))).AsList();
    }

    /// <summary>Departments and current disclosures for a list of all addresses, by id.</summary>
    /// <param name="after">Only disclosures with a greater id.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PublishedEntry>> After(long after, int take, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return (await connection.QueryAsync<PublishedEntry>(new CommandDefinition(PublicationReader.Entry + " where d.is_current and d.id > @after order by d.id limit @take", new { after, take }, cancellationToken: cancel))).AsList();
    }

    /// <summary>The ids after which parts of a list of all addresses begin: 0, then every so many disclosures.</summary>
    public async Task<IReadOnlyList<long>> Parts(int size, CancellationToken cancel = default)
    {
        await using NpgsqlConnection connection = await database.Open(cancel);
        return
        [
            0, .. await connection.QueryAsync<long>(new CommandDefinition(
                "select id from (select id, row_number() over (order by id) as n, count(*) over () as count from disclosure where is_current) d where n % @size = 0 and n < count order by id", new { size }, cancellationToken: cancel)),
        ];
    }
}
