using System.Collections.Immutable;
using Mingzhang.Accounts.Books;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>The sums of income, expenditure and money brought forward that the forms show, as finely as the forms divide them.</summary>
internal sealed class PostingsOfForms
{
    // 行政支出, 事业支出.
    private const string Administrative = "7101", Institution = "7201";

    // What a project's money buys is not public; services stand for it, and for basic expenditure from own money goods and services.
    private const string ProjectEconomic = "30227", OwnBasicEconomic = "30299";

    // Economic items that a functional item pays by its nature.
    private static readonly HashSet<(string Functional, string Economic)> Pairs =
    [
        ("2080505", "30108"), ("2080506", "30109"), ("2080801", "30304"), ("2101101", "30110"), ("2101102", "30110"), ("2101103", "30111"),
        ("2210201", "30113"), ("2210202", "30102"), ("2210203", "30102"), ("2080501", "30302"), ("2080502", "30302"),
    ];

    private readonly Disclosure _disclosure;
    private readonly PublishedCells _cells;
    private readonly ImmutableArray<BudgetUnit> _units;
    private readonly ProjectSplit _projects;
    private readonly List<Posting> _postings = [];

    private PostingsOfForms(Disclosure disclosure, ImmutableArray<BudgetUnit> units, ProjectSplit projects) =>
        (_disclosure, _cells, _units, _projects) = (disclosure, new PublishedCells(disclosure), units, projects);

    public static List<Posting> Of(Disclosure disclosure, ImmutableArray<BudgetUnit> units, ProjectSplit projects)
    {
        var postings = new PostingsOfForms(disclosure, units, projects);
        postings.AddExpenditure();
        postings.AddIncome();
        postings.AddOpenings();
        return postings._postings;
    }

    private void AddExpenditure()
    {
        List<string> items = _cells.Leaves("03");
        var basic = new Dictionary<string, long>();
        var project = new Dictionary<string, long>();
        foreach (string item in items)
        {
            long fundBasic = Fen("07", item, "4"), fundProject = Fen("07", item, "5"), capitalBasic = Fen("08", item, "2"), capitalProject = Fen("08", item, "3");
            long allBasic = Fen("03", item, "2"), allProject = Fen("03", item, "3");
            long generalBasic = _cells.Fen("05", item, "2") ?? (allBasic - fundBasic - capitalBasic);
            long generalProject = _cells.Fen("05", item, "3") ?? (allProject - fundProject - capitalProject);
            basic[item] = generalBasic;
            project[item] = generalProject;
            Spend(item, Fund.GovernmentFund, Purpose.Basic, OwnBasicEconomic, fundBasic);
            Spend(item, Fund.StateCapital, Purpose.Basic, OwnBasicEconomic, capitalBasic);
            Spend(item, Fund.UnitOwn, Purpose.Basic, OwnBasicEconomic, allBasic - generalBasic - fundBasic - capitalBasic);
            AddProject(item, Fund.GovernmentFund, fundProject);
            AddProject(item, Fund.StateCapital, capitalProject);
            AddProject(item, Fund.UnitOwn, allProject - generalProject - fundProject - capitalProject);
            foreach ((string column, string account) in AccountColumns("03", FillFlow.Expenditure, AccountKind.Expenditure)) Add(account, item, Fund.UnitOwn, Purpose.None, OwnBasicEconomic, "", Fen("03", item, column));
        }

        IEnumerable<KeyValuePair<string, long>> bought = _cells.Leaves("06").Where(c => c.Length == 5).Select(c => KeyValuePair.Create(c, Fen("06", c, "1")));
        foreach ((string item, string economic, long fen) in Transport.Fill(basic, bought, (i, e) => Pairs.Contains((i, e)))) Spend(item, Fund.GeneralPublic, Purpose.Basic, economic, fen);
        AddGeneralProjects(project);
    }

    // What form 09 shows beyond form 06 was paid from projects.
    private void AddGeneralProjects(Dictionary<string, long> byItem)
    {
        foreach ((string economic, _, string final) in ThreePublic.Items(Edition))
        {
            long beyond = Fen("09", "1", final) - Fen("06", economic, "1");
            string? item = byItem.Where(p => p.Value > beyond).OrderByDescending(p => p.Value).Select(p => p.Key).FirstOrDefault();
            if (beyond <= 0 || item is null) continue;
            AddProject(item, Fund.GeneralPublic, beyond, economic);
            byItem[item] -= beyond;
        }

        foreach ((string item, long fen) in byItem) AddProject(item, Fund.GeneralPublic, fen);
    }

    private readonly Dictionary<string, long> _projectLeft = [];

    private void AddProject(string item, Fund fund, long fen, string economic = ProjectEconomic)
    {
        if (_projectLeft.Count == 0)
        {
            foreach ((string code, long amount) in _projects.Amounts) _projectLeft[code] = amount;
        }

        foreach (string code in _projectLeft.Keys.Order(StringComparer.Ordinal).ToArray())
        {
            long part = Math.Min(_projectLeft[code], fen);
            if (part <= 0) continue;
            _projectLeft[code] -= part;
            fen -= part;
            Add(AccountOf(UnitOf(item)), item, fund, Purpose.Project, economic, code, part);
        }

        if (fen > 0 && _projects.Projects.Length > 0) Add(AccountOf(UnitOf(item)), item, fund, Purpose.Project, economic, _projects.Projects[^1].Code, fen);
    }

    private void Spend(string item, Fund fund, Purpose purpose, string economic, long fen) => Add(AccountOf(UnitOf(item)), item, fund, purpose, economic, "", fen);

    private void AddIncome()
    {
        string appropriation = Account(AccountKind.Income, FlowKind.Appropriation);
        foreach (string item in _cells.Leaves("02"))
        {
            long fund = Fen("07", item, "2"), capital = Fen("08", item, "1"), all = Fen("02", item, "2");
            Add(appropriation, item, Fund.GovernmentFund, Purpose.None, "", "", fund);
            Add(appropriation, item, Fund.StateCapital, Purpose.None, "", "", Math.Min(capital, all - fund));
            Add(appropriation, item, Fund.GeneralPublic, Purpose.None, "", "", all - fund - Math.Min(capital, all - fund));
            foreach ((string column, string account) in AccountColumns("02", FillFlow.Income, AccountKind.Income)) Add(account, item, Fund.UnitOwn, Purpose.None, "", "", Fen("02", item, column));
        }
    }

    // Money brought forward by item: at least what an item spends beyond its income; the rest of the printed total at the first items.
    private void AddOpenings()
    {
        foreach (IGrouping<Fund, Posting> fund in _postings.GroupBy(p => p.Fund).OrderBy(g => g.Key).ToArray())
        {
            long left = OpeningOf(fund.Key);
            foreach (IGrouping<string, Posting> item in fund.GroupBy(p => p.Functional).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                long needed = fund.Key == Fund.GovernmentFund ? Fen("07", item.Key, "1") : item.Sum(p => p.IsIncome ? -p.Fen : p.Fen);
                if (needed <= 0) continue;
                Add("", item.Key, fund.Key, Purpose.None, "", "", needed);
                left -= needed;
            }

            if (left > 0) Add("", fund.OrderBy(p => p.Functional, StringComparer.Ordinal).First().Functional, fund.Key, Purpose.None, "", "", left);
        }
    }

    private long OpeningOf(Fund fund)
    {
        long appropriated = OpeningLine("04", FundSet.GeneralPublic) + OpeningLine("04", FundSet.GovernmentFund) + OpeningLine("04", FundSet.StateCapital);
        return fund switch
        {
            Fund.GeneralPublic => OpeningLine("04", FundSet.GeneralPublic),
            Fund.GovernmentFund => OpeningLine("04", FundSet.GovernmentFund),
            Fund.StateCapital => OpeningLine("04", FundSet.StateCapital),
            Fund.UnitOwn => OpeningLine("01", FundSet.All) - appropriated,
            _ => 0,
        };
    }

    private long OpeningLine(string form, FundSet funds)
    {
        FormLine? line = Edition.Form(form)?.Lines.FirstOrDefault(l => l.Fill is { Flow: FillFlow.Opening } fill && fill.Funds == funds);
        return line is null ? 0 : Fen(form, line.Number, line.Columns[0]);
    }

    // Columns that one kind of account alone fills.
    private IEnumerable<(string Column, string Account)> AccountColumns(string form, FillFlow flow, AccountKind kind)
    {
        foreach (FormColumn column in Edition.Form(form)?.Columns ?? [])
        {
            if (column.Fill is Fill fill && fill.Flow == flow && fill.Kind is not (FlowKind.Any or FlowKind.Basic or FlowKind.Project)) yield return (column.Number, Account(kind, fill.Kind));
        }
    }

    // Of several accounts of a kind the last is the general one (其他).
    private string Account(AccountKind kind, FlowKind feeds) => Edition.Accounts.Accounts.Last(a => a.Kind == kind && a.Feeds == feeds).Code;

    private Edition Edition => _disclosure.Edition;

    private void Add(string account, string item, Fund fund, Purpose purpose, string economic, string project, long fen)
    {
        if (fen == 0) return;
        _postings.Add(new Posting { Account = account, Unit = UnitOf(item).Code, Fund = fund, Functional = item, Economic = economic, Purpose = purpose, Project = project, Fen = fen });
    }

    // 事业运行 and 事业单位… are spent by the institutions of the department.
    private BudgetUnit UnitOf(string item) =>
        _units.Length > 1 && _cells.Caption(item).Contains("事业", StringComparison.Ordinal) && !_cells.Caption(item).Contains("机关", StringComparison.Ordinal) ? _units[1] : _units[0];

    private static string AccountOf(BudgetUnit unit) => unit.Kind == UnitKind.Administrative ? Administrative : Institution;

    private long Fen(string form, string row, string column) => _cells.Fen(form, row, column) ?? 0;
}
