using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Imports;
using Mingzhang.Accounts.Tests.Imports;

namespace Mingzhang.Accounts.Tests.Books;

/// <summary>Files damaged at random: read or refused with problems, never a crash; and a problem always says what, where and what to do.</summary>
public sealed class DamagedBookTests
{
    private const int Runs = 150;

    private static readonly byte[][] Insertions = ["\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), ": "u8.ToArray(), "- "u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "|"u8.ToArray(), "#"u8.ToArray(), "\0"u8.ToArray(), [0xFF], [0xE4, 0xB8], "9999999999999999"u8.ToArray(), "１"u8.ToArray(), "<!--"u8.ToArray(), "&a"u8.ToArray(), "\\"u8.ToArray(), "-"u8.ToArray(), "e9"u8.ToArray()];

    [Theory]
    [InlineData("unit.yaml")]
    [InlineData("ledger.csv")]
    [InlineData("opening.csv")]
    [InlineData("budget.csv")]
    [InlineData("particulars.yaml")]
    [InlineData("projects/P02.yaml")]
    [InlineData("performance/P01.yaml")]
    [InlineData("prior.json")]
    [InlineData("prose.md")]
    public void A_damaged_book_is_read_or_refused(string file)
    {
        using var book = new BookCopy();
        byte[] whole = File.ReadAllBytes(book.At(file));
        var random = new Random(file.Length * 7919);
        int refused = 0;
        for (int run = 0; run < Runs; run++)
        {
            File.WriteAllBytes(book.At(file), Damage(whole, random));
            BookReading reading = book.Read();
            Assert.Equal(reading.HasErrors, reading.Book is null);
            Assert.All(reading.Problems, p => Assert.True(p.Message.Zh.Length > 0 && p.Message.En.Length > 0 && p.Remedy.Zh.Length > 0 && p.Remedy.En.Length > 0 && p.File.Length > 0, p.Shown()));
            if (reading.HasErrors) refused++;
        }

        Assert.InRange(refused, 1, Runs);
    }

    [Theory]
    [InlineData("ledger.xls")]
    [InlineData("ledger.xlsx")]
    [InlineData("ledger.csv")]
    public void A_damaged_spreadsheet_is_imported_or_refused(string name)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mingzhang-import-test-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            byte[] whole = name switch
            {
                "ledger.xls" => File.ReadAllBytes(Repository.At("tests", "Mingzhang.Accounts.Tests", "Fixtures", "imports", "ledger.xls")),
                "ledger.csv" => "日期,凭证号,单位,科目,资金性质,功能分类,金额\n2023-01-05,1,801001,7101,一般公共预算,2070101,10\n2023-01-05,1,801001,8001,一般公共预算,,-10\n"u8.ToArray(),
                _ => File.ReadAllBytes(new MinimalWorkbook().Sheet("a", ["日期", "凭证号", "单位", "科目", "资金性质", "功能分类", "金额"], [new DateOnly(2023, 1, 5), 1.0, "801001", 7101.0, "一般公共预算", 2070101.0, 10.0]).Merge("A1:A1").Save(path)),
            };
            var random = new Random(name.Length);
            for (int run = 0; run < Runs; run++)
            {
                File.WriteAllBytes(path, Damage(whole, random));
                ImportPlan plan = Import.Guess(path);
                ImportResult result = SpreadsheetImport.Run(plan, Import.Context);
                Assert.True(result.Csv is not null || result.Problems.Length > 0);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, Insertions[random.Next(Insertions.Length)]);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), Math.Min(40, bytes.Count / 2)));
                    break;
            }
        }

        return [.. bytes];
    }
}
