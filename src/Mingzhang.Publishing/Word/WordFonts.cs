using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mingzhang.Publishing.Word;

/// <summary>The fonts of official documents, each with what takes its place where it is not installed.</summary>
internal static class WordFonts
{
    /// <summary>Titles.</summary>
    public const string Title = "方正小标宋简体";

    /// <summary>Headings of parts.</summary>
    public const string Black = "黑体";

    /// <summary>Headings of sections.</summary>
    public const string Script = "楷体_GB2312";

    /// <summary>Text.</summary>
    public const string Text = "仿宋_GB2312";

    /// <summary>Tables.</summary>
    public const string Table = "宋体";

    private static readonly (string Name, string Others, FontFamilyValues Family)[] All =
    [
        (Title, "方正小标宋_GBK;FZXiaoBiaoSong-B05S;华文中宋;Noto Serif CJK SC", FontFamilyValues.Roman),
        (Black, "SimHei;Noto Sans CJK SC", FontFamilyValues.Swiss),
        (Script, "楷体;KaiTi;Noto Serif CJK SC", FontFamilyValues.Script),
        (Text, "仿宋;FangSong;Noto Serif CJK SC", FontFamilyValues.Roman),
        (Table, "SimSun;Noto Serif CJK SC", FontFamilyValues.Roman),
        ("Times New Roman", "Liberation Serif", FontFamilyValues.Roman),
    ];

    /// <summary>Fills the font table.</summary>
    public static void Write(FontTablePart part) =>
        part.Fonts = new Fonts(All.Select(f => new Font(
            new AltName { Val = f.Others },
            new FontCharSet { Val = f.Name[0] > 127 ? "86" : "00" },
            new FontFamily { Val = f.Family },
            new Pitch { Val = FontPitchValues.Variable }) { Name = f.Name }));

    /// <summary>Fonts of a run: Chinese by <paramref name="chinese"/>, figures and Latin letters in Times New Roman.</summary>
    public static RunFonts Of(string chinese) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = chinese, ComplexScript = "Times New Roman" };
}
