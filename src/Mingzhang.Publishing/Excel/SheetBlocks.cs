using System.Collections.Immutable;
using System.Globalization;
using Mingzhang.Publishing.Documents;

namespace Mingzhang.Publishing.Excel;

/// <summary>What goes on one sheet.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Form">The form; null for a sheet of text.</param>
/// <param name="Part">Heading of the part that begins with the form; empty for none.</param>
/// <param name="Blocks">What a sheet of text holds.</param>
internal sealed record SheetBlocks(string Name, StatementBlock? Form, string Part, IReadOnlyList<Block> Blocks)
{
    /// <summary>Parts a disclosure into sheets: the cover, each form, each part of the text, each self-evaluation with what follows it.</summary>
    public static ImmutableArray<SheetBlocks> Of(ImmutableArray<Block> blocks)
    {
        var sheets = ImmutableArray.CreateBuilder<SheetBlocks>();
        var names = new HashSet<string>();
        List<Block> open = [];
        string name = "封面";
        int evaluations = 0;
        foreach (Block block in blocks)
        {
            if (block is StatementBlock form)
            {
                string part = open is [HeadingBlock { Level: 1 } heading] ? heading.Text : "";
                if (part.Length > 0) open.Clear();
                Close();
                if (names.Add(form.Number)) sheets.Add(new SheetBlocks(form.Number, form, part, []));
                name = "其他";
                continue;
            }

            if (block is HeadingBlock { Level: 1 } title)
            {
                Close();
                name = PartName(title.Text);
            }
            else if (block is HeadingBlock { IsEvaluation: true })
            {
                // The part's heading stays above its first table.
                if (open is not [HeadingBlock { Level: 1 }]) Close();
                name = "自评表" + (++evaluations).ToString(CultureInfo.InvariantCulture);
            }

            if (block is not ChartBlock) open.Add(block);
        }

        Close();
        return sheets.ToImmutable();

        void Close()
        {
            if (open.Count == 0) return;
            string unique = name;
            for (int i = 2; !names.Add(unique); i++) unique = name + i.ToString(CultureInfo.InvariantCulture);
            sheets.Add(new SheetBlocks(unique, null, "", open));
            open = [];
        }
    }

    /// <summary><c>第三部分</c> of a part's heading.</summary>
    private static string PartName(string heading)
    {
        int end = heading.IndexOf("部分", StringComparison.Ordinal);
        return heading is ['第', ..] && end is > 0 and < 6 ? heading[..(end + 2)].Replace(" ", "", StringComparison.Ordinal) : "正文";
    }
}
