using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>What goes wrong once with a request.</summary>
internal sealed record FakeFault(string Method, string PathPart, int Status)
{
    /// <summary>How many requests it hits.</summary>
    public int Times { get; set; } = 1;

    public JsonObject? Body { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The request has its effect, then the connection breaks before the answer.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Hits only requests whose body holds this.</summary>
    public string Holding { get; init; } = "";

    public bool Hits(string method, string path, JsonNode? body) => Times > 0 && Method == method && path.Contains(PathPart, StringComparison.Ordinal)
        && (Holding.Length == 0 || body?.ToJsonString().Contains(Holding, StringComparison.Ordinal) == true);

    public static FakeFault Code(string method, string path, int status, int code, string message = "refused") =>
        new(method, path, status) { Body = new() { ["code"] = code, ["message"] = message } };

    /// <param name="scope">user, shared or global.</param>
    public static FakeFault Limited(string method, string path, string scope, double retryAfter) => new(method, path, 429)
    {
        Body = new() { ["message"] = "You are being rate limited.", ["retry_after"] = retryAfter, ["global"] = scope == "global" },
        Headers = new() { ["X-RateLimit-Scope"] = scope, ["Retry-After"] = Math.Ceiling(retryAfter).ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    public static FakeFault LostAnswer(string method, string path) => new(method, path, 0) { AfterEffect = true };
}
