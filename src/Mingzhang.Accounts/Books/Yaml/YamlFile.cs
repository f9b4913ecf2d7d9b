using System.Text;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Statutes;
using Mingzhang.Statutes.Data;

namespace Mingzhang.Accounts.Books.Yaml;

/// <summary>Reads a YAML file of a book. Anchors, several documents and deep nesting are refused (<see cref="DataReader"/>).</summary>
internal static class YamlFile
{
    /// <summary>The mapping that a file holds; null with a problem in the log if it cannot be read.</summary>
    internal static Fields? Read(BookFolder folder, string file)
    {
        FileProblems log = folder.Log.In(file);
        return folder.ReadUtf8(file, folder.Limits.TextBytes) is { } bytes ? Read(Encoding.UTF8.GetString(bytes), file, log) : null;
    }

    /// <summary>The same of text.</summary>
    internal static Fields? Read(string text, string file, FileProblems log)
    {
        try
        {
            using var reader = new StringReader(text);
            DataNode root = DataReader.Read(file, reader);
            if (root is DataMap map) return new Fields(map, "", log);
            log.Error("book.yaml.type", root.Line, "", new($"应由“键: 值”组成，不能是{root.Kind.Zh}", $"keys with values were expected, not {root.Kind.En}"), new("格式见 docs/books.md", "docs/books.md describes the file"));
        }
        catch (StatuteException error)
        {
            log.Error("book.yaml.syntax", error.Line, "", Place.At(error.Problem, error.Column),
                new("检查缩进、冒号后的空格和引号；含有冒号或 # 的文字加引号", "check indentation, the blank after colons, and quotes; quote texts with colons or #"));
        }

        return null;
    }
}

/// <summary>The column of a line, said with a message.</summary>
internal static class Place
{
    internal static Core.Findings.Text At(Core.Findings.Text message, int column) =>
        column <= 0 ? message : new($"{message.Zh}（第 {column} 列）", $"{message.En} (column {column})");
}
