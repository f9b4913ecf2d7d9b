using System.Text;

namespace Mingzhang.Publishing.Pdf;

/// <summary>Which installed fonts take the place of official ones, so that Chinese glyphs are used and not those of another language.</summary>
internal static class FontChoice
{
    private static readonly (string[] Names, string[] Instead)[] All =
    [
        (["方正小标宋简体", "方正小标宋_GBK"], ["FZXiaoBiaoSong-B05S", "华文中宋", "Noto Serif CJK SC", "Source Han Serif SC"]),
        (["黑体"], ["SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"]),
        (["楷体_GB2312", "楷体"], ["KaiTi", "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC"]),
        (["仿宋_GB2312", "仿宋"], ["FangSong", "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"]),
        (["宋体"], ["SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"]),
    ];

    /// <summary>Writes a font configuration into a folder; its path.</summary>
    public static string Write(string folder)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n");
        foreach ((string[] names, string[] instead) in All)
        {
            foreach (string name in names)
            {
                text.Append("<alias binding=\"same\"><family>").Append(name).Append("</family><accept>");
                foreach (string other in instead) text.Append("<family>").Append(other).Append("</family>");
                text.Append("</accept></alias>\n");
            }
        }

        string path = Path.Combine(folder, "fonts.conf");
        File.WriteAllText(path, text.Append("</fontconfig>\n").ToString());
        return path;
    }
}
