using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Figures;

namespace Mingzhang.Accounts.Books.Tables;

/// <summary>Reads the values of one row after another; what cannot be read is reported, and the row is then not to be used.</summary>
internal sealed class RowReader(CsvTable table, BookNames names, FileProblems log)
{
    private string[] _cells = [];

    /// <summary>The row's line.</summary>
    internal int Line { get; private set; }

    /// <summary>Whether every value asked for since <see cref="MoveTo"/> could be read.</summary>
    internal bool Sound { get; private set; }

    internal void MoveTo((int Line, string[] Cells) row)
    {
        (Line, _cells) = row;
        Sound = true;
    }

    internal string Text(TableColumn column) => table.Cell(_cells, column).Trim(' ', '\t', '\u3000', '\u00A0');

    internal Amount Amount(TableColumn column, bool mayBeNegative)
    {
        string text = Text(column);
        if (!AmountText.TryRead(text, out Amount amount))
        {
            (Core.Findings.Text message, Core.Findings.Text remedy) = AmountText.WhyNot(text);
            Error("book.value.amount", column, message, remedy);
        }
        else if (amount < Core.Figures.Amount.Zero && !mayBeNegative)
        {
            Error("book.value.negative", column, new($"金额“{text}”是负数", $"the amount \"{text}\" is negative"),
                new("这里的金额不能为负；减少预算用“调减”，划转用“调剂”", "it cannot be negative here; take money away with 调减, move it with 调剂"));
        }

        return amount;
    }

    internal T Term<T>(TableColumn column, Terms<T> terms)
        where T : struct
    {
        string text = Widths.Narrow(Text(column));
        if (terms.TryRead(text, out T value)) return value;
        Error("book.value.term", column,
            text.Length == 0 ? new($"缺少{column.Name}", $"{column.Name} ({column.English}) is missing") : new($"{column.Name}不能是“{text}”", $"{column.Name} ({column.English}) cannot be \"{text}\""),
            new($"应为 {terms.Choices} 之一", $"use one of {terms.Choices}"));
        return value;
    }

    /// <summary>A unit of the department.</summary>
    internal string Unit(TableColumn column) => Known(column, names.Units, "book.value.unit", new("单位", "unit"), new("unit.yaml 的 units 中没有它", "unit.yaml has no such unit"), mayBeBlank: false);

    /// <summary>A project of the book; blank where the row has none.</summary>
    internal string Project(TableColumn column) => Known(column, names.Projects, "book.value.project", new("项目", "project"), new("projects/ 中没有它", "projects/ has no such project"), mayBeBlank: true);

    /// <summary>A functional code to 项.</summary>
    internal string Functional(TableColumn column, bool mayBeBlank)
    {
        string text = Widths.Narrow(Text(column));
        if (text.Length == 0 && mayBeBlank) return "";
        if (FunctionalCode.TryParse(text, out FunctionalCode code) && code.Level == FunctionalLevel.Item)
        {
            names.NoteFunctional(text, log, Line, column.Name);
            return text;
        }

        Error("book.value.functional", column,
            text.Length == 0 ? new("缺少功能分类科目", "the functional code is missing") : new($"“{text}”不是功能分类项级科目", $"\"{text}\" is no functional code of an item"),
            new("写到项级：2 开头的 7 位数字，如 2010301", "write it to the 项: seven digits that begin with 2, like 2010301"));
        return text;
    }

    /// <summary>An economic code of the department's side to 款; blank where the row has none.</summary>
    internal string Economic(TableColumn column)
    {
        string text = Widths.Narrow(Text(column));
        if (text.Length == 0) return "";
        if (EconomicCode.TryParse(text, out EconomicCode code) && !code.IsClass && !code.IsGovernment)
        {
            names.NoteEconomic(text, log, Line, column.Name);
            return text;
        }

        Error("book.value.economic", column, new($"“{text}”不是部门经济分类款级科目", $"\"{text}\" is no economic code of the department's side to 款"),
            new("写到款级：3 开头的 5 位数字，如 30201", "write it to the 款: five digits that begin with 3, like 30201"));
        return text;
    }

    internal void Error(string id, TableColumn column, Core.Findings.Text message, Core.Findings.Text remedy)
    {
        Sound = false;
        log.Error(id, Line, column.Name, message, remedy);
    }

    internal void Warn(string id, TableColumn column, Core.Findings.Text message, Core.Findings.Text remedy) => log.Warning(id, Line, column.Name, message, remedy);

    private string Known(TableColumn column, IReadOnlySet<string>? known, string id, Core.Findings.Text what, Core.Findings.Text where, bool mayBeBlank)
    {
        string text = Widths.Narrow(Text(column));
        if (text.Length == 0)
        {
            if (!mayBeBlank) Error(id, column, new($"缺少{what.Zh}代码", $"the {what.En}'s code is missing"), new($"填写{what.Zh}代码", $"fill in the {what.En}'s code"));
            return text;
        }

        if (known is null || known.Contains(text)) return text;
        Core.Findings.Text question = Nearest.Question(text, known);
        Error(id, column, new($"未知的{what.Zh}“{text}”{question.Zh}", $"unknown {what.En} \"{text}\"{question.En}"), new($"{where.Zh}：改正代码，或在那里补上", $"{where.En}: correct the code or add it there"));
        return text;
    }
}
