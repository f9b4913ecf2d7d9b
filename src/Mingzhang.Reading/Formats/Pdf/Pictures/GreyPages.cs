using System.Collections.Immutable;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Formats.Pdf.Pictures;

/// <summary>Takes pages as <c>pdftoppm</c> writes them one behind the other (PGM: <c>P5 width height 255</c>, then a byte for each pixel) and keeps each as a small file.</summary>
internal sealed class GreyPages
{
    private const int MostPixels = 4_000_000;

    private readonly List<byte> _head = [];
    private byte[] _pixels = [];
    private int _width, _height, _held;

    /// <summary>The pages so far.</summary>
    internal List<PagePicture> Pages { get; } = [];

    /// <summary>Takes a piece; false where it is not what is expected.</summary>
    internal bool Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_width == 0)
            {
                _head.Add(bytes[0]);
                bytes = bytes[1..];
                if (_head.Count > 64 || !Begin()) return false;
                continue;
            }

            int taken = Math.Min(bytes.Length, _pixels.Length - _held);
            bytes[..taken].CopyTo(_pixels.AsSpan(_held));
            _held += taken;
            bytes = bytes[taken..];
            if (_held == _pixels.Length) End();
        }

        return true;
    }

    /// <summary>Begins a page where its head is complete; false where it is none.</summary>
    private bool Begin()
    {
        // Four fields, each ended by one blank.
        if (_head[^1] is not ((byte)' ' or (byte)'\n') || _head.Count(b => b is (byte)' ' or (byte)'\n') < 4) return true;
        string[] fields = System.Text.Encoding.ASCII.GetString([.. _head]).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (fields is not ["P5", var width, var height, "255"] || !int.TryParse(width, out _width) || !int.TryParse(height, out _height)) return false;
        if (_width <= 0 || _height <= 0 || (long)_width * _height > MostPixels) return false;
        _pixels = _pixels.Length == _width * _height ? _pixels : new byte[_width * _height];
        _held = 0;
        return true;
    }

    private void End()
    {
        ImmutableArray<byte> png = GreyPng.Write(_pixels, _width, _height);
        Pages.Add(new PagePicture(png, _width, _height));
        _head.Clear();
        _width = 0;
    }
}
