using System.Text.Json.Nodes;
using Dapper;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>The events of all sessions in order, without what a platform names its own way.</summary>
internal static class SessionLog
{
    private static readonly string[] OfThePlatform = ["stream", "person", "place", "askedIn", "messageId", "session", "seed", "source", "candidate", "reviewer", "moderators", "channels"];

    public static List<string> Read(string file)
    {
        using var database = Database.Open(new() { Path = file });
        var streams = new List<string>();
        return database.Writer.Query<(string Stream, long Version, string Type, string Data)>("SELECT stream, version, type, data FROM events ORDER BY position")
            .Select(row => $"{Number(row.Stream)}.{row.Version} {row.Type} {Neutral(JsonNode.Parse(row.Data)!).ToJsonString()}").ToList();

        int Number(string stream)
        {
            if (!streams.Contains(stream)) streams.Add(stream);
            return streams.IndexOf(stream) + 1;
        }
    }

    private static JsonNode Neutral(JsonNode node)
    {
        if (node is JsonObject named)
            foreach (var name in OfThePlatform.Concat(named.Where(field => field.Value is JsonObject who && who.ContainsKey("user")).Select(field => field.Key).ToList())) named.Remove(name);
        foreach (var inner in node switch { JsonObject fields => fields.Select(field => field.Value), JsonArray items => items, _ => [] })
            if (inner is JsonObject or JsonArray) Neutral(inner);
        return node;
    }
}
