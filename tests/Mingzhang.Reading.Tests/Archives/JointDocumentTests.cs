using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Reading.Sources;
using Mingzhang.Statutes;

namespace Mingzhang.Reading.Tests.Archives;

/// <summary>Several files read as one disclosure.</summary>
public sealed class JointDocumentTests : IDisposable
{
    private static readonly StatuteBook Statutes = StatuteBook.Load();

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-joint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_and_tables_apart_say_what_the_whole_says(bool tablesFirst)
    {
        (string text, string tables) = ArchiveTests.Apart();
        string[] paths = [File("text.txt", text), File("tables.txt", tables)];
        if (tablesFirst) Array.Reverse(paths);
        Disclosure whole = DocumentReader.Read(Fixture.PathOf("clean-2023-tabbed.txt"), Statutes).Disclosure!;
        Disclosure joint = DocumentReader.ReadAsOne(paths, Statutes).Result.Disclosure!;
        Assert.Equal(Cells(whole), Cells(joint));
        Assert.Equal(Claims(whole), Claims(joint));
        Assert.Equal(whole.Evaluations.Length, joint.Evaluations.Length);
        Assert.Equal(whole.Unit, joint.Unit);
        Assert.All(joint.Statements, s => Assert.Equal("tables.txt", joint.Source.FileOf(s.Heading.Line)!.Name));
        Assert.All(joint.Claims, c => Assert.Equal("text.txt", joint.Source.FileOf(c.Span.Line)!.Name));
    }

    [Fact]
    public void Pages_count_on_and_a_file_without_pages_takes_none()
    {
        SourceText first = new("a.pdf", ["1", "2", "3"], [1, 3]), plain = new("b.txt", ["4"], []), last = new("c.pdf", ["5", "6"], [1, 2]);
        SourceText joint = JointText.Of([first, plain, last]);
        Assert.Equal([1, 1, 2, null, 3, 4], Enumerable.Range(1, 6).Select(joint.PageOf));
        Assert.Equal([new SourceFile("a.pdf", 1, 1), new SourceFile("b.txt", 4, 0), new SourceFile("c.pdf", 5, 3)], joint.Files.AsEnumerable());
        Assert.Equal([4, 5], joint.Breaks.AsEnumerable());
    }

    [Fact]
    public void Marks_and_remarks_say_which_file_they_belong_to()
    {
        SourceText first = new("a.pdf", ["1"], [1]) { PageSizes = [new PageSize(1, 2)] };
        SourceText second = new("b.pdf", ["2"], [1]) { PageSizes = [new PageSize(3, 4)], Marks = [new PageMark(1, 0, 1, 1, default)], Remarks = [new("注", "note")] };
        SourceText joint = JointText.Of([first, second]);
        Assert.Equal((2, 2), (joint.Marks.Single().Line, joint.Marks.Single().Page));
        Assert.Equal(new PageSize(3, 4), joint.PageSizes[1]);
        Assert.Equal("b.pdf：注", joint.Remarks.Single().Zh);
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        ReadResult result = DocumentReader.ReadAsOne([File("a.txt", "x"), Path.Combine(_folder, "none.txt")], Statutes).Result;
        Assert.Equal(ReadProblemKind.NotFound, result.Problem!.Kind);
        Assert.Contains("none.txt", result.Problem.Message.Zh, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(Disclosure disclosure) =>
        disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select(c => $"{s.Form}[{r.Key}].{c.Column} {c.Figure}"))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Claims(Disclosure disclosure) => disclosure.Claims.Select(c => $"{c.Section} {c.Subject.Key} {c.Kind} {c.Value}");

    private string File(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
