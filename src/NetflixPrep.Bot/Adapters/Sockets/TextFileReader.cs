using System.Net.Http.Headers;
using System.Text;

namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>Fetches text files that people sent, from the platform's own hosts only.</summary>
internal sealed class TextFileReader : IDisposable
{
    /// <summary>An hour of fast typing is below 100 kB.</summary>
    public const int MaxBytes = 512 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;
    private readonly IReadOnlyList<string> hosts;
    private readonly string? token;
    private readonly Uri api;
    private readonly TimeProvider time;

    /// <param name="hosts">Where the platform keeps files; nowhere else is asked.</param>
    /// <param name="token">Sent to these hosts, where the platform wants it; else null.</param>
    /// <param name="api">Where it is this machine's, files may come from it too.</param>
    public TextFileReader(IReadOnlyList<string> hosts, string? token, Uri api, HttpMessageHandler? handler, TimeProvider time)
    {
        http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: handler is null) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        (this.hosts, this.token, this.api, this.time) = (hosts, token, api, time);
    }

    /// <summary>The text, or null when the address is not the platform's, the file is too large or no text.</summary>
    public async Task<string?> ReadAsync(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsTrusted(address)) return null;
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        using var asking = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null) asking.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead, either.Token);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > MaxBytes) return null;
        // A page to log in stands where a file is that the bot may not read.
        if (token is not null && answer.Content.Headers.ContentType?.MediaType == "text/html") return null;
        await using var stream = await answer.Content.ReadAsStreamAsync(either.Token);
        var buffer = new byte[MaxBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token);
        if (read > MaxBytes) return null;
        var text = Encoding.UTF8.GetString(buffer, 0, read).TrimStart('\uFEFF');
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    public void Dispose() => http.Dispose();

    private bool IsTrusted(Uri address) =>
        (address.Scheme == "https" && address.IsDefaultPort && hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || (api.IsLoopback && address.IsLoopback && address.Authority == api.Authority && address.Scheme == api.Scheme);
}
