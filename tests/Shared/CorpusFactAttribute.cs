namespace Mingzhang.Tests.Shared;

/// <summary>A fact about the published documents: skipped, not passed, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = Corpus.Missing;
}

/// <summary>A theory about the published documents: skipped, not passed, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = Corpus.Missing;
}
