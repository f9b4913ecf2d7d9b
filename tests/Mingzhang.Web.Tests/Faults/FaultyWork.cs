using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Store;
using Mingzhang.Store.Publications;
using Mingzhang.Web.Publishing;

namespace Mingzhang.Tests.Web.Faults;

/// <summary>People who go on giving documents and publishing whatever happens, and note what was acknowledged.</summary>
internal sealed class FaultyWork : IAsyncDisposable
{
    private const int UploadsOfVisitor = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600), Patience = TimeSpan.FromSeconds(10);

    private readonly FaultyMachine _machine;
    private readonly CancellationTokenSource _end = new();
    private readonly byte[] _document = File.ReadAllBytes(Directory.GetFiles(Repository.At("examples/check"), "*.txt").Single());
    private readonly Task _all;
    private int _number, _refused;

    public FaultyWork(FaultyMachine machine)
    {
        _machine = machine;
        _all = Task.WhenAll(Task.Run(Upload), Task.Run(Publish));
    }

    /// <summary>Checks that were acknowledged, with the SHA-256 of what was given.</summary>
    public ConcurrentDictionary<Guid, byte[]> Uploads { get; } = new();

    /// <summary>Publications that were acknowledged, with the department.</summary>
    public ConcurrentDictionary<Guid, string> Publications { get; } = new();

    /// <summary>What was not acknowledged.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public async Task Stop()
    {
        await _end.CancelAsync();
        await _all;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _end.Dispose();
    }

    private async Task Upload()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _machine.Address, Timeout = Patience };
        byte[] token = [];
        for (int i = 0; !_end.IsCancellationRequested; i++)
        {
            await _machine.HasRoom();
            if (i % UploadsOfVisitor == 0) token = RandomNumberGenerator.GetBytes(32);
            byte[] document = [.. _document, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n第{Interlocked.Increment(ref _number)}份\n"))];
            try
            {
                string proof = Convert.ToHexStringLower(HMACSHA256.HashData(token, "mingzhang form"u8));
                using var form = new MultipartFormDataContent { { new StringContent(proof), "proof" }, { new ByteArrayContent(document), "files", "a.txt" } };
                using var request = new HttpRequestMessage(HttpMethod.Post, "/check") { Content = form, Headers = { { "Cookie", "visit=" + Convert.ToHexStringLower(token) } } };
                using HttpResponseMessage answer = await client.SendAsync(request);
                if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && Guid.TryParse(answer.Headers.Location!.OriginalString.Split('/')[^1], out Guid id)) Uploads[id] = SHA256.HashData(document);
                else Interlocked.Increment(ref _refused);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref _refused);
            }

            await Task.Delay(Pause);
        }
    }

    private async Task Publish()
    {
        var requests = new PublicationRequests(_machine.Database);
        string text = Encoding.UTF8.GetString(_document), file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".txt");
        while (!_end.IsCancellationRequested)
        {
            await _machine.HasRoom();
            string department = string.Create(CultureInfo.InvariantCulture, $"云山{Numeral(Interlocked.Increment(ref _number))}区河湖管护局");
            await File.WriteAllTextAsync(file, text.Replace("云山区河湖管护局", department, StringComparison.Ordinal));
            try
            {
                Publications[await requests.Ask(new PublicationRequest("a.txt", false, true, "", RequestArchive.OfFiles([file])))] = department;
            }
            catch (Exception e) when (DatabaseAway.Is(e))
            {
                Interlocked.Increment(ref _refused);
            }

            await Task.Delay(Pause * 5);
        }

        File.Delete(file);
    }

    // A number as part of a name, without digits.
    private static string Numeral(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0']));
}
