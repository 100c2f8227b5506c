using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>
/// What erasing means to matchings and meetings, for <see cref="Eraser"/>: a person's words and name go, the other's words stay.
/// That two met is known as long as both are.
/// </summary>
internal sealed class PairEraser(SqliteConnection connection)
{
    /// <summary>Meetings that are over, among the streams of a retention.</summary>
    public const string MarkOver = "INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM pairs WHERE stream = @stream AND status = 'over';";

    /// <summary>Their rows.</summary>
    public const string DeleteGoing = """
        DELETE FROM pair_people WHERE stream IN (SELECT stream FROM temp.going_streams);
        DELETE FROM pairs WHERE stream IN (SELECT stream FROM temp.going_streams);
        """;

    /// <summary>Meetings in which only this person is left go as a whole.</summary>
    public void MarkLast(Whose whose) => connection.Execute($"""
        INSERT OR IGNORE INTO temp.going_streams (stream)
        SELECT stream FROM pair_people WHERE {Whose.Theirs} AND NOT EXISTS (SELECT 1 FROM pair_people other WHERE other.stream = pair_people.stream AND other.person <> pair_people.person)
        """, whose);

    /// <returns>The streams that go on without the person.</returns>
    public List<StreamId> TakeOut(PersonId person, Whose whose)
    {
        var meetings = connection.Query<string>($"SELECT stream FROM pair_people WHERE {Whose.Theirs} ORDER BY stream", whose).AsList();
        foreach (var stream in meetings) TakeOutOfMeeting(stream, person);
        connection.Execute($"DELETE FROM pair_people WHERE {Whose.Theirs}", whose);
        var pools = connection.Query<string>($"SELECT stream FROM pool_members WHERE {Whose.Theirs} ORDER BY stream", whose).AsList();
        foreach (var stream in pools) TakeOutOfPool(stream, person);
        connection.Execute($"DELETE FROM pool_members WHERE {Whose.Theirs}", whose);
        return [.. meetings.Concat(pools).Select(StreamId.Parse)];
    }

    private void TakeOutOfMeeting(string stream, PersonId person)
    {
        foreach (var fact in Facts(stream).Where(fact => fact.Type == "pair-met"))
        {
            var node = JsonNode.Parse(fact.Data)!;
            var sides = node["setup"]!["sides"]!.AsArray();
            for (var side = 0; side < sides.Count; side++)
            {
                if (!Is(sides[side]!["person"], person)) continue;
                sides[side] = new JsonObject { ["person"] = new JsonObject { ["platform"] = person.Platform, ["user"] = "" }, ["zone"] = "UTC", ["quietZone"] = "UTC" };
                WriteAnew(fact, node.ToJsonString());
                Delete(stream, Facts(stream).Where(each => each.Type is "pair-said" or "pair-edited" or "pair-deleted" && (int?)JsonNode.Parse(each.Data)!["side"] == side));
            }
        }
        // What was shown names both.
        connection.Execute("DELETE FROM slots WHERE stream = @stream; DELETE FROM outbox WHERE stream = @stream;", new { stream });
    }

    private void TakeOutOfPool(string stream, PersonId person)
    {
        var facts = Facts(stream);
        Delete(stream, facts.Where(fact => JsonNode.Parse(fact.Data) is { } node && (Is(node["person"], person) || Is(node["wish"]?["person"], person))));
        foreach (var fact in facts.Where(fact => fact.Type == "pool-matched"))
        {
            var node = JsonNode.Parse(fact.Data)!.AsObject();
            if (!Is(node["with"], person) || Is(node["person"], person)) continue;
            node.Remove("with");
            WriteAnew(fact, node.ToJsonString());
        }
        connection.Execute("""
            DELETE FROM slots WHERE stream = @stream AND outbox_id IN (SELECT id FROM outbox WHERE stream = @stream AND instr(data, @Named) > 0);
            DELETE FROM outbox WHERE stream = @stream AND instr(data, @Named) > 0;
            """, new { stream, Named = $"\"user\":{JsonValue.Create(person.User)!.ToJsonString()}" });
    }

    private List<FactRow> Facts(string stream) =>
        connection.Query<FactRow>("SELECT position AS Position, stream AS Stream, version AS Version, type AS Type, data AS Data, at AS At, inbound_id AS InboundId FROM events WHERE stream = @stream ORDER BY version", new { stream }).AsList();

    private void Delete(string stream, IEnumerable<FactRow> facts) => connection.Execute(
        "INSERT OR IGNORE INTO erasing (stream) VALUES (@stream); DELETE FROM events WHERE position = @Position; DELETE FROM erasing;", facts.ToList().Select(fact => new { stream, fact.Position }));

    private void WriteAnew(FactRow fact, string data)
    {
        Delete(fact.Stream, [fact]);
        connection.Execute("INSERT INTO events (position, stream, version, type, data, at, inbound_id) VALUES (@Position, @Stream, @Version, @Type, @data, @At, @InboundId)",
            new { fact.Position, fact.Stream, fact.Version, fact.Type, data, fact.At, fact.InboundId });
    }

    private static bool Is(JsonNode? node, PersonId person) =>
        node is JsonObject item && (string?)item["user"] == person.User && (string?)item["platform"] == person.Platform && (person.Group is null || (string?)item["group"] == person.Group);

    private sealed record FactRow(long Position, string Stream, long Version, string Type, string Data, string At, long InboundId);
}
