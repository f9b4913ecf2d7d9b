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

    /// <summary>The address of this page in the other language; where a form was sent to an address that has no page, that of the page above it.</summary>
    public string Other => (IsEnglish ? "" : LanguagePrefix.Prefix) + Shown + Request.QueryString.ToUriComponent();

    /// <summary>The path of this page, without the language.</summary>
    public string Path => Request.Path.Value ?? "/";

    private string Shown
    {
        get
        {
            // Two slashes at its beginning would name another host.
            string path = "/" + Request.Path.ToUriComponent().TrimStart('/');
            return Request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FormsOnly>() is null ? path : path[..path.LastIndexOf('/')];
        }
    }

    /// <summary>Chinese or English.</summary>
    public string Say(string zh, string en) => IsEnglish ? en : zh;

    /// <summary>Chinese or English.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>The address of a page in this reader's language.</summary>
    /// <param name="path">From the root, percent-encoded where needed: <c>/departments/7</c>.</param>
    public string Link(string path) => IsEnglish ? LanguagePrefix.Prefix + path : path;
}
