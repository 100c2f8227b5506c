using System.Text.Json.Nodes;
using Dapper;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>What is erased of committees: a candidate's with all in it, a voter's vote, a reviewer's name and words, quotes of a session that is gone.</summary>
internal sealed partial class Eraser
{
    private const string ConvenedFacts = $"SELECT {FactRow.Columns} FROM committees c JOIN events e ON e.stream = c.stream AND e.type = 'committee-convened'";

    /// <summary>Those that are over go with the first session or drill that they quote.</summary>
    private void MarkCommittees(IReadOnlyList<StreamId> streams) => connection.Execute("""
        INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM committees WHERE stream = @stream AND status <> 'open';
        INSERT OR IGNORE INTO temp.going_streams (stream)
            SELECT c.stream FROM committee_rounds r JOIN committees c ON c.stream = r.stream WHERE r.source = @stream AND c.status = 'closed';
        INSERT OR IGNORE INTO temp.going_streams (stream)
            SELECT c.stream FROM committees c JOIN events e ON e.stream = c.stream AND e.type = 'committee-convened' JOIN json_each(e.data, '$.packet.rounds') r
            WHERE c.status = 'withdrawn' AND json_extract(r.value, '$.source.kind') || '/' || json_extract(r.value, '$.source.key') = @stream;
        """, streams.Select(stream => new { stream = stream.ToString() }));

    private void MarkInboundOfCommittees() => connection.Execute("""
        INSERT OR IGNORE INTO temp.going_inbound (id)
        SELECT i.id FROM outbox o JOIN inbound i ON i.id = o.inbound_id JOIN committees c ON c.stream = o.stream
        WHERE o.stream IN (SELECT stream FROM temp.going_streams) AND i.kind IN ('command', 'choice', 'form', 'due');
        """);

    private void DeleteCommittees() => connection.Execute("""
        DELETE FROM committee_votes WHERE stream IN (SELECT stream FROM temp.going_streams);
        DELETE FROM committee_rounds WHERE stream IN (SELECT stream FROM temp.going_streams);
        DELETE FROM committees WHERE stream IN (SELECT stream FROM temp.going_streams);
        """);

    /// <summary>Other people's committees go on without the person's vote; what they scored as a reviewer stays, without name and words, as in the shared answer itself.</summary>
    private List<StreamId> TakeOutOfCommittees(Whose whose, PersonId person)
    {
        var streams = connection.Query<string>($"SELECT stream FROM committee_votes WHERE {Whose.Theirs} ORDER BY stream", whose).AsList();
        foreach (var stream in streams)
        {
            connection.Execute("""
                INSERT OR IGNORE INTO erasing (stream) VALUES (@stream);
                DELETE FROM events WHERE stream = @stream AND type = 'committee-vote-given'
                AND json_extract(data, '$.person.platform') || ':' = @Lead AND ':' || json_extract(data, '$.person.user') = @Tail;
                DELETE FROM erasing;
                """, new { stream, whose.Lead, whose.Tail });
        }
        connection.Execute($"DELETE FROM committee_votes WHERE {Whose.Theirs}", whose);
        var facts = connection.Query<FactRow>($"""{ConvenedFacts} WHERE @Group IS NULL OR c."group" = @Stream""", new { person.Group, Stream = $"group/{person.Platform}:{person.Group}" }).AsList();
        foreach (var fact in facts)
        {
            var node = JsonNode.Parse(fact.Data)!;
            var reviews = Rounds(node).SelectMany(round => round["reviews"]!.AsArray().Select(review => review!.AsObject())).ToList();
            var theirs = reviews.Where(review => Is(review["reviewer"]!.AsObject(), person)).ToList();
            if (theirs.Count == 0) continue;
            var gone = reviews.Count(review => (string?)review["reviewer"]!["platform"] == ReviewEraser.Gone);
            foreach (var review in theirs) Silence(review, gone + 1);
            WriteAnew(fact, node.ToJsonString());
            streams.Add(fact.Stream);
        }
        return DropQuoting(streams);
    }

    /// <summary>A committee that is open goes on without the quotes of a session or drill that is gone; what peers scored stays.</summary>
    private List<StreamId> TakeQuotesOutOfCommittees()
    {
        var facts = connection.Query<FactRow>($"""
            {ConvenedFacts} WHERE c.status = 'open' AND c.stream IN (SELECT r.stream FROM committee_rounds r JOIN temp.going_streams g ON g.stream = r.source)
            """).AsList();
        var going = connection.Query<string>("SELECT stream FROM temp.going_streams").ToHashSet();
        foreach (var fact in facts)
        {
            var node = JsonNode.Parse(fact.Data)!;
            foreach (var round in Rounds(node).Where(round => going.Contains($"{(string?)round["source"]!["kind"]}/{(string?)round["source"]!["key"]}")))
                foreach (var score in round["reviews"]!.AsArray().SelectMany(review => review!["scores"]!.AsArray())) score!.AsObject().Remove("quote");
            WriteAnew(fact, node.ToJsonString());
        }
        return DropQuoting([.. facts.Select(fact => fact.Stream)]);
    }

    /// <summary>What was shown or is on its way with the words in it. Packet and result are never changed in place, so nobody looks for their messages again.</summary>
    private List<StreamId> DropQuoting(List<string> streams)
    {
        connection.Execute("""
            DELETE FROM slots WHERE stream = @stream AND slot IN ('packet', 'result');
            DELETE FROM outbox WHERE stream = @stream AND json_extract(data, '$.quotes') = 1 AND NOT EXISTS (SELECT 1 FROM slots WHERE outbox_id = outbox.id);
            """, streams.Distinct().Select(stream => new { stream }));
        return [.. streams.Distinct().Select(StreamId.Parse)];
    }

    private static IEnumerable<JsonObject> Rounds(JsonNode convened) => convened["packet"]!["rounds"]!.AsArray().Select(round => round!.AsObject());

    /// <param name="number">Tells those who are gone apart.</param>
    private static void Silence(JsonObject review, int number)
    {
        review["reviewer"] = new JsonObject { ["platform"] = ReviewEraser.Gone, ["user"] = $"c{number}" };
        review["strength"] = ReviewEraser.NoWords;
        review["change"] = ReviewEraser.NoWords;
        foreach (var score in review["scores"]!.AsArray()) score!.AsObject().Remove("quote");
    }
}
