namespace Mingzhang.Publishing.OpenData;

/// <summary>A column of a data file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>integer</c> or <c>boolean</c>.</param>
/// <param name="Title">Its name in Chinese.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Values">All values that it can have, parted by blanks; empty for any.</param>
internal sealed record DataField(string Name, string Type, string Title, string Description = "", string Values = "");
