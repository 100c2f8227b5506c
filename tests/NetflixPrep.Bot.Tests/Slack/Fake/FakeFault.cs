using System.Globalization;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What goes wrong with a call. The method is a Web API name, <see cref="ResponseUrl"/>, <see cref="Upload"/>, <see cref="Download"/> or * for every Web API method.</summary>
internal sealed record FakeFault(string Method)
{
    public const string ResponseUrl = "response_url";
    public const string Upload = "upload";
    public const string Download = "download";

    /// <summary>How many calls it hits.</summary>
    public int Times { get; set; } = 1;

    public int Status { get; init; } = 200;

    /// <summary>What is answered in place of the truth; null breaks the connection.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The call has its effect before it goes wrong.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>The answer is the truth but comes this late, on the fake's clock.</summary>
    public TimeSpan? Late { get; init; }

    /// <summary>Hits only calls whose arguments hold this.</summary>
    public string Holding { get; init; } = "";

    public bool Hits(string method, JsonObject args) => Times > 0 && (Method == method || (Method == "*" && method.Contains('.', StringComparison.Ordinal)))
        && (Holding.Length == 0 || args.ToJsonString().Contains(Holding, StringComparison.Ordinal));

    /// <summary>429; Slack does not promise JSON with it, nor the header.</summary>
    public static FakeFault Limited(string method, int times = 1, int? retryAfter = 1, bool json = false) => new(method)
    {
        Times = times,
        Status = 429,
        Body = json ? """{"ok":false,"error":"ratelimited"}""" : "",
        ContentType = json ? "application/json; charset=utf-8" : "text/plain",
        Headers = retryAfter is { } seconds ? new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } : [],
    };

    /// <summary>200 with ok:false; nothing is done.</summary>
    public static FakeFault Error(string method, string error, int times = 1) => new(method) { Times = times, Body = new JsonObject { ["ok"] = false, ["error"] = error }.ToJsonString() };

    /// <summary>5xx with a page of HTML; nothing is done unless said so.</summary>
    public static FakeFault Broken(string method, int status = 503, bool afterEffect = false) => new(method)
    {
        Status = status,
        Body = "<html><body><h1>Something is on fire</h1></body></html>",
        ContentType = "text/html; charset=utf-8",
        AfterEffect = afterEffect,
    };

    /// <summary>It is done, then the connection breaks before the answer.</summary>
    public static FakeFault LostAnswer(string method) => new(method) { AfterEffect = true };

    /// <summary>The connection breaks and nothing is done.</summary>
    public static FakeFault LostCall(string method) => new(method);

    /// <summary>It is done and the error says that it may not be.</summary>
    public static FakeFault Fatal(string method) => new(method) { AfterEffect = true, Body = """{"ok":false,"error":"fatal_error"}""" };

    /// <summary>It is done at once and answered late.</summary>
    public static FakeFault Slow(string method, TimeSpan late) => new(method) { AfterEffect = true, Late = late };

    /// <summary>200 whose body is not the JSON it claims to be.</summary>
    public static FakeFault Garbage(string method) => new(method) { Body = """{"ok":tr""" };
}

/// <summary>How the fake's sockets behave; a test sets what it needs.</summary>
internal sealed class FakeSocketRules
{
    public int MostSockets { get; set; } = 10;

    /// <summary>How many sockets get no hello; they get no envelopes either.</summary>
    public int HellosWithheld { get; set; }

    /// <summary>How many connections are refused with 503.</summary>
    public int Refuses { get; set; }

    /// <summary>How many acknowledgements get lost on their way: Slack delivers again.</summary>
    public int LosesAcks { get; set; }

    /// <summary>How many envelopes are sent twice, with the same id and no retry mark.</summary>
    public int Doubles { get; set; }

    /// <summary>Counts what is not acknowledged within three seconds as a violation. Off in a test whose clock jumps, or that withholds acknowledgements on purpose.</summary>
    public bool ChecksAcks { get; set; } = true;

    /// <summary>WebSocket pings, on the fake's clock; zero: none.</summary>
    public TimeSpan PingEvery { get; set; }

    /// <summary>Answers a close frame but keeps the TCP connection, as Slack does.</summary>
    public bool KeepsTcp { get; set; }

    public int ApproximateConnectionTime { get; set; } = 18060;

    /// <summary>How long a socket stays after a disconnect frame when the client does not close it.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(10);
}
