using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mingzhang.Reading.Formats.Pdf.Pages;

namespace Mingzhang.Reading.Formats.Recognition;

/// <summary>A page as a grey picture, a byte for each dot: 0 is black.</summary>
/// <param name="Width">Dots across.</param>
/// <param name="Height">Dots down.</param>
/// <param name="Dots">The dots, row by row.</param>
internal sealed record PageImage(int Width, int Height, byte[] Dots)
{
    /// <summary>Darker than this is ink.</summary>
    internal const byte Ink = 160;

    /// <summary>Reads a grey PNM file (P5) as pdftoppm writes it; null if it is none.</summary>
    internal static PageImage? Read(byte[] file)
    {
        int at = 0;
        if (file.Length < 2 || file[0] != 'P' || file[1] != '5') return null;
        at = 2;
        Span<int> numbers = stackalloc int[3];
        for (int i = 0; i < 3; i++)
        {
            while (at < file.Length && (file[at] <= ' ' || file[at] == '#'))
            {
                if (file[at] == '#') while (at < file.Length && file[at] != '\n') at++;
                else at++;
            }

            if (!Utf8Parser.TryParse(file.AsSpan(at), out numbers[i], out int length)) return null;
            at += length;
        }

        at++;
        (int width, int height) = (numbers[0], numbers[1]);
        if (width < 1 || height < 1 || numbers[2] != 255 || (long)width * height > file.Length - at) return null;
        return new PageImage(width, height, file[at..(at + (width * height))]);
    }

    /// <summary>The picture as a PNM file.</summary>
    internal byte[] ToFile()
    {
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        return [.. head, .. Dots];
    }

    /// <summary>Whether nearly nothing is printed on it.</summary>
    internal bool IsBlank => Dots.AsSpan().Length == 0 || CountInk() < Math.Max(20, Dots.Length / 50_000);

    /// <summary>The picture with other sides, each dot the mean of the four next to its place.</summary>
    internal PageImage Scaled(double factor)
    {
        int width = Math.Max(1, (int)(Width * factor)), height = Math.Max(1, (int)(Height * factor));
        byte[] dots = new byte[width * height];
        for (int y = 0; y < height; y++)
        {
            double fromY = Math.Clamp(((y + 0.5) / factor) - 0.5, 0, Height - 1);
            int top = (int)fromY, bottom = Math.Min(top + 1, Height - 1), partY = (int)((fromY - top) * 256);
            for (int x = 0; x < width; x++)
            {
                double fromX = Math.Clamp(((x + 0.5) / factor) - 0.5, 0, Width - 1);
                int left = (int)fromX, right = Math.Min(left + 1, Width - 1), partX = (int)((fromX - left) * 256);
                int upper = (Dots[(top * Width) + left] * (256 - partX)) + (Dots[(top * Width) + right] * partX);
                int lower = (Dots[(bottom * Width) + left] * (256 - partX)) + (Dots[(bottom * Width) + right] * partX);
                dots[(y * width) + x] = (byte)(((upper * (256 - partY)) + (lower * partY)) >> 16);
            }
        }

        return new PageImage(width, height, dots);
    }

    /// <summary>What stands within areas, and what stands outside of them, each on a white picture of the same size.</summary>
    internal (PageImage Within, PageImage Outside) Parted(List<Box> areas)
    {
        if (areas.Count == 0) return (this, this);
        byte[] within = new byte[Dots.Length], outside = [.. Dots];
        within.AsSpan().Fill(255);
        foreach (Box area in areas)
        {
            int left = Math.Clamp((int)area.Left, 0, Width), right = Math.Clamp((int)area.Right + 1, left, Width);
            for (int y = Math.Clamp((int)area.Top, 0, Height); y < Math.Clamp((int)area.Bottom + 1, 0, Height); y++)
            {
                int start = (y * Width) + left;
                Dots.AsSpan(start, right - left).CopyTo(within.AsSpan(start));
                outside.AsSpan(start, right - left).Fill(255);
            }
        }

        return (this with { Dots = within }, this with { Dots = outside });
    }

    private int CountInk()
    {
        int ink = 0;
        foreach (byte dot in Dots)
        {
            if (dot < Ink) ink++;
        }

        return ink;
    }
}
