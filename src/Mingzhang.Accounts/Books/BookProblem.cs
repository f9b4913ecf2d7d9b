using Mingzhang.Core.Findings;

namespace Mingzhang.Accounts.Books;

/// <summary>Something wrong in a book, where it stands, and what to do. Problems of severity error stop the build before anything is written.</summary>
/// <param name="Severity">Error: the book cannot be compiled as it is. Warning: it can, but something is missing or doubtful (a reason not given).</param>
/// <param name="Id">Stable id of the rule: <c>book.ledger.unbalanced</c>.</param>
/// <param name="File">File relative to the book's folder: <c>ledger.csv</c>.</param>
/// <param name="Row">1-based line or row in it (the header is row 1); 0 where the whole file is meant.</param>
/// <param name="Column">Column or field name as the file has it; empty where the whole row is meant.</param>
/// <param name="Message">What is wrong, with the offending text.</param>
/// <param name="Remedy">What to do.</param>
public sealed record BookProblem(Severity Severity, string Id, string File, int Row, string Column, Text Message, Text Remedy);
