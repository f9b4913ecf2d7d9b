using Microsoft.AspNetCore.Components;
using Mingzhang.Core.Findings;
using Mingzhang.Web.Caching;

namespace Mingzhang.Web.Layout;

/// <summary>What every page and part of a page is: markup in the language of its reader.</summary>
public abstract class View : ComponentBase
{
    /// <summary>Who reads it.</summary>
    [Inject]
    internal Reader Reader { get; set; } = null!;

    /// <summary>The styles and scripts.</summary>
    [Inject]
    internal StaticAssets OwnFiles { get; set; } = null!;

    /// <summary>The time that pages tell.</summary>
    [Inject]
    internal SiteTime Time { get; set; } = null!;

    /// <summary>Chinese or English.</summary>
    protected string Say(string zh, string en) => Reader.Say(zh, en);

    /// <summary>Chinese or English.</summary>
    protected string Say(Text text) => Reader.Say(text);

    /// <summary>The address of a page in the reader's language.</summary>
    protected string Link(string path) => Reader.Link(path);

    /// <summary>The address of a style, script or picture of ours: <c>/style/site.css</c>, with its version.</summary>
    protected string Asset(string path) => OwnFiles.Address(path);
}
