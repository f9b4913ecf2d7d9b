using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;
using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Tests.Imports;

public sealed class MappingTests : IDisposable
{
    private const string Export = "日期,凭证号,单位,科目编码,经费来源,功能分类,经济分类,项目,借方,贷方\n2023-01-05,1,801001,7101,拨款,2070101,30201,,10,\n2023-01-05,1,801001,8001,拨款,,,,,10\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mingzhang-import-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private (ColumnMapping[] Mappings, BookProblem[] Problems) Saved(string text)
    {
        (var mappings, var problems) = SpreadsheetImport.ReadMappings(File("mapping.yaml", text));
        return ([.. mappings], [.. problems]);
    }

    private static readonly ImportContext Context = Import.Context;

    [Fact]
    public void A_mapping_that_was_saved_reads_the_same()
    {
        ColumnMapping mapping = Import.Guess(File("a.csv", Export.Replace("经费来源", "资金\"来\\源", StringComparison.Ordinal)), context: Import.OneUnit).Mapping!;
        mapping = mapping with { Fields = [.. mapping.Fields.Where(f => f.Field != "资金性质"), new FieldSource { Field = "资金性质", Column = "E", Heading = "资金\"来\\源", Values = mapping.Fields[0].Values.Add("拨款", "一般公共预算") }] };
        string text = SpreadsheetImport.WriteMappings([mapping]);
        (ColumnMapping[] mappings, BookProblem[] problems) = Saved(text);
        Assert.Empty(problems);
        Assert.Equal((mapping.Kind, mapping.Sheet, mapping.HeaderRow, mapping.HeaderRows, mapping.InWan), (mappings[0].Kind, mappings[0].Sheet, mappings[0].HeaderRow, mappings[0].HeaderRows, mappings[0].InWan));
        Assert.Equal(mapping.Fields.Select(f => (f.Field, f.Kind, f.Column, f.Heading, f.Value)).Order(), mappings[0].Fields.Select(f => (f.Field, f.Kind, f.Column, f.Heading, f.Value)).Order());
        Assert.Equal("一般公共预算", mappings[0].Source("资金性质")!.Values["拨款"]);
    }

    [Fact]
    public void Words_of_the_sheet_are_translated_by_the_mapping()
    {
        string path = File("a.csv", Export);
        ImportPlan guess = Import.Guess(path);
        BookProblem problem = Assert.Single(guess.Problems, p => p.Severity == Severity.Error);
        Assert.Equal("资金性质", problem.Column);
        string saved = SpreadsheetImport.WriteMappings([guess.Mapping!]).Replace("  fields:\n", "  fields:\n    资金性质: {column: E, heading: 经费来源, values: {拨款: 一般公共预算}}\n", StringComparison.Ordinal);
        ImportResult result = SpreadsheetImport.Run(SpreadsheetImport.Use(path, Saved(saved).Mappings[0]), Context);
        Assert.Equal("2023-01-05,1,801001,7101,一般公共预算,2070101,30201,,,基本支出,,10.00,", Encoding.UTF8.GetString(result.Csv!).Split('\n')[1]);
    }

    [Fact]
    public void Columns_and_header_that_moved_are_found_by_their_headings()
    {
        string before = File("a.csv", "日期,凭证号,单位,科目,资金性质,功能分类,金额\n2023-01-05,1,801001,7101,一般公共预算,2070101,10\n");
        string after = File("b.csv", "十二月\n金额,日期,单位,凭证号,科目,功能分类,资金性质\n11,2023-12-05,801001,9,7101,2070101,一般公共预算\n");
        ImportResult result = SpreadsheetImport.Run(SpreadsheetImport.Use(after, Import.Guess(before).Mapping!), Context);
        Assert.Equal("2023-12-05,9,801001,7101,一般公共预算,2070101,,,,基本支出,,11.00,", Encoding.UTF8.GetString(result.Csv!).Split('\n')[1]);
    }

    [Fact]
    public void A_heading_that_is_gone_is_named()
    {
        ColumnMapping mapping = Import.Guess(File("a.csv", "日期,凭证号,单位,科目,资金性质,功能分类,金额\n2023-01-05,1,801001,7101,一般公共预算,2070101,10\n")).Mapping!;
        ImportPlan plan = SpreadsheetImport.Use(File("b.csv", "日期,凭证号,单位,科目,资金性质,功能分类,发生数\n2023-01-05,1,801001,7101,一般公共预算,2070101,10\n"), mapping);
        Assert.False(plan.CanRun);
        BookProblem error = Assert.Single(plan.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(("import.heading", "金额"), (error.Id, error.Column));
    }

    [Theory]
    [InlineData("ledger:\n  fields:\n    日期: {column: A, value: x}\n", "import.mapping.source")]
    [InlineData("ledger:\n  fields:\n    日期: {column: 第一列}\n", "import.mapping.column")]
    [InlineData("ledger:\n  fields:\n    日期: {rule: 按项目}\n", "import.mapping.rule")]
    [InlineData("ledger:\n  fields:\n    日其: {column: A}\n", "book.yaml.unknown-key")]
    [InlineData("ledger:\n  amountUnit: 亿元\n  fields:\n    日期: {column: A}\n", "book.yaml.type")]
    [InlineData("ledger: {}\n", "import.mapping.fields")]
    [InlineData("leger: {}\n", "book.yaml.unknown-key")]
    public void A_mistake_in_a_mapping_written_by_hand_is_named(string text, string id)
    {
        (ColumnMapping[] mappings, BookProblem[] problems) = Saved(text);
        Assert.Empty(mappings);
        Assert.Contains(problems, p => p.Id == id && p.Row > 0);
    }
}
