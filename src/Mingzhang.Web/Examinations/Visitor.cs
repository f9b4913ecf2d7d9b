using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Web.Examinations;

/// <summary>Who visits: a random token in a cookie that no script reads. The database knows its digest only, and forms carry a proof made from it.</summary>
internal sealed class Visitor
{
    private const int Length = 32;
    private static readonly byte[] FormPurpose = Encoding.ASCII.GetBytes("mingzhang form");

    private Visitor(byte[] token) => (Digest, FormToken) = (SHA256.HashData(token), Convert.ToHexStringLower(HMACSHA256.HashData(token, FormPurpose)));

    /// <summary>SHA-256 of the token: the visit's name in the database.</summary>
    public byte[] Digest { get; }

    /// <summary>The digest as text, for what is counted in this process.</summary>
    public string Name => Convert.ToHexStringLower(Digest);

    /// <summary>What every form of this visitor's pages carries: another site cannot know it.</summary>
    public string FormToken { get; }

    /// <summary>The name of a form's field for <see cref="FormToken"/>.</summary>
    public const string Field = "proof";

    /// <summary>The visitor of a request; null for one without a cookie.</summary>
    public static Visitor? Of(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(NameFor(context), out string? text) || text is not { Length: Length * 2 }) return null;
        byte[] token = new byte[Length];
        return Convert.FromHexString(text, token, out _, out int written) == System.Buffers.OperationStatus.Done && written == Length ? new Visitor(token) : null;
    }

    /// <summary>The visitor of a request; a new one gets a cookie. The cookie lives on from now.</summary>
    public static Visitor Ensure(HttpContext context, TimeSpan life)
    {
        byte[] token = Of(context) is null ? RandomNumberGenerator.GetBytes(Length) : Convert.FromHexString(context.Request.Cookies[NameFor(context)]!);
        context.Response.Cookies.Append(NameFor(context), Convert.ToHexStringLower(token), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = life,
            IsEssential = true,
        });
        return new Visitor(token);
    }

    /// <summary>Takes the cookie away.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), new CookieOptions { Path = "/", Secure = context.Request.IsHttps, HttpOnly = true, SameSite = SameSiteMode.Lax });

    /// <summary>Whether a form was one of this visitor's pages.</summary>
    public bool Owns(string? formToken) =>
        formToken is { Length: Length * 2 } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(formToken), Encoding.ASCII.GetBytes(FormToken));

    // The prefix binds it to this host and to https.
    private static string NameFor(HttpContext context) => context.Request.IsHttps ? "__Host-visit" : "visit";
}
