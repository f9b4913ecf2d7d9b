namespace Mingzhang.Accounts.Imports.Rows;

/// <summary>Rows that sum others up or carry them over a page: they are no entries.</summary>
internal static class TotalRow
{
    private static readonly string[] Words =
        ["合计", "总计", "小计", "本日合计", "本日小计", "本月合计", "本月小计", "本年累计", "累计", "本期合计", "期初余额", "年初余额", "上年结转", "期末余额", "承前页", "过次页", "转次页"];

    private static readonly string[] Beginnings = ["制表人", "制表:", "制单人", "审核人", "复核人", "打印日期", "打印时间", "单位负责人", "财务负责人", "合计:", "总计:", "共计", "核算单位:", "单位:", "编制单位:"];

    /// <summary>Whether a cell (without blanks, narrowed) is the caption of a sum: it ends in 小计, 合计 or 总计.</summary>
    internal static bool IsCaption(string word) => word.EndsWith("小计", StringComparison.Ordinal) || word.EndsWith("合计", StringComparison.Ordinal) || word.EndsWith("总计", StringComparison.Ordinal);

    /// <summary>Whether a cell (without blanks, narrowed) says that its row is one of them.</summary>
    internal static bool IsWord(string word) => Words.Contains(word) || Array.Exists(Beginnings, b => word.StartsWith(b, StringComparison.Ordinal));
}
