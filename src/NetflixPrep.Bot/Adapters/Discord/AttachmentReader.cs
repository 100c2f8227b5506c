using System.Text;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Fetches text files that people sent, from Discord's own hosts only, without the bot's token.</summary>
internal sealed class AttachmentReader : IDisposable
{
    /// <summary>An hour of fast typing is below 100 kB.</summary>
    public const int MaxBytes = 512 * 1024;

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;
    private readonly Uri api;
    private readonly TimeProvider time;

    public AttachmentReader(Uri api, HttpMessageHandler? handler, TimeProvider time)
    {
        http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: handler is null) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        this.api = api;
        this.time = time;
    }

    /// <summary>The text, or null when the address is not Discord's, the file is too large or no text.</summary>
    public async Task<string?> ReadAsync(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsTrusted(address)) return null;
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > MaxBytes) return null;
        await using var stream = await answer.Content.ReadAsStreamAsync(either.Token);
        var buffer = new byte[MaxBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token);
        if (read > MaxBytes) return null;
        var text = Encoding.UTF8.GetString(buffer, 0, read).TrimStart('\uFEFF');
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    public void Dispose() => http.Dispose();

    private bool IsTrusted(Uri address) =>
        (address.Scheme == "https" && address.IsDefaultPort && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || (api.IsLoopback && address.IsLoopback && address.Authority == api.Authority && address.Scheme == api.Scheme);
}
