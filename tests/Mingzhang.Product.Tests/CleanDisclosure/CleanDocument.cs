namespace Mingzhang.Product.Tests.CleanDisclosure;

/// <summary>A published disclosure of our own making in which every figure is right.</summary>
internal sealed record CleanDocument(string Name, string Text, IReadOnlyList<FigureMark> Marks)
{
    private static readonly string[] Sections =
    [
        "收入支出决算总体情况说明", "收入决算情况说明", "支出决算情况说明", "财政拨款收入支出决算总体情况说明", "一般公共预算财政拨款支出决算情况说明",
        "一般公共预算财政拨款基本支出决算情况说明", "政府性基金预算财政拨款收入支出决算情况说明", "国有资本经营预算财政拨款支出决算情况说明",
        "财政拨款“三公”经费支出决算情况说明", "机关运行经费支出说明", "政府采购支出说明", "国有资产占用情况说明", "预算绩效情况说明",
    ];

    private static readonly string[] FormTitles =
    [
        "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算明细表",
        "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表", "财政拨款“三公”经费支出决算表",
    ];

    /// <summary>The document with cells parted by tabs.</summary>
    public static CleanDocument Tabbed { get; } = Write("clean-2023-tabbed.txt", LayoutKind.Tabbed);

    /// <summary>The document with cells parted by blanks and wrapped lines.</summary>
    public static CleanDocument Spaced { get; } = Write("clean-2023-spaced.txt", LayoutKind.Spaced);

    /// <summary>Writes the document in a layout.</summary>
    public static CleanDocument Write(string name, LayoutKind kind)
    {
        Department department = new();
        Layout layout = new(kind);
        Figures figures = new();
        Opening(layout, figures);
        new FormsPart(department, layout, figures).Write();
        new ExplanationsPart(department, layout, figures).Write();
        KeyWork(layout);
        Glossary(department, layout);
        new EvaluationsPart(department, layout, figures).Write();
        var (text, marks) = figures.Resolve(layout.Text);
        return new CleanDocument(name, text, marks);
    }

    private static void Opening(Layout layout, Figures figures)
    {
        layout.Heading(Department.Name);
        layout.Heading($"{Department.Year}年度部门决算");
        layout.Heading("2024年9月20日");
        layout.Heading("目 录");
        layout.Heading($"第一部分 {Department.Name}概况");
        layout.Heading("一、部门主要职责");
        layout.Heading("二、机构设置情况");
        layout.Heading($"第二部分 {Department.Name}{Department.Year}年度部门决算表");
        for (int i = 0; i < FormTitles.Length; i++) layout.Heading($"{StatutoryText.Ordinal(i + 1)}、{FormTitles[i]}（表{i + 1}）");
        layout.Heading($"第三部分 {Department.Name}{Department.Year}年度部门决算情况说明");
        for (int i = 0; i < Sections.Length; i++) layout.Heading($"{StatutoryText.Ordinal(i + 1)}、{Sections[i]}");
        layout.Heading($"第四部分 {Department.Year}年重点工作完成情况");
        layout.Heading("第五部分 名词解释");
        layout.Heading("第六部分 附件");

        layout.Heading($"{(layout.Tabbed ? "" : " ")}第一部分 {(layout.Tabbed ? Department.Name : "部门")}概况");
        layout.Heading("一、部门主要职责");
        layout.Paragraph("（一）负责全区河流、湖泊、港渠的日常巡查和管护，督促落实河湖长制各项任务。");
        layout.Paragraph("（二）负责堤防、闸站的运行维护和汛前检查，组织防汛值守、抢险和物资储备。");
        layout.Paragraph("（三）承办上级交办的其他工作。");
        layout.Heading("二、机构设置情况");
        layout.Paragraph($"从单位构成看，{Department.Name}部门决算由纳入独立核算的单位本级决算和{figures.Mark("text count", "units", "2")}个下属单位决算组成。");
        layout.Paragraph($"纳入{Department.Name}{Department.Year}年度部门决算编制范围的二级预算单位包括：");
        layout.Heading($"1.{Department.Name}（本级）");
        layout.Heading($"2.{Department.District}堤防管理所");
        layout.Heading($"3.{Department.District}防汛物资储备站");
    }

    private static void KeyWork(Layout layout)
    {
        layout.Heading($"{(layout.Tabbed ? "" : " ")}第四部分 {Department.Year}年重点工作完成情况");
        layout.Heading("一、河湖巡查与堤防闸站管护");
        layout.Paragraph("巡查做到全覆盖，发现的问题及时交办，闸站设备完好，堤防运行平稳。");
        layout.Heading("二、防汛值守与物资储备");
        layout.Paragraph("值守有序，演练按计划开展，物资储备满足预案要求，安全度汛。");
        layout.Row("序号", "重要事项", "工作内容及目标", "完成情况");
        layout.Row("1", "河湖巡查与堤防闸站管护", "巡查全覆盖，设备按期检修", "已完成");
        layout.Row("2", "防汛值守与物资储备", "演练和值守按预案执行", "已完成");
        layout.Line();
    }

    private static void Glossary(Department department, Layout layout)
    {
        layout.Heading($"{(layout.Tabbed ? "" : " ")}第五部分 名词解释");
        (string Term, string Meaning)[] before =
        [
            ("一般公共预算财政拨款收入", "指区级财政从一般公共预算中当年安排拨付的资金。"),
            ("政府性基金预算财政拨款收入", "指区级财政从政府性基金预算中当年安排拨付的资金。"),
            ("其他收入", "指单位在上述财政拨款之外取得的各项零星收入。"),
            ("年初结转和结余", "指上年没有用完、按规定转到本年继续使用的资金。"),
        ];
        (string Term, string Meaning)[] after =
        [
            ("年末结转和结余", "指本年没有用完、按规定转到以后年度继续使用的资金。"),
            ("基本支出", "指维持机构日常运转的人员支出和公用支出。"),
            ("项目支出", "指为完成特定任务在基本支出之外安排的支出。"),
            ("“三公”经费", "指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
            ("机关运行经费", "指行政单位日常运转购买货物和服务的资金。"),
        ];
        int number = 0;
        foreach (var (term, meaning) in before) layout.Paragraph($"（{StatutoryText.Ordinal(++number)}）{term}：{meaning}");
        layout.Heading($"（{StatutoryText.Ordinal(++number)}）本部门使用的支出功能分类科目（到项级）");
        for (int i = 0; i < department.Items.Count; i++)
        {
            FunctionalItem item = department.Items[i];
            layout.Paragraph($"{i + 1}.{Department.Names[item.Code[..3]]}（类）{Department.Names[item.Code[..5]]}（款）{item.Name}（项）：反映本部门用于{item.Name}方面的支出。");
        }

        foreach (var (term, meaning) in after) layout.Paragraph($"（{StatutoryText.Ordinal(++number)}）{term}：{meaning}");
    }
}
