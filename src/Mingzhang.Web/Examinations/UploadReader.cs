using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Mingzhang.Core.Findings;
using Mingzhang.Reading.Formats;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>Takes an upload from the request as it comes, within limits, into temporary files. Nothing is parsed here but the first bytes of each file, for its kind.</summary>
/// <param name="limits">The limits.</param>
internal sealed class UploadReader(ExaminationLimits limits)
{
    private const int MostFields = 20, MostFieldLength = 4000, Around = 1024 * 1024;

    /// <summary>Takes the upload of a visitor.</summary>
    /// <exception cref="UploadRefused">It is not taken.</exception>
    public async Task<Upload> Read(HttpContext context, Visitor visitor, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            throw new UploadRefused(StatusCodes.Status415UnsupportedMediaType, new Text("请通过网页上的表单提交文件。", "Send files by the form of this page."));
        if (context.Request.ContentLength > limits.UploadBytes + Around) throw TooLarge();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.UploadBytes + Around;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<GivenFile>();
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 16 * 1024 };
            long room = limits.UploadBytes;
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)) throw Broken();
                if (!disposition.IsFileDisposition()) await ReadField(section, disposition, fields, cancel);
                else if (!visitor.Owns(fields.GetValueOrDefault(Visitor.Field))) throw Stale();
                else if (await ReadFile(section, disposition, files.Count, room, cancel) is { } file)
                {
                    room -= file.Size;
                    files.Add(file);
                }
            }

            if (!visitor.Owns(fields.GetValueOrDefault(Visitor.Field))) throw Stale();
            if (files.Count == 0) throw new UploadRefused(StatusCodes.Status400BadRequest, new Text("没有收到文件，请选择要审核的文件。", "No file came. Choose the files to check."));
            IReadOnlyList<string> names = SafeName.Different([.. files.Select(f => f.Name)]);
            return new Upload([.. files.Select((f, i) => f with { Name = names[i] })], fields);
        }
        catch (Exception e)
        {
            foreach (GivenFile file in files) await file.Content.DisposeAsync();
            if (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }) throw TooLarge();
            if (e is InvalidDataException or BadHttpRequestException || (e is IOException && !cancel.IsCancellationRequested && e.GetType() == typeof(IOException))) throw Broken();
            throw;
        }
    }

    /// <summary>A form was not made for this visitor, or long ago.</summary>
    public static UploadRefused Stale() => new(StatusCodes.Status403Forbidden, new Text(
        "页面已过期，或浏览器没有保存 Cookie。请刷新页面再提交一次。", "The page has expired, or the browser keeps no cookies. Reload it and send again."));

    private static async Task ReadField(MultipartSection section, ContentDispositionHeaderValue disposition, Dictionary<string, string> fields, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await Copy(section.Body, content, MostFieldLength, static (_, _) => { }, static () => Broken(), cancel);
        if (fields.Count >= MostFields) throw Broken();
        fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = Encoding.UTF8.GetString(content.ToArray());
    }

    private async Task<GivenFile?> ReadFile(MultipartSection section, ContentDispositionHeaderValue disposition, int before, long room, CancellationToken cancel)
    {
        string given = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value! : HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
        string name = SafeName.Of(given);
        FileStream content = Temporary();
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var start = new MemoryStream();
            long most = Math.Min(limits.FileBytes, room);
            await Copy(section.Body, content, most, (buffer, length) =>
            {
                digest.AppendData(buffer, 0, length);
                if (start.Length < DocumentSniff.Start) start.Write(buffer, 0, Math.Min(length, DocumentSniff.Start - (int)start.Length));
            }, () => room < limits.FileBytes ? TooLarge() : FileTooLarge(name), cancel);

            // A form whose file was left out sends a nameless empty one.
            if (content.Length == 0 && given.Length == 0)
            {
                await content.DisposeAsync();
                return null;
            }

            if (before >= limits.Files) throw new UploadRefused(StatusCodes.Status413PayloadTooLarge, new Text($"一次最多 {limits.Files} 个文件，可以打成 zip 压缩包。", $"At most {limits.Files} files at a time; a zip holds more."));
            (string? media, Text? problem) = DocumentSniff.Of(name, start.ToArray());
            if (media is null)
            {
                throw new UploadRefused(StatusCodes.Status415UnsupportedMediaType, new Text(
                    $"{name}：{problem!.Zh}，不能审核。请给出 PDF、Word、Excel、网页、文本或 zip。", $"{name} {problem.En} and cannot be checked. Give PDF, Word, Excel, web page, text or zip."));
            }

            content.Position = 0;
            return new GivenFile(name, media, content.Length, digest.GetHashAndReset(), content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static async Task Copy(Stream from, Stream to, long most, Action<byte[], int> seen, Func<UploadRefused> over, CancellationToken cancel)
    {
        byte[] buffer = new byte[64 * 1024];
        long taken = 0;
        while (await from.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            taken += read;
            if (taken > most) throw over();
            seen(buffer, read);
            try
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            catch (IOException)
            {
                throw new UploadRefused(StatusCodes.Status507InsufficientStorage, new Text("服务器的磁盘已满，请稍后再试。", "The server's disk is full. Try again later."));
            }
        }
    }

    private static FileStream Temporary()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(TemporaryFiles.File(), options);
    }

    private UploadRefused FileTooLarge(string name) => new(StatusCodes.Status413PayloadTooLarge, new Text(
        $"{name}：超过单个文件 {ExaminationLimits.Megabytes(limits.FileBytes)} MB 的上限。", $"{name} is larger than {ExaminationLimits.Megabytes(limits.FileBytes)} MB, the most for a file."));

    private UploadRefused TooLarge() => new(StatusCodes.Status413PayloadTooLarge, new Text(
        $"文件合计超过 {ExaminationLimits.Megabytes(limits.UploadBytes)} MB 的上限。", $"The files together are larger than {ExaminationLimits.Megabytes(limits.UploadBytes)} MB."));

    private static UploadRefused Broken() => new(StatusCodes.Status400BadRequest, new Text("没有收全，请再提交一次。", "The upload did not come whole. Send it again."));
}
