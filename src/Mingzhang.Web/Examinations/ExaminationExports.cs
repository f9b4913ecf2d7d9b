using Mingzhang.Core.Findings;
using Mingzhang.Publishing.Views;
using Mingzhang.Reading.Formats.Programs;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Examinations;

/// <summary>A file that a visitor takes along.</summary>
/// <param name="Path">Its name in the address.</param>
/// <param name="Name">What it is.</param>
/// <param name="Ending">What its file name ends with.</param>
/// <param name="MediaType">What it holds.</param>
/// <param name="Arguments">How the command makes it.</param>
internal sealed record Export(string Path, Text Name, string Ending, string MediaType, IReadOnlyList<string> Arguments)
{
    /// <summary>The marked copy: made beside a report that nobody takes.</summary>
    public const string Marked = "marked";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Export> All { get; } =
    [
        new("report", new("审核报告（网页）", "Report (web page)"), "-审核报告.html", "text/html", ["check", "--format", "html"]),
        new(Marked, new("原文件副本，问题处加批注", "Copy of the document with comments"), "-批注", "", ["check", "--format", "json"]),
        new("forms", new("读出的各表（Excel）", "The forms as read (Excel)"), "-各表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["read", "--format", "xlsx"]),
        new("cells", new("读出的各表（CSV）", "The forms as read (CSV)"), "-各表.csv", "text/csv", ["read", "--format", "csv"]),
        new("findings", new("审核结果（JSON）", "Findings (JSON)"), "-审核结果.json", "application/json", ["check", "--format", "json"]),
        new("sarif", new("审核结果（SARIF）", "Findings (SARIF)"), "-审核结果.sarif", "application/sarif+json", ["check", "--format", "sarif"]),
    ];
}

/// <summary>A file that was made, to be sent.</summary>
/// <param name="Content">Its bytes; the file is gone already, and its room with this.</param>
/// <param name="Name">What it is called.</param>
/// <param name="MediaType">What it holds.</param>
internal sealed record MadeExport(Stream Content, string Name, string MediaType);

/// <summary>Makes the files that visitors take along, by the command, from the files that are kept: for a visit one at a time, and few in all.</summary>
internal sealed class ExaminationExports(ExaminationStore store, MingzhangProgram program, ExaminationLimits limits) : IDisposable
{
    // A visit's own line is as long as there are kinds of files to take along.
    private readonly Lanes _lanes = new(each: 1, all: 2, waiting: 6);

    /// <summary>The exports that an examination can give.</summary>
    public static IEnumerable<Export> Of(CheckView view, IReadOnlyList<ExaminationFile> files) =>
        Export.All.Where(e => e.Path != Export.Marked || (files.Count == 1 && view.Documents is [{ MarkedExtension: not null }]));

    /// <summary>The place of a visit that wants one; null where too many of its own wait. It is kept until the file is sent, the room among all until it is made.</summary>
    public Task<Lanes.Lane?> Enter(Visitor visitor, CancellationToken cancel) => _lanes.Enter(visitor.Name, cancel);

    public void Dispose() => _lanes.Dispose();

    /// <summary>Makes one, in a place that <see cref="Enter"/> gave; null where the command gives none.</summary>
    /// <param name="examination">The examination.</param>
    /// <param name="export">Which.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<MadeExport?> Make(Examination examination, Export export, string language, CancellationToken cancel)
    {
        using WorkFolder folder = await WorkFolder.Of(store, examination.Id, null, cancel);
        if (folder.Files.Count == 0) return null;
        ExaminationFile first = folder.Files[0];
        // Names of uploads never begin with a point: nothing here takes the place of one.
        string extension = Path.GetExtension(first.Name), made = ".made", marked = ".marked" + extension;
        List<string> arguments = [.. export.Arguments, "-o", made];
        if (export.Path == Export.Marked) arguments.AddRange(["--marked", marked]);
        arguments.AddRange(folder.Files.Select(f => f.Name));
        if (examination.AsOne) arguments.Add("--as-one");
        arguments.AddRange(["--lang", language, "--max-size", program.MaxSize]);
        (_, ProgramResult result) = await program.Run(folder.Path, arguments, limits.ExportTime, cancel);
        if (result.End != ProgramEnd.ByItself || result.Status is not (0 or 1 or 2)) return null;
        string stem = Path.GetFileNameWithoutExtension(first.Name);
        bool copy = export.Path == Export.Marked;
        var file = new FileInfo(Path.Combine(folder.Path, copy ? marked : made));
        if (!file.Exists || file.Length == 0 || file.Length > limits.ResultBytes) return null;
        // The folder goes now; what is open stays until it is sent.
        var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        return new MadeExport(content, stem + export.Ending + (copy ? extension : ""), copy ? first.MediaType : export.MediaType);
    }
}
