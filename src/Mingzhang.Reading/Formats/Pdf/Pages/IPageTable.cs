namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>A table on a page, however it was found.</summary>
internal interface IPageTable
{
    /// <summary>Where it stands.</summary>
    Box Box { get; }

    /// <summary>Its rows.</summary>
    List<TableRow> Rows();

    /// <summary>Whether the other table has the same columns, so that this one can go on with it.</summary>
    bool HasColumnsOf(IPageTable other);
}
