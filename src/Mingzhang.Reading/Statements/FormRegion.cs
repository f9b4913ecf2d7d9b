using Mingzhang.Core.Forms;
using Mingzhang.Core.Sources;

namespace Mingzhang.Reading.Statements;

/// <summary>Where a form stands in the text.</summary>
/// <param name="Form">The form.</param>
/// <param name="Title">Its title as printed, without the year; the form's own where only its number is printed.</param>
/// <param name="Heading">Where the title stands.</param>
/// <param name="FirstLine">First line after the title (1-based).</param>
/// <param name="LastLine">Last line (inclusive).</param>
internal sealed record FormRegion(FormDefinition Form, string Title, TextSpan Heading, int FirstLine, int LastLine);
