namespace Mingzhang.Accounts.Books;

/// <summary>A file of <c>projects/</c>: a project (项目支出). Amounts come from the budget and the ledger, never from here.</summary>
public sealed record Project
{
    /// <summary>The key by which the ledger and the budget name it.</summary>
    public required string Code { get; init; }

    /// <summary>Name as published.</summary>
    public required string Name { get; init; }

    /// <summary>The unit that carries it out.</summary>
    public required string Unit { get; init; }

    /// <summary><c>运转类</c>, <c>特定目标类</c>, <c>人员类</c>; empty if not said.</summary>
    public string Category { get; init; } = "";

    /// <summary><c>常年性</c>, <c>延续性</c>, <c>一次性</c>; empty if not said.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>What the money was used for, as a clause of a sentence; empty if not said.</summary>
    public string Use { get; init; } = "";

    /// <summary>涉密: its name and amounts must not appear as a line of their own in anything published.</summary>
    public bool Classified { get; init; }

    /// <summary>Where it begins in its file.</summary>
    public FileLine Line { get; init; }

    /// <summary>Where <see cref="Use"/> stands.</summary>
    public FileLine UseLine { get; init; }
}
