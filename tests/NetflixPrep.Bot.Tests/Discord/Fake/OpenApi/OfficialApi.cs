using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.JsonSchema;
using NetflixPrep.Bot.Tests.Tidy;

namespace NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

/// <summary>Discord's official OpenAPI file, where it is there: judges request bodies, in closed mode.</summary>
internal sealed class OfficialApi
{
    /// <summary>Names the file; without it a folder called shared beside the repository's has it.</summary>
    public const string Variable = "NETFLIXPREP_DISCORD_OPENAPI";

    public static readonly string Absent = $"skipped: Discord's OpenAPI file is not there, so no request body is checked against it (put it at ../shared/discord-openapi.json beside the repository, or set {Variable})";

    private static readonly Lazy<OfficialApi?> Loaded = new(Load);

    private readonly Lock gate = new();
    private readonly SchemaValidator schema;
    private readonly List<(string[] Path, JsonObject Operations)> paths;

    private OfficialApi(JsonNode document)
    {
        schema = new(document, closed: true);
        paths = [.. document["paths"]!.AsObject().Select(path => (path.Key.Trim('/').Split('/'), path.Value!.AsObject()))];
    }

    /// <summary>Null when the file is not there; tests that need it say so.</summary>
    public static OfficialApi? Instance => Loaded.Value;

    /// <summary>What is wrong with a request; empty when it fits the file.</summary>
    /// <param name="path">Below the API's base, without a query.</param>
    public IReadOnlyList<string> Check(string method, string path, JsonNode? body)
    {
        var segments = path.Trim('/').Split('/');
        lock (gate) // nodes read themselves lazily, and every fake has the same file
        {
            var operation = paths.Where(candidate => Fits(candidate.Path, segments)).OrderBy(candidate => candidate.Path.Count(part => part.StartsWith('{')))
                .Select(candidate => candidate.Operations[method.ToLowerInvariant()]).FirstOrDefault(candidate => candidate is not null);
            if (operation is null) return [$"{method} {path} is not in Discord's file"];
            if (operation["requestBody"] is not { } wanted) return body is null ? [] : [$"{method} {path} takes no body"];
            if (body is null) return [$"{method} {path} has no body"];
            return schema.Validate(wanted["content"]!["application/json"]!["schema"]!, body);
        }
    }

    /// <summary>Where the file is looked for, given the repository's folder and the variable's value.</summary>
    public static string FileFor(string root, string? variable) => variable is { Length: > 0 } ? variable : Path.GetFullPath(Path.Combine(root, "..", "shared", "discord-openapi.json"));

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static OfficialApi? Load()
    {
        var variable = Environment.GetEnvironmentVariable(Variable);
        var file = FileFor(Tree.Root, variable);
        if (File.Exists(file)) return new(JsonNode.Parse(File.ReadAllBytes(file))!);
        return variable is { Length: > 0 } ? throw new FileNotFoundException($"{Variable} names a file that is not there.", file) : null;
    }
}
