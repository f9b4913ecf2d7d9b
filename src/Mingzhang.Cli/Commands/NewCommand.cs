using System.CommandLine;
using System.Globalization;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Writing;
using Mingzhang.Accounts.Generation;
using Mingzhang.Accounts.Reconstruction;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Output;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Reading;
using Mingzhang.Statutes;

namespace Mingzhang.Cli.Commands;

/// <summary><c>mingzhang new BOOK</c>: a book from what a department has published, or an invented one.</summary>
internal static class NewCommand
{
    private const int DefaultSize = 1000, MaxSize = 50_000_000, DefaultYear = 2023;

    public static Command Create(GlobalOptions global, Session session)
    {
        var book = new Argument<string?>("BOOK") { Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { HelpName = "FILE" };
        var size = new Option<string?>("--size") { HelpName = "N" };
        var year = new Option<string?>("--year") { HelpName = "YEAR" };
        var seed = new Option<string?>("--seed") { HelpName = "S" };
        var after = new Option<string?>("--after") { HelpName = "BOOK" };
        var command = new Command("new") { book, from, size, year, seed, after };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(book) ?? throw new UsageException(new Text("缺少 BOOK：要新建的文件夹", "BOOK is missing: the folder to make"));
            if (parsed.GetValue(from) is { } file)
            {
                if (parsed.GetValue(after) is not null) throw new UsageException(new Text("--from 和 --after 只能给一个", "--from and --after exclude each other"));
                if (parsed.GetValue(size) is not null) throw new UsageException(new Text("--from 和 --size 只能给一个", "--from and --size exclude each other"));
                return FromPublished(folder, file, global.LoadStatutes(parsed), session);
            }

            int entries = Number(parsed.GetValue(size), "--size", DefaultSize, BookGenerator.Fewest, MaxSize), dice = Number(parsed.GetValue(seed), "--seed", 1, 0, int.MaxValue);
            StatuteBook statutes = global.LoadStatutes(parsed);
            Book? before = parsed.GetValue(after) is { } earlier ? BookLoading.Load(earlier, statutes, session) : null;
            int of = parsed.GetValue(year) is { } given ? YearArgument.Parse(given, "--year").Value : before?.Year.Next.Value ?? DefaultYear;
            if (before is not null && before.Year.Next.Value != of) throw new UsageException(new Text($"--after 的账簿是 {before.Year} 年的，新账簿应是 {before.Year.Next} 年", $"the book of --after is of {before.Year}, so the new one is of {before.Year.Next}"));
            Invent(folder, entries, dice, statutes, of, before);
            Say(session, session.Say($"新建账簿 {folder}：{entries} 笔分录，内容为虚构", $"made the book {folder}: {entries} entries, invented"));
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Invent(string folder, int entries, int seed, StatuteBook statutes, int year, Book? before)
    {
        try
        {
            OutputFolder.Make(folder, place => BookGenerator.Write(place, entries, seed, statutes, year, before));
        }
        catch (ArgumentException) when (before is not null)
        {
            throw new UsageException(new Text("--after 只能接着同样大小的虚构账簿（用 mingzhang new --size N 新建的）", "--after follows an invented book of the same size only (made by mingzhang new --size N)"));
        }
    }

    private static int FromPublished(string folder, string file, StatuteBook statutes, Session session)
    {
        Disclosure disclosure = new DocumentLoader(session, statutes, new ReadingOptions()).Read(file);
        ReconstructedBook made = BookReconstruction.From(disclosure);
        OutputFolder.Make(folder, place => BookWriter.Write(made.Book, place));
        foreach (Text remark in made.Remarks) session.Messages.WriteLine(remark.In(session.Language));
        foreach (Address cell in made.Unreached) session.Messages.WriteLine(session.Say($"公开的数字自相矛盾，还原不出：{cell}", $"the published figures contradict each other; not reached: {cell}"));
        Say(session, session.Say($"新建账簿 {folder}：明细账为合成；prose.md 待填写", $"made the book {folder}: its ledger is synthetic; prose.md is to be written"));
        return ExitStatus.Done;
    }

    private static void Say(Session session, string sentence) => ResultOutput.WriteText(session, null, w => w.WriteLine(sentence), w => w.WriteLine(sentence));

    private static int Number(string? text, string option, int unless, int least, int most)
    {
        if (text is null) return unless;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new UsageException(new Text($"{option} 要给 {least} 到 {most} 的整数，不能是 {text}", $"{option} takes a whole number from {least} to {most}, not {text}"));
    }
}
