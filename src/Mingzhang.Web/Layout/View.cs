using Microsoft.AspNetCore.Components;

namespace Mingzhang.Web.Layout;

/// <summary>What every page and part of a page is: markup in the language of its reader.</summary>
public abstract class View : ComponentBase
{
    /// <summary>Who reads it.</summary>
    [Inject]
    internal Reader Reader { get; set; } = null!;

    /// <summary>Chinese or English.</summary>
    protected string Say(string zh, string en) => Reader.Say(zh, en);

    /// <summary>The address of a page in the reader's language.</summary>
    protected string Link(string path) => Reader.Link(path);
}
