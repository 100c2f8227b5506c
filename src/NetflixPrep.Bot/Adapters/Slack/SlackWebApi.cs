using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>One call of a method.</summary>
internal sealed record SlackCall(SlackMethod Method)
{
    /// <summary>Arguments as JSON; or else as <see cref="Fields"/>.</summary>
    public byte[]? Json { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The channel that a message goes to, for its pace.</summary>
    public string? Channel { get; init; }

    /// <summary>Names what the call sets, when only the newest value matters.</summary>
    public string? Same { get; init; }

    /// <summary>Answers somebody who waits three seconds: one try, no queue, little time.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>Calls Slack's Web API: pace, retries where they are safe, and one place that says what an answer means.</summary>
internal sealed class SlackWebApi : IDisposable
{
    /// <summary>A longer wait is given back to the caller, who has other things to do meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UrgentTimeout = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan NoPauseSaid = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromSeconds(60);
    private static readonly string[] ResponseHosts = ["hooks.slack.com", "hooks.slack-gov.com"];
    private static readonly string[] UploadHosts = ["files.slack.com", "files.slack-gov.com"];
    private const int Tries = 4;

    private readonly HttpClient http;
    private readonly SlackOptions options;
    private readonly Uri root;
    private readonly SlackRateGate gate;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    public SlackWebApi(SlackOptions options, SlackRateGate gate, HttpMessageHandler? handler, TimeProvider time, ILogger logger)
    {
        if (!WireSafety.IsSafe(options.ApiBaseUrl)) throw new ArgumentException("The API address must be https, or this machine.", nameof(options));
        http = new(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }, disposeHandler: handler is null)
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan, // each try has its own
        };
        root = options.ApiBaseUrl.OriginalString.EndsWith('/') ? options.ApiBaseUrl : new(options.ApiBaseUrl.OriginalString + "/");
        (this.options, this.gate, this.time, this.logger) = (options, gate, time, logger);
    }

    /// <summary>Calls once, or more often where that is safe. Throws only when cancelled.</summary>
    public async Task<SlackOutcome> CallAsync(SlackCall call, CancellationToken ct)
    {
        using var waits = Backoff.Delays(Chance.From(call.Method.Name)).GetEnumerator();
        for (var attempt = 1; ; attempt++)
        {
            if (!call.IsUrgent && await gate.EnterAsync(call.Method, call.Channel, call.Same, LongestWait, ct) is var (pass, tooLong))
            {
                if (pass == Pass.Superseded) return new SlackOutcome.Superseded();
                if (tooLong is { } wait) return new SlackOutcome.RateLimited(wait);
            }
            var outcome = await OnceAsync(call, ct);
            if (outcome is SlackOutcome.RateLimited { RetryAfter: var pause })
            {
                gate.Pause(call.Method, pause);
                SlackApiLog.Limited(logger, call.Method.Name, pause);
                if (call.IsUrgent || attempt >= Tries || pause > LongestWait) return outcome;
                await Task.Delay(pause, time, ct);
                continue;
            }
            if (outcome is SlackOutcome.ApiError refused) SlackApiLog.Refused(logger, call.Method.Name, refused.Code, refused.Detail);
            var mayRetry = !call.IsUrgent && attempt < Tries && (outcome is SlackOutcome.Transient || (outcome is SlackOutcome.Ambiguous && call.Method.Repeat == Repeat.Safe));
            if (!mayRetry) return outcome;
            SlackApiLog.Retrying(logger, call.Method.Name, outcome is SlackOutcome.Transient { Why: var why } ? why : "no answer");
            waits.MoveNext();
            await Task.Delay(waits.Current, time, ct);
        }
    }

    /// <summary>Answers a command or press at the address that came with it, which needs no token.</summary>
    public async Task<SlackOutcome> RespondAsync(string url, byte[] json, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsSlacks(address, ResponseHosts)) return new SlackOutcome.ApiError("no_response_url", null);
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = Body(json) };
        return await TransmitAsync(message, UrgentTimeout * 2, async answer =>
        {
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return new SlackOutcome.RateLimited(Pause(answer));
            if ((int)answer.StatusCode >= 500) return new SlackOutcome.Ambiguous($"status {(int)answer.StatusCode}");
            // "ok" as text, or JSON; a used or old address says so in one word.
            var text = await answer.Content.ReadAsStringAsync(ct);
            if (answer.IsSuccessStatusCode && !text.Contains("\"ok\":false", StringComparison.Ordinal)) return new SlackOutcome.Ok(default, []);
            return new SlackOutcome.ApiError(Word(text), null);
        }, ct);
    }

    /// <summary>Uploads a file's bytes to an address that Slack gave for it, which needs no token. Nobody sees anything before the upload is completed, so it may be repeated.</summary>
    public async Task<SlackOutcome> UploadAsync(string url, byte[] bytes, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsSlacks(address, UploadHosts)) return new SlackOutcome.ApiError("no_upload_url", null);
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } } };
        var outcome = await TransmitAsync(message, UploadTimeout, answer => Task.FromResult<SlackOutcome>(answer switch
        {
            { IsSuccessStatusCode: true } => new SlackOutcome.Ok(default, []),
            { StatusCode: HttpStatusCode.TooManyRequests } => new SlackOutcome.RateLimited(Pause(answer)),
            _ => new SlackOutcome.Transient($"the upload ended with status {(int)answer.StatusCode}"),
        }), ct);
        return outcome is SlackOutcome.Ambiguous lost ? new SlackOutcome.Transient(lost.Why) : outcome;
    }

    public void Dispose() => http.Dispose();

    private async Task<SlackOutcome> OnceAsync(SlackCall call, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(root, call.Method.Name));
        message.Headers.Authorization = new("Bearer", call.Method == SlackMethod.OpenConnection ? options.AppToken : options.BotToken);
        message.Content = call.Json is { } json ? Body(json) : new FormUrlEncodedContent(call.Fields);
        return await TransmitAsync(message, call.IsUrgent ? UrgentTimeout : Timeout, async answer => Judge(call.Method, answer, await answer.Content.ReadAsByteArrayAsync(ct)), ct);
    }

    private async Task<SlackOutcome> TransmitAsync(HttpRequestMessage message, TimeSpan patience, Func<HttpResponseMessage, Task<SlackOutcome>> judge, CancellationToken ct)
    {
        message.Headers.TryAddWithoutValidation("User-Agent", SlackOptions.UserAgent);
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            return await judge(answer);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SlackOutcome.Ambiguous($"no answer in {patience.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException unsent) when (unsent.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SlackOutcome.Transient(unsent.HttpRequestError.ToString());
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return new SlackOutcome.Ambiguous("the connection broke");
        }
    }

    private static SlackOutcome Judge(SlackMethod method, HttpResponseMessage answer, byte[] bytes)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests) return new SlackOutcome.RateLimited(Pause(answer));
        var json = Parse(bytes);
        if (json.Flag("ok")) return new SlackOutcome.Ok(json, Scopes(answer));
        if (json.Text("error") is not { } code)
        {
            // A proxy's page, or half an answer: what it was about may have been done.
            return new SlackOutcome.Ambiguous($"status {(int)answer.StatusCode}");
        }
        if (code is "ratelimited" or "rate_limited") return new SlackOutcome.RateLimited(Pause(answer));
        if (SlackCode.IsDoubtful(code)) return new SlackOutcome.Ambiguous(code);
        if (SlackCode.IsTransient(code)) return new SlackOutcome.Transient(code);
        if (SlackCode.Fatal(code, method) is { } sentence) return new SlackOutcome.Fatal(code, sentence);
        return new SlackOutcome.ApiError(code, Detail(json));
    }

    /// <summary>Slack's remarks name fields and rules; they are cut, to be sure that nobody's words get into a log.</summary>
    private static string? Detail(JsonElement json)
    {
        if (json.Text("needed") is { } scope) return $"needs the scope {scope}";
        var remarks = (json.Get("response_metadata")?.List("messages") ?? []).Where(one => one.ValueKind == JsonValueKind.String).Select(one => SlackLimits.Cut(one.GetString()!, 120)).Take(3).ToList();
        return remarks.Count > 0 ? string.Join("; ", remarks) : null;
    }

    private static string[] Scopes(HttpResponseMessage answer) => answer.Headers.TryGetValues("x-oauth-scopes", out var values)
        ? [.. values.SelectMany(value => value.Split(',')).Select(scope => scope.Trim()).Where(scope => scope.Length > 0)] : [];

    private static TimeSpan Pause(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 3600)) : NoPauseSaid;

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
            return default;
        }
    }

    private static string Word(string text) => text.Length is > 0 and <= 40 && text.All(letter => char.IsAsciiLetter(letter) || letter == '_') ? text : "response_refused";

    private bool IsSlacks(Uri address, string[] hosts) =>
        (address.Scheme == "https" && address.IsDefaultPort && hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || (root.IsLoopback && address.IsLoopback && address.Authority == root.Authority && address.Scheme == root.Scheme);

    private static ByteArrayContent Body(byte[] json) => new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
}

internal static partial class SlackApiLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{Method} failed ({Why}); it is tried again.")]
    public static partial void Retrying(ILogger logger, string method, string why);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Warning, Message = "{Method} is limited for {Pause}.")]
    public static partial void Limited(ILogger logger, string method, TimeSpan pause);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Information, Message = "{Method} was refused: {Code} {Detail}")]
    public static partial void Refused(ILogger logger, string method, string code, string? detail);
}
