namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>Part two: the nine forms.</summary>
internal sealed class FormsPart(Department department, Layout layout, Figures figures)
{
    public void Write()
    {
        layout.Heading(layout.Tabbed ? $"第二部分 {Department.Name}{Department.Year}年度部门决算表" : $" 第二部分 {Department.Year}年度部门决算表");
        TotalAccount();
        Income();
        Expenditure();
        Appropriation();
        GeneralExpenditure();
        BasicByItem();
        Fund();
        Capital();
        ThreePublic();
    }

    // Economic items that a functional item repeats; the others are bound by the total of their class only.
    private static readonly string[] BoundByThemselves = ["30108", "30113"];

    private string Cell(string form, string row, int column, decimal amount) =>
        amount == 0 ? "" : figures.Mark($"form {form}", $"{form}[{row}].{column}", amount.ToString("0.00"), sum: SumOf(form, row));

    private static string? SumOf(string form, string row) =>
        form == "06" && row.Length == 5 && !BoundByThemselves.Contains(row) ? row[..3] : null;

    private void Title(string form, string title)
    {
        layout.Heading($"{(layout.Tabbed ? "" : " ")}{Department.Year}年度{title}");
        if (layout.Tabbed) layout.Heading($"公开 {form} 表");
        else layout.Heading($"公开{form}表");
        layout.Heading($"部门：{Department.Name} 金额单位：万元");
    }

    private void TotalAccount()
    {
        Title("01", "收入支出决算总表");
        if (layout.Tabbed)
        {
            layout.Line("收 入\t\t\t支 出\t\t");
            layout.Line("项 目\t行次\t金额\t项 目\t行次\t金额");
            layout.Line("栏次\t\t1\t栏次\t\t2");
        }
        else
        {
            layout.Line("收入 支出");
            layout.Line("项目 行次 金额 项目 行次 金额");
            layout.Line("栏次 1 栏次 2");
        }

        decimal[] incomes = [department.GeneralIncome, department.FundIncome, 0, 0, 0, 0, 0, department.OtherIncome];
        for (int i = 1; i <= StatutoryText.Classes.Count; i++)
        {
            var (code, caption) = StatutoryText.Classes[i - 1];
            string income = i <= incomes.Length ? $"{StatutoryText.Ordinal(i)}、{StatutoryText.Incomes[i - 1]}" : "";
            Lines("01", income, i, i <= incomes.Length ? incomes[i - 1] : 0, $"{StatutoryText.Ordinal(i)}、{caption}", 31 + i, ClassTotal(code, item => item.Expenditure));
        }

        Lines("01", "本年收入合计", 27, department.Income, "本年支出合计", 58, department.Expenditure);
        Lines("01", "使用非财政拨款结余（含专用结余）", 28, 0, "结余分配", 59, 0);
        Lines("01", "年初结转和结余", 29, department.Opening, "年末结转和结余", 60, department.Closing);
        Lines("01", "", 30, 0, "", 61, 0);
        Lines("01", "总计", 31, department.Total, "总计", 62, department.Total);
        layout.Line();
        layout.Heading("注：1.本表反映部门本年度的总收支和年末结转结余情况。");
        layout.Heading("2.本套报表金额单位转换时可能存在尾数误差。");
        layout.Heading("27行＝（1＋2＋3＋4＋5＋6＋7＋8）行；31行＝（27＋28＋29）行；");
        layout.Heading("58行＝（32＋33＋…＋57）行；62行＝（58＋59＋60）行。");
    }

    private void Lines(string form, string left, int leftLine, decimal leftAmount, string right, int rightLine, params ReadOnlySpan<decimal> rightAmounts)
    {
        List<string> cells = [left, $"{leftLine}", Cell(form, $"{leftLine}", 1, leftAmount), right, $"{rightLine}"];
        for (int i = 0; i < rightAmounts.Length; i++) cells.Add(Cell(form, $"{rightLine}", i + 2, rightAmounts[i]));
        layout.Row([.. cells]);
    }

    private decimal ClassTotal(string? code, Func<FunctionalItem, decimal> amount) =>
        department.Items.Where(i => code is not null && i.Code.StartsWith(code, StringComparison.Ordinal)).Sum(amount);

    private void CodeTable(string form, Func<FunctionalItem, bool> shown, params Func<FunctionalItem, decimal>?[] columns)
    {
        foreach (var (key, caption, items) in department.Rows(shown))
            layout.CodeRow(key, caption, [.. columns.Select((column, i) => column is null ? "" : Cell(form, key, i + 1, items.Sum(column)))]);
        layout.Line();
    }

    private void Income()
    {
        Title("02", "收入决算表");
        if (layout.Tabbed)
        {
            layout.Line("项 目\t\t\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入");
            layout.Line("功能分类科目编码\t\t\t科目名称\t\t\t\t\t\t\t");
            layout.Line("类\t款\t项\t栏次\t1\t2\t3\t4\t5\t6\t7");
        }
        else
        {
            foreach (string line in new[] { "项目", "", "本年收入", "合计", "", "财政拨款", "收入", "", "上级补助", "收入", "", "事业", "收入", "", "经营", "收入", "", "附属单位", "上缴收入", "", "其他", "收入" }) layout.Line(line);
            SpacedCodeHeader("栏次 1 2 3 4 5 6 7");
        }

        CodeTable("02", _ => true, i => i.Income, i => i.GeneralIncome + i.FundIncome, null, null, null, null, i => i.OtherIncome);
        layout.Heading("注：本表反映部门本年度取得的各项收入情况。");
        layout.Heading("1栏各行＝（2＋3＋4＋5＋6＋7）栏各行。");
    }

    private void SpacedCodeHeader(string columns)
    {
        layout.Line("功能分类");
        layout.Line();
        layout.Line("科目编码");
        layout.Line("科目名称");
        layout.Line();
        layout.Line("类 款 项");
        layout.Line(columns);
    }

    private void Expenditure()
    {
        Title("03", "支出决算表");
        if (layout.Tabbed)
        {
            layout.Line("项 目\t\t\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出");
            layout.Line("功能分类科目编码\t\t\t科目名称\t\t\t\t\t\t");
            layout.Line("类\t款\t项\t栏次\t1\t2\t3\t4\t5\t6");
        }
        else
        {
            foreach (string line in new[] { "项目", "", "本年支出", "合计", "", "基本", "支出", "", "项目", "支出", "", "上缴上级", "支出", "", "经营", "支出", "", "对附属单位", "补助支出" }) layout.Line(line);
            SpacedCodeHeader("栏次 1 2 3 4 5 6");
        }

        CodeTable("03", _ => true, i => i.Expenditure, i => i.AllBasic, i => i.AllProject, null, null, null);
        layout.Heading("注：本表反映部门本年度各项支出情况。");
        layout.Heading("1栏各行＝（2＋3＋4＋5＋6）栏各行。");
    }

    private void Appropriation()
    {
        Title("04", "财政拨款收入支出决算总表");
        if (layout.Tabbed)
        {
            layout.Line("收 入\t\t\t支 出\t\t\t\t\t");
            layout.Line("项 目\t行次\t决算数\t项 目\t行次\t决算数\t\t\t");
            layout.Line("\t\t\t\t\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款");
            layout.Line("栏次\t\t1\t栏次\t\t2\t3\t4\t5");
        }
        else
        {
            foreach (string line in new[] { "收 入 支 出", "", "项目", "行", "", "次", "", "决", "", "算", "", "数", "", "项目", "行", "", "次", "", "决算数", "", "合计", "一般公共", "预算财政", "拨款", "", "政府性基", "金预算财", "政拨款", "", "国有资本", "经营预算", "财政拨款", "" }) layout.Line(line);
            layout.Line("栏次 1 栏次 2 3 4 5");
        }

        decimal[] incomes = [department.GeneralIncome, department.FundIncome, 0];
        for (int i = 1; i <= StatutoryText.Classes.Count; i++)
        {
            var (code, caption) = StatutoryText.Classes[i - 1];
            decimal general = ClassTotal(code, item => item.General), fund = ClassTotal(code, item => item.Fund);
            string income = i <= 3 ? $"{StatutoryText.Ordinal(i)}、{StatutoryText.Appropriations[i - 1]}" : "";
            Lines("04", income, i, i <= 3 ? incomes[i - 1] : 0, $"{StatutoryText.Ordinal(i)}、{caption}", 32 + i, general + fund, general, fund, 0);
        }

        decimal generalTotal = department.GeneralExpenditure, fundTotal = department.FundExpenditure;
        Lines("04", "本年收入合计", 27, department.GeneralIncome + department.FundIncome, "本年支出合计", 59, generalTotal + fundTotal, generalTotal, fundTotal, 0);
        Lines("04", "年初财政拨款结转和结余", 28, department.GeneralOpening + department.FundOpening, "年末财政拨款结转和结余", 60, department.GeneralClosing + department.FundClosing, department.GeneralClosing, department.FundClosing, 0);
        Lines("04", "一般公共预算财政拨款", 29, department.GeneralOpening, "", 61, 0, 0, 0, 0);
        Lines("04", "政府性基金预算财政拨款", 30, department.FundOpening, "", 62, 0, 0, 0, 0);
        Lines("04", "国有资本经营预算财政拨款", 31, 0, "", 63, 0, 0, 0, 0);
        Lines("04", "总计", 32, department.AppropriatedTotal, "总计", 64, department.AppropriatedTotal, generalTotal + department.GeneralClosing, fundTotal + department.FundClosing, 0);
        layout.Line();
        layout.Heading("注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。");
        layout.Heading("27行＝（1＋2＋3）行；28行＝（29＋30＋31）行；32行＝（27＋28）行；");
        layout.Heading("59行＝（33＋34＋…＋58）行；64行＝（59＋60）行。");
    }

    private void GeneralExpenditure()
    {
        Title("05", "一般公共预算财政拨款支出决算表");
        if (layout.Tabbed)
        {
            layout.Line("项 目\t\t\t\t本年支出\t\t");
            layout.Line("功能分类科目编码\t\t\t科目名称\t小计\t基本支出\t项目支出");
            layout.Line("类\t款\t项\t栏次\t1\t2\t3");
        }
        else
        {
            foreach (string line in new[] { "项目 本年支出", "", "功能分类", "", "科目编码", "科目名称 小计 基本支出 项目支出", "", "类 款 项", "栏次 1 2 3", "" }) layout.Line(line);
        }

        CodeTable("05", i => i.General != 0, i => i.General, i => i.Basic, i => i.Project);
        layout.Heading("注：本表反映部门本年度一般公共预算财政拨款支出情况。");
        layout.Heading("1栏各行＝（2＋3）栏各行。");
    }

    private void BasicByItem()
    {
        Title("06", "一般公共预算财政拨款基本支出决算明细表");
        if (layout.Tabbed)
        {
            layout.Line("人员经费\t\t\t公用经费\t\t\t\t\t");
            layout.Line("经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数");
        }
        else
        {
            foreach (string line in new[] { "人员经费 公用经费", "", "科目", "", "代码", "科目名称 决算数", "科目", "", "代码", "科目名称 决算数", "科目", "", "代码", "科目名称 决算数", "" }) layout.Line(line);
        }

        var blocks = StatutoryText.EconomicBlocks;
        for (int row = 0; row < blocks.Max(b => b.Count); row++)
        {
            List<string> cells = [];
            foreach (IReadOnlyList<(string Code, string Name)> block in blocks)
            {
                if (row >= block.Count) cells.AddRange("", "", "");
                else cells.AddRange(block[row].Code, block[row].Name, Cell("06", block[row].Code, 1, EconomicAmount(block[row].Code)));
            }

            layout.Row([.. cells]);
        }

        string personnel = Cell("06", "人员经费合计", 1, department.Personnel), operating = Cell("06", "公用经费合计", 1, department.Operating);
        if (layout.Tabbed) layout.Row("人员经费合计", "", personnel, "公用经费合计", "", "", "", "", operating);
        else layout.Row("人员经费合计", personnel, "公用经费合计", operating);
        layout.Line();
        layout.Heading("注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。");
    }

    private decimal EconomicAmount(string code) =>
        department.Economic.Where(e => e.Key.StartsWith(code, StringComparison.Ordinal)).Sum(e => e.Value);

    private void Fund()
    {
        Title("07", "政府性基金预算财政拨款收入支出决算表");
        if (layout.Tabbed)
        {
            layout.Line("项 目\t\t\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余");
            layout.Line("功能分类科目编码\t\t\t科目名称\t\t\t小计\t基本支出\t项目支出\t");
            layout.Line("类\t款\t项\t栏次\t1\t2\t3\t4\t5\t6");
        }
        else
        {
            foreach (string line in new[] { "项目", "", "年初结转和", "结余", "本年收入", "", "本年支出", "", "年末结转和", "结余", "功能分类", "", "科目编码", "科目名称 小计 基本支出 项目支出", "", "类 款 项", "栏次 1 2 3 4 5 6" }) layout.Line(line);
        }

        CodeTable("07", i => i.Fund != 0, i => i.FundOpening, i => i.FundIncome, i => i.Fund, i => i.FundBasic, i => i.FundProject, i => i.FundClosing);
        layout.Heading("注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。");
        layout.Heading("6栏各行＝（1＋2－3）栏各行；3栏各行＝（4＋5）栏各行。");
    }

    private void Capital()
    {
        Title("08", "国有资本经营预算财政拨款支出决算表");
        if (layout.Tabbed)
        {
            layout.Line("项 目\t\t\t\t本年支出\t\t");
            layout.Line("功能分类科目编码\t\t\t科目名称\t合计\t基本支出\t项目支出");
            layout.Line("类\t款\t项\t栏次\t1\t2\t3");
            layout.Line("\t\t\t合计\t\t\t");
        }
        else
        {
            foreach (string line in new[] { "项目 本年支出", "", "功能分类", "", "科目编码", "科目名称 合计 基本支出 项目支出", "", "类 款 项", "栏次 1 2 3", "合计" }) layout.Line(line);
        }

        layout.Line();
        layout.Heading("注：本表反映部门本年度国有资本经营预算财政拨款支出情况。");
        layout.Heading("1栏各行＝（2＋3）栏各行。");
        layout.Heading("说明：本部门当年无国有资本经营预算财政拨款支出。");
    }

    private void ThreePublic()
    {
        Title("09", "财政拨款“三公”经费支出决算表");
        if (layout.Tabbed)
        {
            layout.Line("预算数\t\t\t\t\t\t决算数\t\t\t\t\t");
            layout.Line("合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费");
            layout.Line("\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t");
            layout.Line("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12");
        }
        else
        {
            foreach (string line in new[] { "预算数 决算数", "", "合计", "因公出国", "（境）费", "", "公务用车购置及运行维护费", "公务接", "待费", "合计", "因公出国", "", "（境）费", "", "公务用车购置及运行维护费", "公务接", "", "待费小计", "公务用车", "", "购置费", "", "公务用车运", "", "行维护费", "小计", "", "公务用车", "", "购置费", "", "公务用车运", "", "行维护费", "", "1 2 3 4 5 6 7 8 9 10 11 12", "" }) layout.Line(line);
        }

        List<string> cells = [];
        foreach (ThreePublic side in new[] { department.Budget, department.Outcome })
        {
            foreach (decimal amount in new[] { side.Total, side.Overseas, side.Cars, side.Purchase, side.Running, side.Reception })
                cells.Add(Cell("09", "1", cells.Count + 1, amount));
        }

        layout.Row([.. cells]);
        layout.Line();
        layout.Heading("注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。");
        layout.Heading("1栏＝（2＋3＋6）栏；3栏＝（4＋5）栏；7栏＝（8＋9＋12）栏；9栏＝（10＋11）栏。");
    }
}
