using System.IO.Compression;
using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Tests.Formats;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Archives;

/// <summary>Archives of documents: which disclosures they hold, and what of them is refused.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();
    private static readonly string Clean = File.ReadAllText(Fixture.PathOf("clean-2023-tabbed.txt"));

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Text_and_tables_in_two_files_are_one_disclosure()
    {
        (string text, string tables) = Apart();
        ReadDocument document = Assert.Single(Read(ZipFiles.Zip(("附件1 说明.txt", text), ("附件2 公开表.txt", tables))));
        Assert.Equal(["附件1 说明.txt", "附件2 公开表.txt"], document.Result.Disclosure!.Source.Files.Select(f => f.Name));
        Assert.Equal(9, document.Result.Disclosure.Statements.Length);
        Assert.Contains(document.Result.Disclosure.Claims, c => c.Subject.Address is not null);
    }

    [Fact]
    public void Disclosures_of_two_units_stay_two()
    {
        string other = Clean.Replace(Unit(), "白鹭县水利局", StringComparison.Ordinal);
        Assert.Equal([1, 1], Read(ZipFiles.Zip(("a.txt", Clean), ("b.txt", other))).Select(d => Math.Max(1, d.Result.Disclosure!.Source.Files.Length)));
    }

    [Fact]
    public void The_same_disclosure_twice_stays_two() => Assert.Equal(2, Read(ZipFiles.Zip(("a.txt", Clean), ("a 修订.txt", Clean))).Length);

    [Fact]
    public void Forms_in_files_of_their_own_are_put_together()
    {
        (string text, string tables) = Apart();
        int second = tables.IndexOf("收入决算表", StringComparison.Ordinal);
        int line = tables.LastIndexOf('\n', second) + 1;
        ReadDocument document = Assert.Single(Read(ZipFiles.Zip(("1.txt", text), ("2.txt", tables[..line]), ("3.txt", tables[line..]))));
        Assert.Equal(9, document.Result.Disclosure!.Statements.Length);
    }

    [Fact]
    public void Names_in_the_encoding_of_Chinese_Windows_are_read()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, gbk)) Add(archive, "决算.txt", Clean);
        Assert.EndsWith("/决算.txt", Assert.Single(Read(bytes.ToArray())).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_out_is_refused_and_the_others_are_read()
    {
        var documents = Read(ZipFiles.Zip(("../../etc/a.txt", Clean), ("good.txt", Clean), ("C:/b.txt", Clean)));
        Assert.Equal(2, documents.Count(d => d.Result.Problem?.Message.En.Contains("leads out of the archive", StringComparison.Ordinal) == true));
        Assert.NotNull(documents.Single(d => d.Name.EndsWith("/good.txt", StringComparison.Ordinal)).Result.Disclosure);
        Assert.Equal(["archive.zip"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void An_archive_in_an_archive_is_read_and_a_deeper_one_refused()
    {
        byte[] inner = ZipFiles.Zip(("a.txt", Clean));
        ReadDocument document = Assert.Single(Read(Zip(("inner.zip", inner))));
        Assert.EndsWith("inner.zip/a.txt", document.Name, StringComparison.Ordinal);
        Assert.NotNull(document.Result.Disclosure);
        Assert.Equal(ReadProblemKind.TooLarge, Assert.Single(Read(Zip(("b.zip", Zip(("inner.zip", inner)))))).Result.Problem!.Kind);
    }

    [Fact]
    public void Members_that_grow_too_much_and_too_many_members_are_refused()
    {
        byte[] bomb = new byte[60_000_000];
        Assert.Equal(ReadProblemKind.TooLarge, Assert.Single(Read(Zip(("bomb.txt", bomb)))).Result.Problem!.Kind);
        Assert.Equal(ReadProblemKind.TooLarge, Assert.Single(Read(Zip([.. Enumerable.Range(0, 2_000).Select(i => ($"{i}.txt", new byte[1]))]))).Result.Problem!.Kind);
        var options = new ReadingOptions { MaxUnpackedBytes = 1_000 };
        Assert.Equal(ReadProblemKind.TooLarge, Assert.Single(Read(ZipFiles.Zip(("a.txt", Clean)), options)).Result.Problem!.Kind);
    }

    [Fact]
    public void A_damaged_archive_says_so()
    {
        byte[] whole = ZipFiles.Zip(("a.txt", Clean), ("b.txt", Clean));
        byte[] damaged = [.. whole];
        for (int i = 60; i < 400; i++) damaged[i] ^= 0x5A;
        Assert.Contains(Read(damaged), d => d.Result.Problem is not null);
        Assert.NotNull(Assert.Single(Read(whole[..(whole.Length / 2)])).Result.Problem);
    }

    [Fact]
    public void What_systems_leave_in_archives_is_passed_over() =>
        Assert.Single(Read(ZipFiles.Zip(("a.txt", Clean), ("__MACOSX/._a.txt", "x"), (".DS_Store", "x"), ("Thumbs.db", "x"), ("~$a.docx", "x"))));

    private System.Collections.Immutable.ImmutableArray<ReadDocument> Read(byte[] archive, ReadingOptions? options = null)
    {
        string path = Path.Combine(_folder, "archive.zip");
        File.WriteAllBytes(path, archive);
        return DocumentReader.ReadAll(path, Statutes, options);
    }

    /// <summary>The clean document as text and tables apart.</summary>
    internal static (string Text, string Tables) Apart()
    {
        int from = Clean.LastIndexOf("\n第二部分", StringComparison.Ordinal) + 1, to = Clean.LastIndexOf("\n第三部分", StringComparison.Ordinal) + 1;
        return (Clean[..from] + Clean[to..], Clean[from..to]);
    }

    private static string Unit() => DocumentReader.Read(Fixture.PathOf("clean-2023-tabbed.txt"), Statutes).Disclosure!.Unit;

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> members)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using Stream stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
