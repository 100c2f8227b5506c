using System.Text.Json;

namespace NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

/// <summary>Discord's official OpenAPI file, where it is there: judges request bodies.</summary>
internal sealed class OfficialApi
{
    public const string Variable = "NETFLIXPREP_DISCORD_OPENAPI";

    private static readonly Lazy<OfficialApi?> Loaded = new(Load);

    private readonly JsonElement document;
    private readonly ClosedSchema schema;
    private readonly List<(string[] Path, JsonElement Operations)> paths;

    private OfficialApi(JsonElement document)
    {
        this.document = document;
        schema = new(document);
        paths = [.. document.GetProperty("paths").EnumerateObject().Select(path => (path.Name.Trim('/').Split('/'), path.Value))];
    }

    /// <summary>Null when the file is not there; tests that need it say so.</summary>
    public static OfficialApi? Instance => Loaded.Value;

    /// <summary>What is wrong with a request; empty when it fits the file.</summary>
    /// <param name="path">Below the API's base, without a query.</param>
    public IReadOnlyList<string> Check(string method, string path, JsonElement? body)
    {
        var segments = path.Trim('/').Split('/');
        var operations = paths.Where(candidate => Fits(candidate.Path, segments)).OrderBy(candidate => candidate.Path.Count(part => part.StartsWith('{')))
            .Select(candidate => candidate.Operations).Where(candidate => candidate.TryGetProperty(method.ToLowerInvariant(), out _)).ToList();
        if (operations is not [var operation, ..]) return [$"{method} {path} is not in Discord's file"];
        if (!operation.GetProperty(method.ToLowerInvariant()).TryGetProperty("requestBody", out var wanted))
            return body is null ? [] : [$"{method} {path} takes no body"];
        if (body is not { } sent) return [$"{method} {path} has no body"];
        return schema.Check(sent, wanted.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
    }

    /// <summary>For the check's own tests.</summary>
    public IReadOnlyList<string> CheckSchema(string name, JsonElement body) => schema.Check(body, document.GetProperty("components").GetProperty("schemas").GetProperty(name));

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static OfficialApi? Load()
    {
        var file = Environment.GetEnvironmentVariable(Variable) ?? Candidates().FirstOrDefault(File.Exists);
        return file is not null && File.Exists(file) ? new(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.Clone()) : null;
    }

    /// <summary>A folder called shared beside this project or above it.</summary>
    private static IEnumerable<string> Candidates()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "discord-openapi.json");
    }
}
