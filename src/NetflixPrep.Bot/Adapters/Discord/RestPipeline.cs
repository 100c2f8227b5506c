using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>One request to the API.</summary>
/// <param name="Route">The path with names for ids: for buckets and logs, never holds a token.</param>
/// <param name="Major">The resource that has a bucket of its own: channel, guild or webhook.</param>
/// <param name="Safe">Sending it twice does no more than sending it once.</param>
internal sealed record RestRequest(HttpMethod Method, string Route, string Path, string Major, bool Safe)
{
    public byte[]? Body { get; init; }

    /// <summary>Sent beside the body, as parts of one form.</summary>
    public UploadedFile? Upload { get; init; }

    /// <summary>The first answer to an interaction: no bot token, no limits, one try, little time.</summary>
    public bool IsCallback { get; init; }

    /// <summary>Carries its own token in the path, so the bot's is not sent.</summary>
    public bool IsWebhook { get; init; }

    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Sends requests as Discord wants them: limits, retries where they are safe, tokens only where they belong.</summary>
internal sealed class RestPipeline : IDisposable
{
    /// <summary>A longer wait is given back to the caller, who has other things to do meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan CallbackTimeout = TimeSpan.FromSeconds(2.5);
    private const int Tries = 4;

    private readonly HttpClient http;
    private readonly Uri root;
    private readonly string token;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly RateBuckets buckets;
    private readonly GlobalLimit global;
    private readonly InvalidRequestGuard guard;
    private volatile bool unauthorised;
    private int warned;

    public RestPipeline(DiscordOptions options, HttpMessageHandler? handler, TimeProvider time, ILogger logger)
    {
        if (!WireSafety.IsSafe(options.ApiBaseUrl)) throw new ArgumentException("The API address must be https, or this machine.", nameof(options));
        http = new(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }, disposeHandler: handler is null)
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan, // each try has its own
        };
        root = options.ApiBaseUrl.OriginalString.EndsWith('/') ? options.ApiBaseUrl : new(options.ApiBaseUrl.OriginalString + "/");
        token = options.Token ?? "";
        this.time = time;
        this.logger = logger;
        buckets = new(time);
        global = new(options.RequestsPerSecond, time);
        guard = new(time);
    }

    /// <summary>The answer's JSON; undefined when it had none.</summary>
    /// <exception cref="DiscordException">Discord refused; <see cref="DiscordException.RetryAfter"/> is set when later may help.</exception>
    /// <exception cref="HttpRequestException">Discord could not be reached, as often as it was safe to try.</exception>
    public async Task<JsonElement> SendAsync(RestRequest request, CancellationToken ct)
    {
        var waits = Backoff.Delays(Chance.From(request.Path)).GetEnumerator();
        for (var attempt = 1; ; attempt++)
        {
            if (unauthorised && !request.IsCallback && !request.IsWebhook) throw new DiscordException(401, 0, $"{request}: Discord does not accept the token.");
            if (guard.Wait() is var still && still > TimeSpan.Zero) throw new DiscordException(429, 0, $"{request}: too many refused requests, the bot keeps still.") { RetryAfter = still };
            var mayRetry = request.Safe && !request.IsCallback && attempt < Tries;
            try
            {
                return await OnceAsync(request, ct);
            }
            catch (DiscordException limited) when (limited is { Status: 429, RetryAfter: { } wait } && !request.IsCallback && attempt < Tries && wait <= LongestWait)
            {
                await Task.Delay(wait, time, ct);
                continue;
            }
            catch (DiscordException failed) when (failed.Status >= 500 && mayRetry)
            {
                RestLog.Retrying(logger, request.Route, failed.Status);
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException or TimeoutException && mayRetry)
            {
                RestLog.Retrying(logger, request.Route, 0);
            }
            waits.MoveNext();
            await Task.Delay(waits.Current, time, ct);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> OnceAsync(RestRequest request, CancellationToken ct)
    {
        if (request.IsCallback)
        {
            using var hurried = await TransmitAsync(request, CallbackTimeout, ct);
            return await ReadAsync(request, hurried, null, ct);
        }
        using var lease = await buckets.EnterAsync(request.ToString(), request.Major, ct);
        if (!request.IsWebhook) await global.EnterAsync(ct);
        using var answer = await TransmitAsync(request, request.Upload is null ? Timeout : UploadTimeout, ct);
        return await ReadAsync(request, answer, lease, ct);
    }

    private async Task<HttpResponseMessage> TransmitAsync(RestRequest request, TimeSpan patience, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(root, request.Path));
        message.Headers.TryAddWithoutValidation("User-Agent", DiscordOptions.UserAgent);
        if (request is { IsCallback: false, IsWebhook: false }) message.Headers.Authorization = new("Bot", token);
        if (request.Body is { } body) message.Content = Content(body, request.Upload);
        else if (request.Method != HttpMethod.Get) message.Content = new ByteArrayContent([]);
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{request}: no answer in {patience.TotalSeconds} s.");
        }
    }

    private static HttpContent Content(byte[] body, UploadedFile? upload)
    {
        var json = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (upload is null) return json;
        return new MultipartFormDataContent
        {
            { json, "payload_json" },
            { new ByteArrayContent(upload.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "files[0]", upload.Name },
        };
    }

    private async Task<JsonElement> ReadAsync(RestRequest request, HttpResponseMessage answer, RateBuckets.Lease? lease, CancellationToken ct)
    {
        var status = (int)answer.StatusCode;
        var json = Parse(await answer.Content.ReadAsByteArrayAsync(ct));
        var scope = Header(answer, "X-RateLimit-Scope");
        lease?.Observe(new(Header(answer, "X-RateLimit-Bucket"), (int?)Number(answer, "X-RateLimit-Remaining"), Seconds(Number(answer, "X-RateLimit-Reset-After"))));
        var refusals = guard.Observe(status, shared: scope == "shared");
        if (refusals >= InvalidRequestGuard.WarnAt && Interlocked.Exchange(ref warned, 1) == 0) RestLog.ManyRefusals(logger, refusals);
        if (refusals < InvalidRequestGuard.WarnAt) warned = 0;
        if (answer.IsSuccessStatusCode) return json;
        if (status == 401 && request is { IsCallback: false, IsWebhook: false }) unauthorised = true;
        TimeSpan? retryAfter = null;
        var code = (int)(json.Int("code") ?? 0);
        if (status == 429)
        {
            var pause = TimeSpan.FromSeconds(Math.Clamp(json.Real("retry_after") ?? Number(answer, "Retry-After") ?? 1, 0, 86_400));
            retryAfter = pause;
            RestLog.Limited(logger, request.Route, scope ?? "unknown", pause);
            if (json.Flag("global") || scope == "global") global.Pause(pause);
            else lease?.Observe(new(null, 0, pause));
        }
        else
        {
            RestLog.Refused(logger, request.Route, status, code);
        }
        // Discord's own message names fields and rules, not values; it still is cut, to be sure.
        throw new DiscordException(status, code, $"{request}: {status} {code} {DiscordLimits.Cut(json.Text("message") ?? "", 120)}") { RetryAfter = retryAfter };
    }

    private static JsonElement Parse(byte[] bytes)
    {
        if (bytes.Length == 0) return default;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default; // a proxy's page: the status says enough
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseMessage answer, string name) =>
        double.TryParse(Header(answer, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan? Seconds(double? seconds) => seconds is { } some ? TimeSpan.FromSeconds(Math.Clamp(some, 0, 86_400)) : null;
}
