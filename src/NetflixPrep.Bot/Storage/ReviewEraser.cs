using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>
/// Takes a reviewer out of other people's shared answers: what they scored stays, so that nobody loses a review they were given,
/// but neither a name nor a word. What they merely said in the threads goes.
/// </summary>
/// <param name="writeAnew">Writes the same fact at the same position, with other data.</param>
internal sealed class ReviewEraser(SqliteConnection connection, Action<Eraser.FactRow, string> writeAnew)
{
    /// <summary>The platform of people who are gone.</summary>
    public const string Gone = PersonId.Gone;

    /// <summary>Stands where their words stood.</summary>
    public const string NoWords = "(deleted by the reviewer)";

    private static readonly string[] Said = ["review-discussed", "review-discussion-edited", "review-discussion-deleted"];

    /// <returns>The streams that were changed.</returns>
    public List<StreamId> TakeOut(PersonId person, Whose whose)
    {
        var streams = connection.Query<string>($"""
            SELECT stream FROM review_seats WHERE {Whose.Theirs} AND stream NOT IN (SELECT stream FROM temp.going_streams)
            UNION
            SELECT e.stream FROM temp.going_inbound g JOIN events e ON e.inbound_id = g.id WHERE e.stream LIKE 'review/%' AND e.stream NOT IN (SELECT stream FROM temp.going_streams)
            UNION
            SELECT e.stream FROM events e WHERE e.type IN ('review-invited', 'review-flagged') AND instr(e.data, @Named) > 0 AND e.stream NOT IN (SELECT stream FROM temp.going_streams)
            ORDER BY 1
            """, new { whose.Person, whose.Everywhere, whose.Lead, whose.Tail, Named = Named(person) }).AsList();
        foreach (var stream in streams) TakeOut(stream, person, whose);
        return [.. streams.Select(StreamId.Parse)];
    }

    private void TakeOut(string stream, PersonId person, Whose whose)
    {
        var number = connection.QuerySingle<long>("SELECT count(*) + 1 FROM review_seats WHERE stream = @stream AND person LIKE 'gone:%'", new { stream });
        var nobody = new PersonId(Gone, null, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var fact in connection.Query<Eraser.FactRow>($"SELECT {Eraser.FactRow.Columns} FROM events e WHERE e.stream = @stream ORDER BY e.position", new { stream }).AsList())
        {
            var data = JsonNode.Parse(fact.Data)!.AsObject();
            if (!Rename(data, person, nobody)) continue;
            if (Said.Contains(fact.Type) && Is(data["person"], nobody))
            {
                connection.Execute("INSERT OR IGNORE INTO erasing (stream) VALUES (@Stream); DELETE FROM events WHERE position = @Position; DELETE FROM erasing;", new { fact.Stream, fact.Position });
                continue;
            }
            if (Is(data["person"], nobody)) Silence(fact.Type, data);
            writeAnew(fact, data.ToJsonString());
        }
        foreach (var table in (string[])["review_seats", "review_scores", "review_overrules"])
            connection.Execute($"UPDATE {table} SET person = @nobody WHERE stream = @stream AND {Whose.Theirs}", new { stream, nobody = nobody.ToString(), whose.Person, whose.Everywhere, whose.Lead, whose.Tail });
        // What was sent to the person, what waits for them, and results that quote them.
        connection.Execute("""
            DELETE FROM timers WHERE stream = @stream AND timer = 'seat-' || @User;
            DELETE FROM slots WHERE stream = @stream AND outbox_id IN (SELECT id FROM outbox WHERE stream = @stream AND instr(data, @Named) > 0);
            DELETE FROM slots WHERE stream = @stream AND slot = 'result' AND NOT EXISTS (SELECT 1 FROM places p WHERE p.stream = @stream AND p.lost_at IS NULL);
            DELETE FROM outbox WHERE stream = @stream AND instr(data, @Named) > 0;
            UPDATE inbound SET kind = 'erased', data = '{}' WHERE kind = 'due' AND instr(data, @Named2) > 0 AND id IN (SELECT inbound_id FROM events WHERE stream = @stream);
            """, new { stream, person.User, Named = Named(person), Named2 = $":{person.User}\"" });
        // Private lines and results hold what was typed.
        connection.Execute("DELETE FROM outbox WHERE stream = @stream AND json_extract(data, '$.quotes') = 1 AND NOT EXISTS (SELECT 1 FROM slots WHERE outbox_id = outbox.id)", new { stream });
    }

    private static string Named(PersonId person) => $"\"user\":{JsonValue.Create(person.User)!.ToJsonString()}";

    private static void Silence(string type, JsonObject data)
    {
        switch (type)
        {
            case "review-given":
                data["strength"] = NoWords;
                data["change"] = NoWords;
                foreach (var score in data["scores"]!.AsArray().OfType<JsonObject>()) score.Remove("quote");
                break;
            case "review-words-drafted":
                data["fields"] = new JsonArray();
                break;
        }
    }

    /// <summary>True when the person stood somewhere in it.</summary>
    private static bool Rename(JsonNode? node, PersonId person, PersonId nobody)
    {
        var found = false;
        if (node is JsonArray list) foreach (var item in list) found |= Rename(item, person, nobody);
        if (node is not JsonObject fields) return found;
        if (Is(fields, person))
        {
            fields["platform"] = nobody.Platform;
            fields["user"] = nobody.User;
            fields.Remove("group");
            return true;
        }
        foreach (var (_, value) in fields) found |= Rename(value, person, nobody);
        return found;
    }

    private static bool Is(JsonNode? node, PersonId person) => node is JsonObject item
        && (string?)item["user"] == person.User && (string?)item["platform"] == person.Platform && (person.Group is null || (string?)item["group"] == person.Group);
}
