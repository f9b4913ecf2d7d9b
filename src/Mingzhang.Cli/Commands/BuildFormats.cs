using Mingzhang.Core.Findings;

namespace Mingzhang.Cli.Commands;

/// <summary>What <c>mingzhang build</c> writes.</summary>
[Flags]
internal enum BuildFormats
{
    None = 0,
    Docx = 1,
    Pdf = 2,
    Xlsx = 4,
    Html = 8,
    Json = 16,
    Csv = 32,

    /// <summary>What the portal shows; only where it is asked for.</summary>
    View = 64,
    All = Docx | Pdf | Xlsx | Html | Json | Csv,
}

/// <summary>Reads the list of <c>--formats</c>.</summary>
internal static class BuildFormatList
{
    public const string Names = "docx,pdf,xlsx,html,json,csv,view";

    /// <summary>The formats of a list such as <c>docx,html</c>.</summary>
    /// <exception cref="UsageException">A name is unknown or none is given.</exception>
    public static BuildFormats Parse(string list)
    {
        var formats = BuildFormats.None;
        foreach (string name in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            formats |= name.ToLowerInvariant() switch
            {
                "docx" => BuildFormats.Docx,
                "pdf" => BuildFormats.Pdf,
                "xlsx" => BuildFormats.Xlsx,
                "html" => BuildFormats.Html,
                "json" => BuildFormats.Json,
                "csv" => BuildFormats.Csv,
                "view" => BuildFormats.View,
                _ => throw new UsageException(new Text($"不认识的格式 {name}。可选：{Names}", $"there is no format {name}. The formats are {Names}")),
            };
        }

        return formats != BuildFormats.None ? formats : throw new UsageException(new Text($"--formats 没有给出格式。可选：{Names}", $"--formats names none. The formats are {Names}"));
    }
}
