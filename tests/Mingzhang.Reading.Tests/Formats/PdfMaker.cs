using System.Globalization;
using System.Text;

namespace Mingzhang.Reading.Tests.Formats;

/// <summary>Writes small PDF files: pages of 595 x 842 points with lines and texts in Helvetica 10.</summary>
internal static class PdfMaker
{
    /// <summary>A drawn line; y counts from the lower edge.</summary>
    internal static string Line(int x1, int y1, int x2, int y2) => string.Create(CultureInfo.InvariantCulture, $"{x1} {y1} m {x2} {y2} l S\n");

    /// <summary>A text; y counts from the lower edge.</summary>
    internal static string Text(int x, int y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n");

    /// <summary>The lines of a table cell by cell, rows 20 high.</summary>
    internal static string Table(int left, int top, int[] widths, int rows)
    {
        var lines = new StringBuilder();
        for (int row = 0; row <= rows; row++) lines.Append(Line(left, top - (row * 20), left + widths.Sum(), top - (row * 20)));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0, x = left; column <= widths.Length; x += column < widths.Length ? widths[column] : 0, column++)
                lines.Append(Line(x, top - (row * 20), x, top - (row * 20) - 20));
        }

        return lines.ToString();
    }

    /// <summary>A file of pages with that content.</summary>
    internal static byte[] Pdf(params string[] pages)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        string kids = string.Join(' ', pages.Select((_, i) => $"{10 + (2 * i)} 0 R"));
        pdf.Append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        pdf.Append(CultureInfo.InvariantCulture, $"2 0 obj <</Type/Pages/Count {pages.Length}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>> endobj\n");
        pdf.Append("3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n");
        for (int i = 0; i < pages.Length; i++)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{10 + (2 * i)} 0 obj <</Type/Page/Parent 2 0 R/Contents {11 + (2 * i)} 0 R>> endobj\n");
            pdf.Append(CultureInfo.InvariantCulture, $"{11 + (2 * i)} 0 obj <</Length {pages[i].Length}>> stream\n{pages[i]}\nendstream endobj\n");
        }

        return Encoding.Latin1.GetBytes(pdf.Append("trailer <</Root 1 0 R>>\n%%EOF\n").ToString());
    }
}
