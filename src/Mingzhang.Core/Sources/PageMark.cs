namespace Mingzhang.Core.Sources;

/// <summary>A rectangle on a page in points (1/72 inch) from the upper left corner of the page as it is shown.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public readonly record struct PageBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>The smallest rectangle around both.</summary>
    public PageBox Around(PageBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>Where a piece of the text stands on a page: a word, or what a cell or line of the page printed together.</summary>
/// <param name="Line">Line of the text, 1-based.</param>
/// <param name="Column">First character in it, 0-based.</param>
/// <param name="EndColumn">One past its last character.</param>
/// <param name="Page">Page, 1-based.</param>
/// <param name="Box">Where on the page.</param>
/// <param name="Confidence">How sure its recognition is, 0 to 1; 1 for text that was not recognised from an image.</param>
public readonly record struct PageMark(int Line, int Column, int EndColumn, int Page, PageBox Box, float Confidence = 1);

/// <summary>Size of a page as it is shown, in points.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PageSize(float Width, float Height);

/// <summary>A stretch of a page.</summary>
/// <param name="Page">Page, 1-based.</param>
/// <param name="Box">Where on the page.</param>
public readonly record struct PagePlace(int Page, PageBox Box);

/// <summary>A file of several that were read as one document.</summary>
/// <param name="Name">File name without folders.</param>
/// <param name="FirstLine">The line of the joint text at which it begins, 1-based.</param>
/// <param name="FirstPage">The page of the joint document at which it begins, 1-based; 0 where pages are not known.</param>
public sealed record SourceFile(string Name, int FirstLine, int FirstPage);
