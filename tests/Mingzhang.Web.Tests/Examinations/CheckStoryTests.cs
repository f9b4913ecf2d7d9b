using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>What a reviewer does: gives a document, steps through the findings, dismisses one, gives the corrected document.</summary>
[Collection(SharedWeb.Name)]
public sealed class CheckStoryTests(RunningWeb web, Browser browser)
{
    private static readonly Lazy<(byte[] Wrong, byte[] Right)> Pdf = new(MakePdf);

    [BrowserFact]
    public async Task A_dropped_document_is_checked_stepped_through_decided_on_and_corrected()
    {
        (byte[] wrong, byte[] right, string name, string mime) = Document();
        IPage page = await browser.Open();
        List<string> complaints = Watch(page);
        await page.GotoAsync(web.Address + "check");
        await Drop(page, wrong, name, mime);
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await Axe.FindsNothing(page);
        int findings = await page.Locator(".finding").CountAsync();
        Assert.True(findings > 0);

        // To the next finding by keyboard: its place shows.
        await page.Keyboard.PressAsync("j");
        ILocator current = page.Locator(".finding.current");
        string number = (await current.GetAttributeAsync("data-f"))!;
        Assert.StartsWith("1 / ", await page.InnerTextAsync(".stepper .position"), StringComparison.Ordinal);
        Assert.True(await page.Locator($".document .current[data-f~=\"{number}\"]").CountAsync() > 0);
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator(".keys[open]").CountAsync() == 1);

        // From a mark of the document back to its finding.
        await page.Locator(".document a.pin").First.ClickAsync();
        Assert.Equal(1, await page.Locator(".finding.current").CountAsync());

        // Dismissed with a reason, in place.
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.TypeAsync("与财政部门核对过");
        await page.Locator(".finding.current button[value=dismissed]").ClickAsync();
        await page.WaitForSelectorAsync(".finding.dismissed.current");
        Assert.Contains("与财政部门核对过", await page.InnerTextAsync(".finding.dismissed"), StringComparison.Ordinal);
        Assert.Contains("不采纳 1", await page.InnerTextAsync(".examined .counts"), StringComparison.Ordinal);

        // The corrected document: compared.
        await page.ClickAsync(".actions .menu summary");
        await page.SetInputFilesAsync("#corrected", new FilePayload { Name = name, MimeType = mime, Buffer = right });
        await page.ClickAsync(".actions .menu button[type=submit]");
        await page.WaitForSelectorAsync("a[href$='/comparison']", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.ClickAsync("a[href$='/comparison']");
        Assert.True(int.Parse(await page.InnerTextAsync(".figures .good b"), System.Globalization.CultureInfo.InvariantCulture) > 0);
        await Axe.FindsNothing(page);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task The_filter_and_decisions_change_the_page_in_place()
    {
        IPage page = await browser.Open();
        List<string> complaints = Watch(page);
        await page.GotoAsync(web.Address + "check");
        await Drop(page, CheckVisit.Example, "a.txt", "text/plain");
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.EvaluateAsync("window.stays = true");

        // The filter takes findings away and gives them back; the field keeps the focus, the address follows.
        await page.CheckAsync("#severity-warning");
        await Shows(page, 4);
        Assert.Equal("severity-warning", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("?severity=warning", new Uri(page.Url).Query);
        Assert.Contains("?severity=warning", await page.GetAttributeAsync("a.language", "href"), StringComparison.Ordinal);
        Assert.Equal("– / 4", await page.InnerTextAsync(".stepper .position"));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("2 / 4", await page.InnerTextAsync(".stepper .position"));
        string second = (await page.GetAttributeAsync(".finding.current", "data-f"))!;
        await page.ClickAsync(".filter a");
        await Shows(page, 11);
        Assert.False(await page.IsCheckedAsync("#severity-warning"));
        Assert.Equal(second, await page.GetAttributeAsync(".finding.current", "data-f"));

        // With the most severe first the steps follow the list.
        await page.SelectOptionAsync("#order", "severity");
        await page.WaitForURLAsync(url => url.EndsWith("?order=severity", StringComparison.Ordinal));
        await page.FocusAsync(".finding.current");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(await page.EvaluateAsync<string>("id => document.querySelector(`.finding[data-f='${id}']`).nextElementSibling.dataset.f", second), await page.GetAttributeAsync(".finding.current", "data-f"));
        await page.SelectOptionAsync("#order", "");
        await page.WaitForURLAsync(url => !url.Contains("order", StringComparison.Ordinal));

        // Accepted by a key: the finding keeps the focus and steps go on from it.
        await page.Keyboard.PressAsync("a");
        await page.WaitForSelectorAsync(".finding.accepted.current:focus");
        Assert.Contains("已处理 1 处", await page.InnerTextAsync("#counts"), StringComparison.Ordinal);
        await page.ClickAsync(".finding.current .decided button");
        await page.WaitForSelectorAsync(".finding.current:focus:not(.accepted)");
        Assert.DoesNotContain("已处理", await page.InnerTextAsync("#counts"), StringComparison.Ordinal);

        // Where the filter shows it no more, the one behind it is the next.
        await page.SelectOptionAsync("#state", "open");
        await page.WaitForURLAsync(url => url.EndsWith("?state=open", StringComparison.Ordinal));
        await page.FocusAsync(".finding.current");
        string after = await page.EvaluateAsync<string>("document.querySelector('.finding.current').nextElementSibling.dataset.f");
        await page.Keyboard.PressAsync("a");
        await Shows(page, 10);
        await page.WaitForSelectorAsync($".finding.current[data-f='{after}']:focus");
        Assert.Contains("问题 10 处", await page.InnerTextAsync("#findings"), StringComparison.Ordinal);

        // None is dismissed without a reason, and all of this was the same page.
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.TypeAsync("  ");
        await page.ClickAsync(".finding.current button[value=dismissed]");
        Assert.Equal(1, await page.Locator(".finding.current input[name=reason]:invalid").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.stays"));
        await Axe.FindsNothing(page);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Without_script_the_same_is_done_by_forms_and_links()
    {
        IPage page = await browser.Open(scripts: false);
        await page.GotoAsync(web.Address + "check");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "a.txt", MimeType = "text/plain", Buffer = CheckVisit.Example });
        await page.ClickAsync(".upload button[type=submit]");
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.CheckAsync(".filter input[value=warning]");
        await page.ClickAsync(".filter button");
        Assert.Equal(4, await page.Locator(".finding").CountAsync());
        await page.ClickAsync(".finding .message a >> nth=0");
        Assert.StartsWith("#m", new Uri(page.Url).Fragment, StringComparison.Ordinal);
        await page.ClickAsync(".finding .decide summary >> nth=0");
        await page.FillAsync(".finding input[name=reason] >> nth=0", "已核实");
        await page.ClickAsync(".finding button[value=dismissed] >> nth=0");
        Assert.Equal(1, await page.Locator(".finding.dismissed").CountAsync());
        Assert.Contains("severity=warning", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_document_in_an_archive_shows_its_pages_like_any_other()
    {
        if (Programs.Missing("soffice", "pdftotext", "pdftoppm") is not null) return;
        IPage page = await browser.Open();
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in new[] { ("公开 2023/部门决算.pdf", Pdf.Value.Wrong), ("公开 2023/说明.txt", "联系电话见网站"u8.ToArray()) })
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        await page.GotoAsync(web.Address + "check");
        await Drop(page, packed.ToArray(), "公开.zip", "application/zip");
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        ILocator picture = page.Locator(".pages figure:not(.clean) img").First;
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true, new LocatorAssertionsToHaveJSPropertyOptions { Timeout = 30_000 });
        Assert.True(await picture.EvaluateAsync<int>("i => i.naturalWidth") > 500);
        Assert.True(await page.Locator(".pages a.box").CountAsync() > 0);
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_axe_finds_nothing()
    {
        IPage page = await browser.Open(390, 844);
        List<string> complaints = Watch(page);
        await page.GotoAsync(web.Address + "check");
        await Axe.FindsNothing(page);
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "a.txt", MimeType = "text/plain", Buffer = CheckVisit.Example });
        await page.ClickAsync(".upload button[type=submit]");
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await Axe.FindsNothing(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 391"), "the page is wider than the screen");
        await page.ClickAsync(".stepper [data-step='1']");
        Assert.Equal(1, await page.Locator(".finding.current").CountAsync());
        await page.GotoAsync(page.Url.Split('#')[0] + "/delete");
        await Axe.FindsNothing(page);
        await page.GotoAsync(web.Address + "check");
        await Axe.FindsNothing(page);
        await page.GotoAsync(web.Address + "check/" + Guid.NewGuid());
        await Axe.FindsNothing(page);
        // The answer of 404 is the one thing that the browser notes.
        Assert.All(complaints, c => Assert.Contains("404", c, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_document_full_of_markup_runs_nothing()
    {
        const string evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>\"' onfocus=alert(4) autofocus ";
        string text = Encoding.UTF8.GetString(CheckVisit.Example).Replace("云山区河湖管护局", evil + "局", StringComparison.Ordinal).Replace("防汛", evil, StringComparison.Ordinal);
        IPage page = await browser.Open();
        List<string> complaints = Watch(page);
        await page.GotoAsync(web.Address + "check");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = evil + ".txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.ClickAsync(".upload button[type=submit]");
        await page.WaitForSelectorAsync(".finding", new PageWaitForSelectorOptions { Timeout = 60_000 });
        for (int i = 0; i < 5; i++) await page.Keyboard.PressAsync("j");
        await page.GotoAsync(web.Address + "check");
        await page.Locator("table a").First.HoverAsync();
        Assert.Empty(complaints);
    }

    private static (byte[] Wrong, byte[] Right, string Name, string Mime) Document() => Programs.Missing("soffice", "pdftotext", "pdftoppm") is null
        ? (Pdf.Value.Wrong, Pdf.Value.Right, "部门决算.pdf", "application/pdf")
        : (CheckVisit.Example, CheckVisit.Corrected, "部门决算.txt", "text/plain");

    private static List<string> Watch(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        return complaints;
    }

    private static async Task Drop(IPage page, byte[] bytes, string name, string mime)
    {
        IJSHandle transfer = await page.EvaluateHandleAsync(
            "([bytes, name, mime]) => { const t = new DataTransfer(); t.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name, { type: mime })); return t; }",
            new[] { Convert.ToBase64String(bytes), name, mime });
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = transfer });
    }

    private static Task Shows(IPage page, int findings) => Assertions.Expect(page.Locator(".finding")).ToHaveCountAsync(findings, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });

    /// <summary>A disclosure of the example book as PDF with a wrong share in its text, and the right one.</summary>
    private static (byte[] Wrong, byte[] Right) MakePdf()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mzstory-");
        try
        {
            Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang.dll"), "build", Repository.At("examples", "jingkai-2023"), "-o", Path.Combine(folder.FullName, "built"), "--formats", "docx,pdf"]);
            string docx = Directory.GetFiles(Path.Combine(folder.FullName, "built"), "*.docx").Single(), wrong = Path.Combine(folder.FullName, "wrong.docx");
            File.Copy(docx, wrong);
            using (ZipArchive archive = ZipFile.Open(wrong, ZipArchiveMode.Update))
            {
                ZipArchiveEntry entry = archive.GetEntry("word/document.xml")!;
                string xml;
                using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
                Assert.Contains("占本年支出91.8%", xml, StringComparison.Ordinal);
                entry.Delete();
                using var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
                writer.Write(xml.Replace("占本年支出91.8%", "占本年支出98.1%", StringComparison.Ordinal));
            }

            Run("soffice", ["-env:UserInstallation=file://" + folder.FullName + "/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, wrong]);
            return (File.ReadAllBytes(Path.Combine(folder.FullName, "wrong.pdf")), File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder.FullName, "built"), "*.pdf").Single()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.NotNull(errors);
        Assert.InRange(process.ExitCode, 0, 1);
    }
}
