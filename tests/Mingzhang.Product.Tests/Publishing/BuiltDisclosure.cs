using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Explanations;
using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Sources;
using Mingzhang.Product.Tests.Building;
using Mingzhang.Product.Tests.CleanDisclosure;

namespace Mingzhang.Product.Tests.Publishing;

/// <summary>Disclosures to publish, and what was published of them.</summary>
internal static class BuiltDisclosure
{
    /// <summary>What a text that would be markup, a formula or an unreadable character must not become.</summary>
    public const string Hostile = "</p><script>alert(1)</script><!--\" onload='x' &amp; \u202e\u0001 ]]>";

    /// <summary>Built from the fixture's book.</summary>
    public static Disclosure FromBook { get; } = Compose();

    /// <summary>Read from the clean document.</summary>
    public static Disclosure FromText { get; } = Pipeline.Disclosure(CleanDocument.Tabbed.Name, CleanDocument.Tabbed.Text);

    /// <summary>With hostile text in a paragraph, a caption, the unit's name, a goal and the key work.</summary>
    public static Disclosure WithHostileText { get; } = Spoil(FromBook);

    /// <summary>The bytes that a writer writes.</summary>
    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static Disclosure Compose()
    {
        Book book = BookVariants.Fixture;
        return DisclosureComposer.Compose(book, AccountsCompiler.Compile(book)).Disclosure;
    }

    private static Disclosure Spoil(Disclosure clean)
    {
        int line = clean.Section("一/一")!.FirstLine;
        SourceText source = clean.Source with { Lines = clean.Source.Lines.SetItem(line - 1, "=1+1 " + Hostile) };
        Statement statement = clean.Statements[1];
        StatementRow row = statement.Rows[1] with { Caption = "=cmd|' /C calc'!A0" + Hostile };
        Evaluation evaluation = clean.Evaluations[0];
        return clean with
        {
            Unit = clean.Unit + Hostile,
            Source = source,
            Statements = clean.Statements.SetItem(1, statement with { Rows = statement.Rows.SetItem(1, row) }),
            Evaluations = clean.Evaluations.SetItem(0, evaluation with { Indicators = evaluation.Indicators.SetItem(0, evaluation.Indicators[0] with { Name = new Field("@SUM(A1)" + Hostile, evaluation.Indicators[0].Name.Span), PlainName = "@SUM(A1)" + Hostile }) }),
            KeyWork = [new KeyWorkRow("1", "+1" + Hostile, "-2", "已完成", clean.KeyWork.IsEmpty ? default : clean.KeyWork[0].Span)],
        };
    }
}
