using System.CommandLine;

namespace Mingzhang.Cli;

/// <summary>The help texts.</summary>
internal static class Help
{
    /// <summary>Writes the help of a command as the result.</summary>
    public static int Write(Command command, Session session)
    {
        using var writer = new StreamWriter(session.Output, leaveOpen: true);
        writer.Write(TextOf(command.Name, session.Language));
        return ExitStatus.Done;
    }

    /// <summary>No command was given.</summary>
    public static int Missing(Session session)
    {
        session.Messages.Write(TextOf("mingzhang", session.Language));
        return ExitStatus.Usage;
    }

    private static string TextOf(string command, string language) => (command, language) switch
    {
        ("read", "en") => ReadEn,
        ("read", _) => ReadZh,
        ("check", "en") => CheckEn,
        ("check", _) => CheckZh,
        ("rules", "en") => RulesEn,
        ("rules", _) => RulesZh,
        ("forms" or "import", "en") => FormsEn,
        ("forms" or "import", _) => FormsZh,
        (_, "en") => RootEn,
        _ => RootZh,
    };

    private const string RootZh = """
        明账：读取并审核部门决算公开文件，找出每一处对不上的地方，并给出依据。

        用法
          mingzhang check FILE...     审核
          mingzhang read  FILE...     文件说了什么，作为数据
          mingzhang rules [ID]        审核规则：公式、来源、级别
          mingzhang forms             法定表式
          mingzhang COMMAND --help    命令的用法

        选项
          --forms DIR     用文件夹里的表式数据覆盖或补充程序自带的
          --lang zh|en    消息和报告的语言（默认 zh）
          --version       版本

        返回值：0 完成，没有“错误”级问题；1 完成，有“错误”级问题；2 文件不能用；64 用法有误

        """;

    private const string RootEn = """
        Mingzhang reads and checks the published final accounts of a government department, finds every inconsistency and shows the proof.

        Usage
          mingzhang check FILE...     check
          mingzhang read  FILE...     what the document says, as data
          mingzhang rules [ID]        the rules: formula, source, severity
          mingzhang forms             the statutory forms
          mingzhang COMMAND --help    how to use a command

        Options
          --forms DIR     a folder laid over the form data inside the program
          --lang zh|en    language of messages and reports (default zh)
          --version       the version

        Status: 0 done, no finding of severity error; 1 done, with errors; 2 the input cannot be used; 64 wrong usage

        """;

    private const string CheckZh = """
        审核部门决算公开文件。

        用法
          mingzhang check FILE... [--format text|json|sarif|html] [-o PATH] [--prior FILE] [--lang zh|en]

          FILE            文本文件（.txt、.md），或文件夹：其中的每个文件，按文件名顺序

        选项
          --format        text 终端报告（默认）；json 数据；sarif SARIF 2.1.0；html 单个网页，标在原文上
          -o PATH         写入文件（整体替换，失败时不写），否则输出到终端
          --prior FILE    同一部门上年的决算公开文件，一并核对
          --max-size N    文件大小上限，如 64MB（默认 64MB）
          --forms DIR     用文件夹里的表式数据覆盖或补充程序自带的

        """;

    private const string CheckEn = """
        Checks published final accounts.

        Usage
          mingzhang check FILE... [--format text|json|sarif|html] [-o PATH] [--prior FILE] [--lang zh|en]

          FILE            a text file (.txt, .md), or a folder: every document in it, by name

        Options
          --format        text for the terminal (default); json data; sarif SARIF 2.1.0; html one page, marked on the document's text
          -o PATH         write to a file (replaced as a whole, not written on failure) instead of standard output
          --prior FILE    last year's final accounts of the same department, checked against this one
          --max-size N    limit of a file's size, such as 64MB (default 64MB)
          --forms DIR     a folder laid over the form data inside the program

        """;

    private const string ReadZh = """
        读取部门决算公开文件，输出其中的表、自评表、陈述和未读的文字。

        用法
          mingzhang read FILE... [--format json|text] [-o PATH]

        选项
          --format        json 数据（默认）；text 摘要
          -o PATH         写入文件（整体替换，失败时不写），否则输出到终端
          --max-size N    文件大小上限，如 64MB（默认 64MB）
          --forms DIR     用文件夹里的表式数据覆盖或补充程序自带的

        """;

    private const string ReadEn = """
        Reads published final accounts: their forms, self-evaluations, claims, and the text that could not be read.

        Usage
          mingzhang read FILE... [--format json|text] [-o PATH]

        Options
          --format        json data (default); text a summary
          -o PATH         write to a file (replaced as a whole, not written on failure) instead of standard output
          --max-size N    limit of a file's size, such as 64MB (default 64MB)
          --forms DIR     a folder laid over the form data inside the program

        """;

    private const string RulesZh = """
        列出审核规则，或一条规则的说明。

        用法
          mingzhang rules [ID] [--year YEAR] [--format text|json] [-o PATH]

          ID              规则编号，或其开头（form.01）

        选项
          --year YEAR     哪一年的规则（默认最新）

        """;

    private const string RulesEn = """
        Lists the rules, or explains one.

        Usage
          mingzhang rules [ID] [--year YEAR] [--format text|json] [-o PATH]

          ID              a rule, or the beginning of rules (form.01)

        Options
          --year YEAR     the rules of which year (default: the latest)

        """;

    private const string FormsZh = """
        列出法定表式的各个版本，或一个版本的各张表。

        用法
          mingzhang forms
          mingzhang forms KIND YEAR            如 mingzhang forms final-accounts 2023
          mingzhang forms import FILE --kind functional|economic --year YEAR -o DIR
                                               从官方科目表（CSV、Excel）导入，再用 --forms DIR 使用

        """;

    private const string FormsEn = """
        Lists the editions of the statutory forms, or the forms of one edition.

        Usage
          mingzhang forms
          mingzhang forms KIND YEAR            as in mingzhang forms final-accounts 2023
          mingzhang forms import FILE --kind functional|economic --year YEAR -o DIR
                                               takes over an official list (CSV, Excel), to be used with --forms DIR

        """;
}
