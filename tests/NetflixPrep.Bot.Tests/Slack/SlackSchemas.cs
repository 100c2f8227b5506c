using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.JsonSchema;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>JSON Schemas of Slack's own TypeScript types, made on first use. They know names and places, no lengths: those are in <see cref="BlockRules"/>.</summary>
internal static class SlackSchemas
{
    private const string Generator = "ts-json-schema-generator";

    private static readonly string Generated = Path.Combine(Judge.Folder, "generated");
    private static readonly Lazy<bool> Made = new(Make);
    private static readonly ConcurrentDictionary<string, SchemaValidator> Validators = new();
    private static readonly Lock Gate = new();

    public static void SkipUnlessThere() => Judge.SkipUnlessThere(Generator);

    /// <summary>What is wrong with a payload; empty when it fits.</summary>
    /// <param name="name">A method for its arguments, "answer of method", "block", "modal", "home", "event type subtype", "slash_commands" or "interactive type".</param>
    public static IReadOnlyList<string> Check(string name, JsonNode? json)
    {
        var given = json?.DeepClone();
        if (given is JsonObject args && FakeMethod.All.ContainsKey(name))
        {
            foreach (var common in (string[])["token", "team_id", "pretty"]) args.Remove(common);
        }
        lock (Gate) // nodes read themselves lazily
        {
            var findings = Validator(name).Validate(given);
            // The types let any object with a type pass for a block among blocks.
            foreach (var block in (given?["blocks"] ?? given?["view"]?["blocks"]) as JsonArray ?? []) findings.AddRange(Validator("block").Validate(block));
            return findings;
        }
    }

    /// <summary>Whether there are types for that name.</summary>
    public static bool Knows(string name) => Made.Value && File.Exists(FileOf(name));

    /// <summary>Everything in the journal that does not fit: what the bot called with and what the fake said.</summary>
    public static IReadOnlyList<string> Findings(FakeSlack slack)
    {
        var (calls, envelopes) = slack.Locked(() => (slack.Calls.ToList(), slack.Envelopes.ToList()));
        return
        [
            .. calls.Where(call => FakeMethod.All.ContainsKey(call.Method) && call.Error != "unknown_method").SelectMany(call => Said(call.Method, call.Args)),
            .. calls.Where(call => call is { Error: null, Answer: not null } && FakeMethod.All.ContainsKey(call.Method)).SelectMany(call => Said($"answer of {call.Method}", call.Answer)),
            .. envelopes.SelectMany(Said),
        ];
    }

    private static IEnumerable<string> Said(FakeEnvelope envelope) => envelope.Type switch
    {
        "events_api" => Said($"event {envelope.Payload["event"]!["type"]} {envelope.Payload["event"]!["subtype"]}".TrimEnd(), envelope.Payload["event"]),
        "interactive" => Said($"interactive {envelope.Payload["type"]}{((string?)envelope.Payload["container"]?["type"] == "view" ? " view" : "")}", envelope.Payload),
        _ => Said(envelope.Type, envelope.Payload),
    };

    private static IEnumerable<string> Said(string name, JsonNode? json) => Knows(name) ? Check(name, json).Select(finding => $"{name}{finding}") : [];

    private static SchemaValidator Validator(string name) => Made.Value
        ? Validators.GetOrAdd(name, _ => new(JsonNode.Parse(File.ReadAllBytes(FileOf(name)))!, nullIsAbsent: !FakeMethod.All.ContainsKey(name)))
        : throw new InvalidOperationException("There are no schemas.");

    private static string FileOf(string name) => Path.Combine(Generated, name.Replace('.', '_').Replace(' ', '_') + ".json");

    /// <summary>Seven seconds the first time; kept until the packages or the wishes change.</summary>
    private static bool Make()
    {
        var stamp = Path.Combine(Generated, "stamp");
        var inputs = Convert.ToHexString(SHA256.HashData([.. ((string[])["wanted.ts", "schemas.mjs", "package-lock.json"]).SelectMany(file => File.ReadAllBytes(Path.Combine(Judge.Folder, file)))]));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == inputs) return true;
        using var node = Process.Start(new ProcessStartInfo("node", ["schemas.mjs", Generated]) { WorkingDirectory = Judge.Folder, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEnd();
        node.WaitForExit();
        if (node.ExitCode != 0) throw new InvalidOperationException($"No schemas were made: {errors}");
        File.WriteAllText(stamp, inputs);
        return true;
    }
}
