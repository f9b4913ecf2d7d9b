using Mingzhang.Core.Findings;

namespace Mingzhang.Web.Examinations.Pages;

/// <summary>What readers call severities.</summary>
internal static class SeverityNames
{
    public static Text Of(string severity) => severity switch
    {
        "error" => new("错误", "errors"),
        "warning" => new("警告", "warnings"),
        "rounding" => new("尾差", "rounding"),
        _ => new("提示", "info"),
    };

    /// <summary>Of one finding.</summary>
    public static Text One(string severity) => severity switch
    {
        "error" => new("错误", "error"),
        "warning" => new("警告", "warning"),
        "rounding" => new("尾差", "rounding"),
        _ => new("提示", "info"),
    };
}
