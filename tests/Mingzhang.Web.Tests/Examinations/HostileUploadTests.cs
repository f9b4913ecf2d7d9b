using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mingzhang.Tests.Web.Examinations;

/// <summary>Uploads that mean harm, or are simply wrong: nothing is executed, nothing comes back as markup, and the message says what to do.</summary>
[Collection(SharedWeb.Name)]
public sealed class HostileUploadTests(RunningWeb web) : IDisposable
{
    private const string Evil = "</p></script><script>alert(1)</script>\"' onload=alert(1) <img src=x onerror=alert(1)>";

    private readonly CheckVisit _visit = new(web.Address ?? new Uri("http://127.0.0.1"));

    public void Dispose() => _visit.Dispose();

    [StoreFact]
    public async Task Markup_in_the_document_its_name_and_its_figures_stays_text()
    {
        string text = Encoding.UTF8.GetString(CheckVisit.Example).Replace("云山区河湖管护局", "云山" + Evil + "局", StringComparison.Ordinal).Replace("办公费", "=cmd|' /C calc'!A0", StringComparison.Ordinal);
        string path = await _visit.Check(($"{Evil}.txt", Encoding.UTF8.GetBytes(text)));
        foreach (string page in new[] { await _visit.Page(path), await _visit.Page("/en" + path), await _visit.Page("/check"), await _visit.Page(path + "/delete") })
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;alert(1)", await _visit.Page(path), StringComparison.Ordinal);
        string cells = await _visit.Page(path + "/exports/cells");
        Assert.DoesNotContain(",=cmd", cells, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=cmd", cells, StringComparison.Ordinal);
        using HttpResponseMessage forms = await _visit.Get(path + "/exports/forms");
        using var workbook = new ZipArchive(await forms.Content.ReadAsStreamAsync());
        foreach (ZipArchiveEntry sheet in workbook.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            Assert.DoesNotContain("<f>", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [StoreTheory]
    [InlineData("../../../../tmp/x.txt")]
    [InlineData("..\\..\\x.txt")]
    [InlineData("a\u0001b\u202Ec.txt")]
    [InlineData("'; drop table visit; --.txt")]
    [InlineData("-o x.txt")]
    [InlineData("$(touch x).txt")]
    [InlineData("con.txt")]
    public async Task Names_do_no_harm(string name)
    {
        string path = await _visit.Check((name, CheckVisit.Example));
        Assert.Contains("云山区河湖管护局", await _visit.Page(path), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_very_long_name_is_cut() => await _visit.Check((new string('长', 3000) + ".txt", CheckVisit.Example));

    [StoreTheory]
    [InlineData("picture.pdf", "\u0089PNG\r\n\u001a\n", "PNG")]
    [InlineData("program.docx", "\u007fELF\u0002\u0001", "可执行")]
    [InlineData("archive.zip", "Rar!\u001a\u0007", "RAR")]
    [InlineData("zeros.txt", "abc\0\0\0def", "二进制")]
    [InlineData("empty.pdf", "", "空的")]
    public async Task Wrong_kinds_are_refused_by_what_they_hold(string name, string start, string why)
    {
        using HttpResponseMessage answer = await _visit.Upload("/check", true, (name, Encoding.Latin1.GetBytes(start)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("a.pdf", "%PDF-1.7\n<< /Root 1 0 R >> trailer")]
    [InlineData("b.docx", "PK\u0003\u0004 not a package")]
    [InlineData("c.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 broken")]
    [InlineData("d.html", "<html><script>alert(1)</script><body>没有数据")]
    [InlineData("e.txt", "<script>alert(1)</script>")]
    public async Task Broken_documents_end_with_a_message(string name, string content)
    {
        string page = await _visit.Page(await _visit.Check((name, Encoding.Latin1.GetBytes(content))));
        Assert.Contains("没有结果", page, StringComparison.Ordinal);
        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Bombs_are_refused_by_the_limits_of_the_command()
    {
        string entity = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        byte[] xml = ZipFiles.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"{entity}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"));
        Assert.Contains("没有结果", await _visit.Page(await _visit.Check(("xml.docx", xml))), StringComparison.Ordinal);
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using Stream entry = archive.CreateEntry("a.txt", CompressionLevel.Fastest).Open();
            byte[] zeros = Encoding.ASCII.GetBytes(new string('0', 1 << 20));
            for (int i = 0; i < 300; i++) await entry.WriteAsync(zeros);
        }

        Assert.Contains("没有结果", await _visit.Page(await _visit.Check(("bomb.zip", packed.ToArray()))), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Too_many_files_are_refused()
    {
        using HttpResponseMessage answer = await _visit.Upload("/check", true, [.. Enumerable.Range(0, 21).Select(i => ($"{i}.txt", "x"u8.ToArray()))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("20", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_file_beyond_the_limit_is_refused_and_nothing_is_kept()
    {
        byte[] large = new byte[51 * 1024 * 1024];
        large.AsSpan().Fill((byte)'a');
        using HttpResponseMessage answer = await _visit.Upload("/check", true, ("large.txt", large));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("50 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("large.txt</a>", await _visit.Page("/check"), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("Content-Length: 9999999999999")]
    [InlineData("Content-Length: 200000000")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 10")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_lie_about_the_length_gets_an_answer_and_the_server_goes_on(string header)
    {
        string proof = await _visit.Proof();
        string token = _visit.Cookies.GetCookies(web.Address)["visit"]!.Value;
        string body = $"--b\r\nContent-Disposition: form-data; name=\"proof\"\r\n\r\n{proof}\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nabc\r\n--b--\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync(web.Address.Host, web.Address.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /check HTTP/1.1\r\nHost: x\r\nCookie: visit={token}\r\nContent-Type: multipart/form-data; boundary=b\r\n{header}\r\nConnection: close\r\n\r\n{body}"));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync();
        Assert.Matches("^(HTTP/1.1 4|$)", answer.Split('\n')[0]);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        await _visit.Page("/check");
    }

    [StoreTheory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=\"\"", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "nothing of it")]
    public async Task Forms_that_are_none_are_refused(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        await _visit.Proof();
        using HttpResponseMessage answer = await _visit.Post("/check", content);
        Assert.InRange((int)answer.StatusCode, 400, 415);
    }

    [StoreFact]
    public async Task An_upload_without_proof_is_refused()
    {
        await _visit.Proof();
        using var form = new MultipartFormDataContent { { new StringContent(new string('a', 64)), "proof" }, { new ByteArrayContent(CheckVisit.Example), "files", "a.txt" } };
        using HttpResponseMessage answer = await _visit.Post("/check", form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [StoreTheory]
    [InlineData("doc", Evil)]
    [InlineData("finding", Evil)]
    [InlineData("decision", Evil)]
    [InlineData("from", "?severity=" + Evil + "&x=//evil.example/")]
    [InlineData("proof", Evil)]
    public async Task Every_field_of_a_decision_may_hold_anything(string field, string value)
    {
        string path = await _visit.Check(("a.txt", CheckVisit.Example)), proof = await _visit.Proof();
        var fields = new Dictionary<string, string> { ["proof"] = proof, ["doc"] = "1", ["finding"] = "d9e1b8cd1960", ["decision"] = "accepted", ["reason"] = Evil, ["from"] = "", [field] = value };
        using HttpResponseMessage answer = await _visit.Post(path + "/decisions", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        if (answer.Headers.Location is { } to) Assert.StartsWith(path, to.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await _visit.Page(path), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Too_many_uploads_in_an_hour_are_put_off()
    {
        HttpStatusCode last = HttpStatusCode.OK;
        for (int i = 0; i < 61; i++)
        {
            using HttpResponseMessage answer = await _visit.Upload("/check", true, ("a.pdf", []));
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        using var other = new CheckVisit(web.Address);
        using HttpResponseMessage free = await other.Upload("/check", true, ("a.pdf", []));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, free.StatusCode);
    }
}
