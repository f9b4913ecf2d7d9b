using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Statutes.Tests.Editions;

public sealed class OverlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-forms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_folder_changes_only_what_it_states()
    {
        Write("final-accounts/2023/form-02.yaml", "otherTitles: [收入情况表]\ncolumns:\n  7: {captions: [其他收入], other: [其他]}\n");
        Edition edition = Load(2023);
        Assert.Equal(["收入情况表"], edition.Form("02")!.OtherTitles.AsEnumerable());
        Assert.Equal(7, edition.Form("02")!.Columns.Length);
        Assert.Equal(["其他"], edition.Form("02")!.Columns[6].OtherCaptions.AsEnumerable());
        Assert.Equal("收入决算表", edition.Form("02")!.Title);
    }

    [Fact]
    public void A_nothing_removes_and_the_editions_based_on_it_follow()
    {
        Write("final-accounts/2023/relations.yaml", "relations:\n  cross.05-06.pension: ~\n");
        Assert.DoesNotContain(Load(2023).Relations, r => r.Id == "cross.05-06.pension");
        Assert.DoesNotContain(Load(2024).Relations, r => r.Id == "cross.05-06.pension");
        Assert.Contains(Load(2024).Relations, r => r.Id == "cross.05-06.annuity");
    }

    [Fact]
    public void A_new_edition_states_only_what_changes()
    {
        Write("final-accounts/2025/edition.yaml", "basedOn: final-accounts/2024\nyear: 2025\n");
        Write("final-accounts/2025/form-09.yaml", "title: 财政拨款“三公”经费决算表\n");
        Edition edition = Load(2025);
        Assert.Equal("final-accounts/2025", edition.Id);
        Assert.Equal("财政拨款“三公”经费决算表", edition.Form("09")!.Title);
        Assert.NotNull(edition.Form("01")!.Line("60"));
        Assert.Null(edition.Form("01")!.Line("61"));
    }

    [Fact]
    public void A_form_can_be_added_and_another_be_replaced_as_a_whole()
    {
        Write("final-accounts/2023/form-10.yaml", "form: \"10\"\ntitle: 政府采购情况表\nshape: singleRow\ncolumns:\n  1: {captions: [合计]}\n  2: {captions: [货物]}\nrelations:\n  form.10.1: {formula: 1栏≥2栏, meaning: 合计不小于货物, meaningEn: The total is at least the goods}\n");
        Write("final-accounts/2023/form-08.yaml", "!replace\nform: \"08\"\ntitle: 国有资本经营预算支出表\nshape: functional\ncolumns: {1: {captions: [合计]}, 2: {captions: [甲]}, 3: {captions: [乙]}}\n");
        Edition edition = Load(2023);
        Assert.Equal("form.10.1", Assert.Single(edition.Form("10")!.Relations).Id);
        Assert.Empty(edition.Form("08")!.Relations);
    }

    [Fact]
    public void A_scoring_policy_of_the_program_can_be_chosen_and_changed()
    {
        Write("final-accounts/2023/edition.yaml", "scoring: national\n");
        Write("scoring/national.yaml", "exceededRemarkPercent: 130\n");
        Assert.Equal(("national", 10m, 130m), (Load(2023).Scoring.Id, Load(2023).Scoring.ExecutionWeight, Load(2023).Scoring.ExceededRemarkPercent));
    }

    [Fact]
    public void A_classification_row_extends_or_replaces_and_keeps_the_names_known()
    {
        Write("classifications/functional.csv", "code,name,from,to,former,other,source\n20150,新设事务,2023,,,,本地\n20805,养老支出,2023,,,,本地\n");
        Classification functional = Load(2023).Functional;
        Assert.Equal("新设事务", functional.Find("20150")!.Name);
        Assert.Equal("养老支出", functional.Find("20805")!.Name);
        Assert.Contains("行政事业单位离退休", functional.Find("20805")!.FormerNames);
        Assert.Equal("人大事务", functional.Find("20101")!.Name);
    }

    [Theory]
    [InlineData("final-accounts/2023/form-02.yaml", "titel: 收入表\n", 1, 1, "unknown key \"titel\"; expected one of form, subject, title, otherTitles, shape, lineNumbers, mayBeEmpty, source, columns, texts, sides, codes, relations, notes, emptyNote, head")]
    [InlineData("final-accounts/2023/form-02.yaml", "title: [a]\n", 1, 8, "title: a text was expected, not a list")]
    [InlineData("final-accounts/2023/form-02.yaml", "title: a\ntitle: b\n", 2, 1, "the key \"title\" occurs twice")]
    [InlineData("final-accounts/2023/form-02.yaml", "title: &a x\n", 1, 8, "anchors and aliases are not supported")]
    [InlineData("final-accounts/2023/form-02.yaml", "shape: round\n", 1, 8, "unknown shape \"round\"; expected lines, functional, economic, economicCodes, singleRow or register")]
    [InlineData("final-accounts/2023/form-02.yaml", "mayBeEmpty: perhaps\n", 1, 13, "mayBeEmpty: true or false was expected, not \"perhaps\"")]
    [InlineData("final-accounts/2023/form-02.yaml", "columns:\n  a: {captions: [x]}\n", 2, 3, "栏次 (column number): a whole number was expected, not \"a\"")]
    [InlineData("final-accounts/2023/form-02.yaml", "columns: !merge\n  1: {captions: [x]}\n", 1, 10, "unknown tag !merge; only !replace has a meaning here")]
    [InlineData("final-accounts/2023/form-01.yaml", "sides:\n  income:\n    lines:\n      1-0: 甲\n", 4, 7, "a line number (27) or a range of them (9-26) was expected, not \"1-0\"")]
    [InlineData("final-accounts/2023/form-01.yaml", "sides:\n  income:\n    lines:\n      62: 甲\n", 0, 0, "line 62 is defined twice")]
    [InlineData("final-accounts/2023/form-01.yaml", "relations:\n  form.01.27:\n    formula: 27行=(1+2+x)行\n", 3, 23, "a number was expected, not \"x\", in 27行=(1+2+x)行")]
    [InlineData("final-accounts/2023/form-01.yaml", "relations:\n  form.01.27:\n    formula: \"27行=(1+99)行\"\n", 3, 22, "form 01 has no line (行) 99, in 27行=(1+99)行")]
    [InlineData("final-accounts/2023/relations.yaml", "relations:\n  a: {formula: \"01[27].1 = 02[合计].9\"}\n", 2, 35, "form 02 has no column 9, in 01[27].1 = 02[合计].9")]
    [InlineData("final-accounts/2023/relations.yaml", "relations:\n  a: {formula: \"01[27].1 = 02[合计].1\", when: never}\n", 2, 45, "there is no condition \"never\"; conditions are always, appropriated-only, no-balances, no-appropriated-balances, no-projects")]
    [InlineData("final-accounts/2023/relations.yaml", "relations:\n  a: {formula: \"01[27].1 = 02[合计].1\", severity: bad}\n", 2, 49, "unknown severity \"bad\"; expected error, warning or info")]
    [InlineData("final-accounts/2023/relations.yaml", "relations:\n  form.01.27: {formula: \"01[27].1 = 02[合计].1\"}\n", 0, 0, "the relation form.01.27 is defined in two files")]
    [InlineData("final-accounts/2023/relations.yaml", "conditions:\n  a: [\"01[27].3\"]\n", 2, 15, "form 01 has no column \"3\"")]
    [InlineData("final-accounts/2023/terms.yaml", "- {topic: \"*\", words: [甲]}\n", 1, 3, "a term has either an address or a key")]
    [InlineData("final-accounts/2023/edition.yaml", "scoring: mine\n", 1, 10, "there is no scoring policy \"mine\"")]
    [InlineData("final-accounts/2023/edition.yaml", "basedOn: final-accounts/2024\n", 0, 0, "the editions final-accounts/2024, final-accounts/2023 are based on each other")]
    [InlineData("final-accounts/2025/edition.yaml", "basedOn: final-accounts/2099\nyear: 2025\n", 0, 0, "the file is missing, though final-accounts/2025 is based on it")]
    [InlineData("final-accounts/2025/edition.yaml", "basedOn: final-accounts/2024\n", 0, 0, "the year differs from the folder final-accounts/2025")]
    [InlineData("final-accounts/2023/edition.yaml", "kind: budget\n", 1, 7, "the kind differs from the folder final-accounts/2023")]
    [InlineData("scoring/hubei.yaml", "grades: !replace {中: 60, 良: 80}\n", 1, 26, "grades go from the best to the worst")]
    [InlineData("scoring/hubei.yaml", "executionWeight: many\n", 1, 18, "executionWeight: a number was expected, not \"many\"")]
    [InlineData("final-accounts/2023/form-02.yaml", "columns:\n  2: {fill: income spent}\n", 2, 13, "fill: \"spent\" cannot stand here; expected one of income, expenditure, opening, closing, surplus-used, surplus-distributed, budget, general, government-fund, state-capital, appropriated, special-account, unit-own, superior, undertaking, business, subordinate, other, basic, project, submitted, aid, item, one flow and one kind")]
    [InlineData("final-accounts/2023/form-09.yaml", "columns:\n  2: {fill: budget item}\n", 2, 13, "fill: economic codes are missing behind item")]
    [InlineData("final-accounts/2023/form-09.yaml", "columns:\n  2: {fill: budget item 302x}\n", 2, 13, "fill: economic codes were expected behind item, not \"302x\"")]
    [InlineData("accounts/budgetary.csv", "code,name,side,kind,feeds,source\n7101,行政支出,left,expenditure,purpose,本地\n", 2, 11, "debit or credit was expected, not \"left\"")]
    [InlineData("accounts/budgetary.csv", "code,name,side,kind,feeds,source\n7101,行政支出,debit,expenditure,income,本地\n", 2, 29, "an account of kind expenditure cannot feed \"income\"")]
    [InlineData("accounts/funds.csv", "prefix,funds,source\n212,own,本地\n", 2, 5, "unknown fund \"own\"; expected one of general, government-fund, state-capital, appropriated, special-account, unit-own")]
    [InlineData("accounts/personnel.csv", "class,source\n30x,本地\n", 2, 1, "a code was expected, not \"30x\"")]
    [InlineData("classifications/functional.csv", "code;name\n", 1, 0, "the first line must be code,name,from,to,former,other,source")]
    [InlineData("classifications/functional.csv", "code,name,from,to,former,other,source\n201,a\n", 2, 0, "7 cells were expected, not 2; names hold no comma")]
    [InlineData("classifications/functional.csv", "code,name,from,to,former,other,source\n2x,a,,,,,\n", 2, 1, "a functional or economic code was expected, not \"2x\"")]
    [InlineData("classifications/functional.csv", "code,name,from,to,former,other,source\n201,a,now,,,,\n", 2, 0, "a year was expected, not \"now\"")]
    public void Broken_data_is_refused_with_file_line_and_column(string file, string content, int line, int column, string problem)
    {
        Write(file, content);
        StatuteException error = Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder));
        Assert.Equal(problem, error.Problem.En);
        if (line > 0) Assert.Equal((Path.Combine(_folder, file), line, column), (error.File, error.Line, error.Column));
        Assert.Contains(error.Problem.Zh, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [b\n")]
    [InlineData("a: 'x")]
    [InlineData("a: b: c")]
    public void What_is_no_YAML_is_refused(string content)
    {
        Write("final-accounts/2023/form-02.yaml", content);
        StatuteException error = Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder));
        Assert.StartsWith("not valid YAML", error.Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Write("final-accounts/2023/form-02.yaml", "title: " + new string('[', 5_000));
        Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scoring"));
        File.WriteAllBytes(Path.Combine(_folder, "scoring", "hubei.yaml"), [0xCA, 0xD5, 0xC8, 0xEB]);
        Assert.Equal("not in UTF-8", Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder)).Problem.En);
    }

    [Theory]
    [InlineData("form-01.yaml", "a file in this place is not read (docs/forms.md)")]
    [InlineData("final-accounts/form-01.yaml", "a file in this place is not read (docs/forms.md)")]
    [InlineData("final-accounts/2023/form01.yaml", "a file in this place is not read (docs/forms.md)")]
    [InlineData("final-accounts/2023/more/form-01.yaml", "a file in this place is not read (docs/forms.md)")]
    [InlineData("classifications/others.csv", "a file in this place is not read (docs/forms.md)")]
    [InlineData("final-accounts/2027/form-01.yaml", "the edition final-accounts/2027 has no edition.yaml")]
    public void A_file_that_nothing_would_read_is_refused(string file, string problem)
    {
        Write(file, "title: a\n");
        StatuteException error = Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder));
        Assert.Equal((Path.Combine(_folder, file), problem), (error.File, error.Problem.En));
    }

    [Fact]
    public void A_folder_of_other_things_is_refused()
    {
        Write("readme.txt", "x");
        Assert.Equal("the folder holds no data on the forms (docs/forms.md)", Assert.Throws<StatuteException>(() => StatuteBook.Load(_folder)).Problem.En);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Equal("there is no such folder", Assert.Throws<StatuteException>(() => StatuteBook.Load(Path.Combine(_folder, "none"))).Problem.En);

    private Edition Load(int year) => StatuteBook.Load(_folder).Edition(DisclosureKind.FinalAccounts, new FiscalYear(year))!;

    private void Write(string file, string content)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
