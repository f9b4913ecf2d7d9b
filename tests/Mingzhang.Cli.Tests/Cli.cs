using System.Text;
using System.Text.Json;

namespace Mingzhang.Cli.Tests;

/// <summary>Runs the command inside the test.</summary>
internal sealed record Run(int Status, string Output, string Messages)
{
    public static Run Of(params string[] arguments)
    {
        using var output = new MemoryStream();
        var messages = new StringWriter();
        int status = CommandLineProgram.Run(arguments, new Session(output, messages));
        return new Run(status, Encoding.UTF8.GetString(output.ToArray()), messages.ToString());
    }

    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
}

/// <summary>A folder for one test, removed after it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mingzhang-").FullName;

    public string File(string name, string content)
    {
        string path = At(name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The names in it, hidden ones as well.</summary>
    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
