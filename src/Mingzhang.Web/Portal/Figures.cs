using System.Globalization;
using Mingzhang.Core.Findings;

namespace Mingzhang.Web.Portal;

/// <summary>Figures as pages print them.</summary>
internal static class Figures
{
    /// <summary>A printed figure with thousands separators; anything else as it is.</summary>
    public static string Grouped(string text)
    {
        int digits = text.StartsWith('-') ? 1 : 0, end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - digits < 4 || (end < text.Length && text[end] != '.') || (end == text.Length && end - digits < 5)) return text;
        var grouped = new System.Text.StringBuilder(text.Length + 4).Append(text, 0, digits);
        for (int i = digits; i < end; i++)
        {
            if (i > digits && (end - i) % 3 == 0) grouped.Append(',');
            grouped.Append(text[i]);
        }

        return grouped.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>An amount in 万元 with two decimals and thousands separators.</summary>
    public static string Wan(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A size for people: <c>34.1 KB</c>.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? (bytes / 1024m).ToString("0.#", CultureInfo.InvariantCulture) + " KB"
        : (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture) + " MB";

    /// <summary>What a main figure is called.</summary>
    public static Text NameOf(string main) => main switch
    {
        "income" => new("本年收入", "Income"),
        "expenditure" => new("本年支出", "Expenditure"),
        "basic" => new("基本支出", "Basic expenditure"),
        "project" => new("项目支出", "Project expenditure"),
        "personnel" => new("人员经费", "Personnel"),
        "operating" => new("公用经费", "Operating costs"),
        "general" => new("一般公共预算支出", "General public budget"),
        "threePublic" => new("“三公”经费", "Three public expenses"),
        "overseas" => new("因公出国（境）费", "Travel abroad"),
        "cars" => new("公务用车购置及运行费", "Cars"),
        "carsPurchase" => new("公务用车购置费", "Purchase of cars"),
        "carsRunning" => new("公务用车运行维护费", "Running of cars"),
        "reception" => new("公务接待费", "Reception"),
        "agencyOperating" => new("机关运行经费", "Agency operating costs"),
        _ => new Text(main, main),
    };

    /// <summary>What a severity is called.</summary>
    public static Text Severity(string severity) => severity switch
    {
        "error" => new("错误", "Error"),
        "warning" => new("警告", "Warning"),
        "rounding" => new("尾差", "Rounding"),
        _ => new("提示", "Info"),
    };
}
