using Mingzhang.Core.Findings;

namespace Mingzhang.Web.Layout;

/// <summary>Who reads a page: the language, and the addresses in it.</summary>
/// <param name="accessor">The request.</param>
internal sealed class Reader(IHttpContextAccessor accessor)
{
    private HttpRequest Request => accessor.HttpContext!.Request;

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language => IsEnglish ? "en" : "zh";

    /// <summary>Whether the English page was asked for.</summary>
    public bool IsEnglish => Request.PathBase == LanguagePrefix.Prefix;

    /// <summary>The language tag of the page.</summary>
    public string Tag => IsEnglish ? "en" : "zh-CN";

    /// <summary>The address of this page in the other language.</summary>
    public string Other => (IsEnglish ? "" : LanguagePrefix.Prefix) + Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();

    /// <summary>The path of this page, without the language.</summary>
    public string Path => Request.Path.Value ?? "/";

    /// <summary>Chinese or English.</summary>
    public string Say(string zh, string en) => IsEnglish ? en : zh;

    /// <summary>Chinese or English.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>The address of a page in this reader's language.</summary>
    /// <param name="path">From the root, percent-encoded where needed: <c>/departments/7</c>.</param>
    public string Link(string path) => IsEnglish ? LanguagePrefix.Prefix + path : path;
}
