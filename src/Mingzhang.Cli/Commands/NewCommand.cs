using System.CommandLine;
using Mingzhang.Accounts.Books.Writing;
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
    public static Command Create(GlobalOptions global, Session session)
    {
        var book = new Argument<string?>("BOOK") { Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { HelpName = "FILE" };
        var command = new Command("new") { book, from };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(book) ?? throw new UsageException(new Text("缺少 BOOK：要新建的文件夹", "BOOK is missing: the folder to make"));
            StatuteBook statutes = global.LoadStatutes(parsed);
            string file = parsed.GetValue(from) ?? throw new UsageException(new Text("缺少 --from FILE：已公开的决算文件", "--from FILE is missing: published final accounts"));
            Disclosure disclosure = new DocumentLoader(session, statutes, new ReadingOptions()).Read(file);
            ReconstructedBook made = BookReconstruction.From(disclosure);
            OutputFolder.Make(folder, place => BookWriter.Write(made.Book, place));
            foreach (Text remark in made.Remarks) session.Messages.WriteLine(remark.In(session.Language));
            foreach (Address cell in made.Unreached) session.Messages.WriteLine(session.Say($"公开的数字自相矛盾，还原不出：{cell}", $"the published figures contradict each other; not reached: {cell}"));
            Say(session.Say($"新建账簿 {folder}：明细账为合成；prose.md 待填写", $"made the book {folder}: its ledger is synthetic; prose.md is to be written"));
            return ExitStatus.Done;
        });
        return command;

        void Say(string sentence) => ResultOutput.WriteText(session, null, w => w.WriteLine(sentence), w => w.WriteLine(sentence));
    }
}
