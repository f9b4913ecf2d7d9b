namespace Mingzhang.Accounts.Books.Writing;

/// <summary>Writes a book as the folder of plain files that docs/books.md describes.</summary>
public static class BookWriter
{
    /// <summary>Writes every file of the book into a folder that exists. Files that the book has nothing for are left out.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(Book book, string folder)
    {
        BookTables.WriteLedger(book.Ledger, Path.Combine(folder, "ledger.csv"));
        BookTables.WriteOpenings(book.Openings, Path.Combine(folder, "opening.csv"));
        BookTables.WriteBudget(book.Budget, Path.Combine(folder, "budget.csv"));
        BookYaml.Write(BookYaml.Of(book.Department, book.Year), Path.Combine(folder, "unit.yaml"));
        BookYaml.Write(BookYaml.Of(book.Particulars), Path.Combine(folder, "particulars.yaml"));
        if (!book.Projects.IsEmpty) Directory.CreateDirectory(Path.Combine(folder, "projects"));
        foreach (Project project in book.Projects) BookYaml.Write(BookYaml.Of(project), Path.Combine(folder, "projects", project.Code + ".yaml"));
        if (!book.Performance.IsEmpty) Directory.CreateDirectory(Path.Combine(folder, "performance"));
        foreach (SelfEvaluation evaluation in book.Performance)
            BookYaml.Write(BookYaml.Of(evaluation), Path.Combine(folder, "performance", (evaluation.Project.Length == 0 ? "department" : evaluation.Project) + ".yaml"));
        if (book.Prior is PriorYear prior) PriorJson.Write(prior, book.Department.Name, Path.Combine(folder, "prior.json"));
        ProseMarkdown.Write(book.Prose, Path.Combine(folder, "prose.md"));
    }
}
