using Microsoft.Playwright;

namespace Mingzhang.Tests.Web;

/// <summary>Debian's Chromium, without a window.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool Exists => File.Exists(Program);

    public async Task InitializeAsync()
    {
        if (!Exists) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags });
    }

    /// <summary>An empty page of a new visitor.</summary>
    public async Task<IPage> Open(int width = 1280, int height = 800, bool scripts = true)
    {
        IBrowserContext visitor = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, JavaScriptEnabled = scripts, Locale = "zh-CN" });
        return await visitor.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A test that drives a browser over a database; skipped where either is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Browser.Exists) Skip = "needs Chromium: package chromium";
        if (!RunningWeb.Exists) Skip = "needs PostgreSQL: package postgresql";
    }
}

/// <summary>A test that drives a browser over a database with several inputs; skipped where either is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!Browser.Exists) Skip = "needs Chromium: package chromium";
        if (!RunningWeb.Exists) Skip = "needs PostgreSQL: package postgresql";
    }
}
