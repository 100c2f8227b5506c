using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>The one place that erases, inside the turn's own transaction. It names every table; a table that it does not name fails a test.</summary>
internal sealed partial class Eraser(SqliteConnection connection)
{
    /// <summary>The kind of an inbound that was emptied because something still stands on its number.</summary>
    public const string ErasedKind = "erased";

    /// <summary>Every table, and what becomes of the rows about a person.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["sessions"] = "deleted",
        ["session_questions"] = "deleted with the session",
        ["panel_seats"] = "deleted, with the session too",
        ["subscriptions"] = "deleted",
        ["drill_dues"] = "deleted",
        ["drills"] = "deleted",
        ["skills"] = "deleted",
        ["dailies"] = "kept: which question a group had on which date, without anybody",
        ["daily_answers"] = "deleted",
        ["committees"] = "deleted; one that is over also with any session that it quotes",
        ["committee_rounds"] = "deleted with the committee",
        ["committee_votes"] = "deleted",
        ["pool_members"] = "deleted",
        ["pairs"] = "kept while one of the two is known: which questions were asked on which date; deleted with the last, or when it is older than the retention",
        ["pair_people"] = "deleted",
        ["practised"] = "deleted with the session or drill",
        ["loops"] = "deleted; a finished one also with any session that it quotes, an open one goes on without the quotes",
        ["plans"] = "deleted",
        ["stories"] = "deleted",
        ["suggestions"] = "deleted",
        ["question_reports"] = "deleted",
        ["question_proposals"] = "deleted",
        ["reviews"] = "deleted, also with the session or drill that was shared",
        ["review_seats"] = "deleted with the shared answer; of a review that the person gave to somebody else the scores stay, without the name",
        ["review_scores"] = "deleted with the shared answer; of a review that the person gave to somebody else kept without the name",
        ["review_overrules"] = "deleted with the shared answer, else kept without the name",
        ["events"] = "deleted with the session, loop, drill, plan, stories, suggestions, licence, committee or shared answer, an answer to a question of the day and a vote by themselves; where a group or a panel names the person, an open loop or committee quotes the session, or a committee quotes a review of theirs, written anew without that; words and name taken out of meetings of two and of matchings; of a review that the person gave to somebody else the scores stay, without name and words",
        ["reviewers"] = "deleted",
        ["causes"] = "deleted with the session",
        ["places"] = "deleted with the session",
        ["slots"] = "deleted with the session",
        ["timers"] = "deleted with the session",
        ["outbox"] = "deleted",
        ["inbound"] = "deleted; emptied where a record of the group stands on it",
        ["direct_places"] = "deleted",
        ["groups"] = "kept without the person",
        ["questions"] = "kept: words of the bank",
        ["notes"] = "kept: where connections stood",
        ["heartbeats"] = "kept: when the bot was alive",
        ["installation"] = "kept: letters of the database",
        ["schema_version"] = "kept: versions",
        ["erasing"] = "empty between erasures",
        ["sqlite_sequence"] = "kept: the last numbers used",
    };

    private const string Owned = """(SELECT stream, platform, "user" FROM sessions UNION ALL SELECT stream, platform, "user" FROM drills)""";

    // The human of a session or drill, as the person of an inbound in whichever group or direct message.
    private const string BySessionsHuman =
        """(substr(i.person, 1, length(s.platform) + 1) = s.platform || ':' AND substr(i.person, -length(s."user") - 1) = ':' || s."user")""";

    /// <param name="inboundId">The inbound that asks for it: its row stays, without what was in it.</param>
    public Erased Run(Erasure erasure, long inboundId)
    {
        if (erasure is Erasure.OfSessions { Streams.Count: 0 }) return new([], []);
        // What is deleted is overwritten too, also in the file.
        connection.Execute("PRAGMA secure_delete = ON");
        connection.Execute("""
            CREATE TEMP TABLE IF NOT EXISTS going_streams (stream TEXT NOT NULL PRIMARY KEY);
            CREATE TEMP TABLE IF NOT EXISTS going_inbound (id INTEGER NOT NULL PRIMARY KEY);
            DELETE FROM temp.going_streams;
            DELETE FROM temp.going_inbound;
            """);
        var whose = Mark(erasure);
        MarkInbound(whose);
        var timers = connection.Query<(string Stream, string Timer)>("SELECT stream, timer FROM timers WHERE stream IN (SELECT stream FROM temp.going_streams)")
            .Select(row => (StreamId.Parse(row.Stream), row.Timer)).ToList();
        var streams = connection.Query<string>("SELECT stream FROM temp.going_streams").Select(StreamId.Parse).ToList();
        DeleteSessions(whose);
        if (whose is null)
        {
            streams.AddRange([.. TakeOutOfLoops(), .. TakeQuotesOutOfCommittees()]);
        }
        else
        {
            streams.AddRange(TakeOutOfDailies(whose));
            streams.AddRange(new ReviewEraser(connection, WriteAnew).TakeOut(((Erasure.OfPerson)erasure).Person, whose));
        }
        if (erasure is Erasure.OfPerson { Person: var person }) streams.AddRange([.. TakeOutOfGroups(person), .. TakeOutOfCommittees(whose!, person), .. TakeOutOfPanels(whose!, person), .. new PairEraser(connection).TakeOut(person, whose!)]);
        DeleteInbound(whose, inboundId);
        connection.Execute("DELETE FROM temp.going_streams; DELETE FROM temp.going_inbound;");
        return new(streams, timers);
    }

    /// <returns>Null when it is about sessions or a plan and not about a person.</returns>
    private Whose? Mark(Erasure erasure)
    {
        if (erasure is Erasure.OfSessions sessions)
        {
            connection.Execute("""
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM sessions WHERE stream = @stream;
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM drills WHERE stream = @stream;
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM dailies WHERE stream = @stream;
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM loops WHERE stream = @stream AND status = 'finished';
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM plans WHERE stream = @stream;
                INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM reviews WHERE source = @stream;
                """ + PairEraser.MarkOver + """
                INSERT OR IGNORE INTO temp.going_streams (stream)
                    SELECT l.stream FROM loops l JOIN events e ON e.stream = l.stream
                    WHERE l.status = 'finished' AND e.type = 'round-held' AND 'session/' || json_extract(e.data, '$.summary.session.key') = @stream;
                """, sessions.Streams.Select(stream => new { stream = stream.ToString() }));
            MarkCommittees(sessions.Streams);
            return null;
        }
        var whose = Whose.Of(((Erasure.OfPerson)erasure).Person);
        foreach (var table in (string[])["sessions", "loops", "drills", "subscriptions", "plans", "stories", "suggestions", "reviews", "reviewers", "committees"])
            connection.Execute($"INSERT OR IGNORE INTO temp.going_streams (stream) SELECT stream FROM {table} WHERE {Whose.Theirs}", whose);
        connection.Execute($"INSERT OR IGNORE INTO temp.going_streams (stream) SELECT 'practice/' || person FROM drills WHERE {Whose.Theirs}", whose);
        new PairEraser(connection).MarkLast(whose);
        connection.Execute($"INSERT INTO temp.going_inbound (id) SELECT id FROM inbound WHERE {Whose.Theirs}", whose);
        return whose;
    }

    /// <summary>What led to facts or messages of the sessions, and what the person said in their places without leading to any.</summary>
    private void MarkInbound(Whose? whose)
    {
        connection.Execute($$"""
            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT e.inbound_id FROM events e JOIN inbound i ON i.id = e.inbound_id
            WHERE e.stream IN (SELECT stream FROM temp.going_streams) AND i.kind <> 'woke';

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT i.id FROM outbox o JOIN inbound i ON i.id = o.inbound_id JOIN {{Owned}} s ON s.stream = o.stream
            WHERE o.stream IN (SELECT stream FROM temp.going_streams) AND i.kind <> 'woke'
            AND (i.platform = 'bot' OR i.person LIKE '%:' OR {{BySessionsHuman}});

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT i.id FROM outbox o JOIN inbound i ON i.id = o.inbound_id JOIN (SELECT stream FROM dailies UNION ALL SELECT stream FROM pairs) d ON d.stream = o.stream
            WHERE o.stream IN (SELECT stream FROM temp.going_streams) AND i.kind IN ('choice', 'form', 'due');

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT id FROM inbound
            WHERE kind = 'due' AND json_extract(data, '$.stream.kind') || '/' || json_extract(data, '$.stream.key') IN (SELECT stream FROM temp.going_streams);

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT i.id FROM temp.going_streams g JOIN sessions s ON s.stream = g.stream JOIN places p ON p.stream = g.stream JOIN inbound i ON i.place = p.place
            WHERE {{BySessionsHuman}} AND i.at >= s.started_at AND (s.ended_at IS NULL OR i.at <= s.ended_at);

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT i.id FROM temp.going_streams g JOIN panel_seats q ON q.stream = g.stream JOIN sessions s ON s.stream = g.stream JOIN places p ON p.stream = g.stream
            JOIN inbound i ON i.place = p.place AND i.person = q.person
            WHERE i.at >= s.started_at AND (s.ended_at IS NULL OR i.at <= s.ended_at);

            INSERT OR IGNORE INTO temp.going_inbound (id)
            SELECT i.id FROM temp.going_streams g JOIN events e ON e.stream = g.stream AND e.type IN ('answer-given', 'panel-said') JOIN places p ON p.stream = g.stream JOIN inbound i ON i.place = p.place
            WHERE i.kind IN ('text', 'attached', 'edited', 'deleted') AND json_extract(i.data, '$.messageId') = json_extract(e.data, '$.messageId');
            """);
        MarkInboundOfCommittees();
        // In direct messages sessions of several groups may have been held side by side.
        connection.Execute($"""
            DELETE FROM temp.going_inbound
            WHERE (EXISTS (SELECT 1 FROM events e WHERE e.inbound_id = going_inbound.id AND e.stream NOT IN (SELECT stream FROM temp.going_streams))
                OR EXISTS (SELECT 1 FROM outbox o WHERE o.inbound_id = going_inbound.id AND o.stream NOT IN (SELECT stream FROM temp.going_streams)))
            AND id NOT IN (SELECT id FROM inbound WHERE {(whose is null ? "0" : Whose.Theirs)})
            """, whose);
    }

    private void DeleteSessions(Whose? whose)
    {
        connection.Execute("""
            DELETE FROM slots WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM outbox WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM outbox WHERE inbound_id IN (SELECT id FROM temp.going_inbound) AND NOT EXISTS (SELECT 1 FROM slots WHERE outbox_id = outbox.id);
            DELETE FROM timers WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM causes WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM places WHERE stream IN (SELECT stream FROM temp.going_streams);
            INSERT INTO erasing (stream) SELECT stream FROM temp.going_streams;
            DELETE FROM events WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM erasing;
            DELETE FROM panel_seats WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM session_questions WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM practised WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM drills WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM subscriptions WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM plans WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM stories WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM question_reports WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM question_proposals WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM suggestions WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM review_scores WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM review_overrules WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM review_seats WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM reviews WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM reviewers WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM daily_answers WHERE stream IN (SELECT stream FROM temp.going_streams);
            UPDATE dailies SET state = 'cleared', place = NULL WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM loops WHERE stream IN (SELECT stream FROM temp.going_streams);
            DELETE FROM sessions WHERE stream IN (SELECT stream FROM temp.going_streams);
            """ + PairEraser.DeleteGoing);
        DeleteCommittees();
        if (whose is null) return;
        foreach (var table in new[] { "direct_places", "drill_dues", "skills" }) connection.Execute($"DELETE FROM {table} WHERE {Whose.Theirs}", whose);
        if (whose.Everywhere)
            connection.Execute("DELETE FROM outbox WHERE conversation = 'dm:' || @Lead || substr(@Tail, 2) AND NOT EXISTS (SELECT 1 FROM slots WHERE outbox_id = outbox.id)", whose);
    }

    /// <summary>A question of the day is its group's: only the answers of the person go, and what is on its way to others with their words.</summary>
    private List<StreamId> TakeOutOfDailies(Whose whose)
    {
        var streams = connection.Query<string>($"SELECT stream FROM daily_answers WHERE {Whose.Theirs} ORDER BY stream", whose).AsList();
        foreach (var stream in streams)
        {
            connection.Execute("""
                INSERT OR IGNORE INTO erasing (stream) VALUES (@stream);
                DELETE FROM events WHERE stream = @stream AND type = 'daily-answered'
                AND json_extract(data, '$.person.platform') || ':' = @Lead AND ':' || json_extract(data, '$.person.user') = @Tail;
                DELETE FROM erasing;
                DELETE FROM outbox WHERE stream = @stream AND state = 'pending' AND json_extract(data, '$.quotes') = 1;
                """, new { stream, whose.Lead, whose.Tail });
        }
        connection.Execute($"DELETE FROM daily_answers WHERE {Whose.Theirs}", whose);
        return [.. streams.Select(StreamId.Parse)];
    }

    /// <summary>Groups may name the person, as a moderator; their facts are written anew without the name.</summary>
    private List<StreamId> TakeOutOfGroups(PersonId person)
    {
        var touched = new List<StreamId>();
        foreach (var stream in connection.Query<string>("SELECT stream FROM groups WHERE @Group IS NULL OR stream = @Stream",
            new { person.Group, Stream = $"group/{person.Platform}:{person.Group}" }).AsList())
        {
            var facts = connection.Query<FactRow>($"SELECT {FactRow.Columns} FROM events e WHERE e.stream = @stream", new { stream });
            foreach (var fact in facts)
            {
                if (Without(fact.Data, person) is not { } data) continue;
                WriteAnew(fact, data);
                touched.Add(StreamId.Parse(stream));
            }
            if (Without(connection.QuerySingle<string>("SELECT moderators FROM groups WHERE stream = @stream", new { stream }), person) is { } moderators)
                connection.Execute("UPDATE groups SET moderators = @moderators WHERE stream = @stream", new { stream, moderators });
        }
        return touched;
    }

    /// <summary>A loop that still runs keeps that a round was held and how much was mentioned, but no word of a session that is gone.</summary>
    private List<StreamId> TakeOutOfLoops()
    {
        var facts = connection.Query<FactRow>($"""
            SELECT {FactRow.Columns} FROM events e JOIN loops l ON l.stream = e.stream
            WHERE l.status = 'open' AND e.type = 'round-held' AND coalesce(json_extract(e.data, '$.summary.emptied'), 0) = 0
            AND NOT EXISTS (SELECT 1 FROM sessions WHERE stream = 'session/' || json_extract(e.data, '$.summary.session.key'))
            """).AsList();
        foreach (var fact in facts)
        {
            var node = JsonNode.Parse(fact.Data)!;
            var summary = node["summary"]!.AsObject();
            summary["moments"] = new JsonArray();
            summary["notMentioned"] = new JsonArray();
            summary["emptied"] = true;
            summary.Remove("cause");
            summary.Remove("told");
            WriteAnew(fact, node.ToJsonString());
        }
        // Packets that were asked for on the way hold the same words.
        var streams = facts.Select(fact => fact.Stream).Distinct().ToList();
        connection.Execute("""
            DELETE FROM slots WHERE stream = @stream AND slot LIKE 'reply-%' AND carries_controls = 0;
            DELETE FROM outbox WHERE stream = @stream AND state <> 'pending' AND (json_extract(data, '$.slot') = 'whisper' OR json_extract(data, '$.slot') LIKE 'reply-%')
            AND NOT EXISTS (SELECT 1 FROM slots WHERE outbox_id = outbox.id);
            """, streams.Select(stream => new { stream }));
        return [.. streams.Select(StreamId.Parse)];
    }

    /// <summary>The same fact at the same position, with other data.</summary>
    private void WriteAnew(FactRow fact, string data)
    {
        connection.Execute("INSERT OR IGNORE INTO erasing (stream) VALUES (@Stream); DELETE FROM events WHERE position = @Position; DELETE FROM erasing;", new { fact.Stream, fact.Position });
        connection.Execute("INSERT INTO events (position, stream, version, type, data, at, inbound_id) VALUES (@Position, @Stream, @Version, @Type, @data, @At, @InboundId)",
            new { fact.Position, fact.Stream, fact.Version, fact.Type, data, fact.At, fact.InboundId });
    }

    private void DeleteInbound(Whose? whose, long inboundId)
    {
        connection.Execute("""
            DELETE FROM inbound WHERE id IN (SELECT id FROM temp.going_inbound) AND id <> @inboundId
            AND NOT EXISTS (SELECT 1 FROM events WHERE inbound_id = inbound.id)
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE inbound_id = inbound.id)
            AND NOT EXISTS (SELECT 1 FROM timers WHERE set_by = inbound.id)
            """, new { inboundId });
        if (whose is null) return;
        // The asking one is still to be answered, so it keeps its place until then.
        connection.Execute($"""
            UPDATE inbound SET person = platform || '::', kind = '{ErasedKind}', data = @Empty, error = CASE WHEN error IS NULL THEN NULL ELSE '{ErasedKind}' END,
                place = CASE WHEN id = @Id THEN place ELSE platform || ':{ErasedKind}' END
            WHERE id = @Id OR (id IN (SELECT id FROM temp.going_inbound) AND {Whose.Theirs})
            """, new { Id = inboundId, Empty = "{}", whose.Person, whose.Everywhere, whose.Lead, whose.Tail });
    }

    /// <summary>The JSON without the person in its lists; null when they are not in it.</summary>
    private static string? Without(string data, PersonId person)
    {
        var node = JsonNode.Parse(data)!;
        return TakeOut(node, person) ? node.ToJsonString() : null;
    }

    private static bool TakeOut(JsonNode node, PersonId person)
    {
        var found = false;
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>().Where(item => Is(item, person)).ToList()) found |= list.Remove(item);
            foreach (var item in list) if (item is not null) found |= TakeOut(item, person);
        }
        if (node is JsonObject fields)
            foreach (var (_, value) in fields) if (value is not null) found |= TakeOut(value, person);
        return found;
    }

    private static bool Is(JsonObject item, PersonId person) =>
        (string?)item["user"] == person.User && (string?)item["platform"] == person.Platform && (person.Group is null || (string?)item["group"] == person.Group);

    internal sealed record FactRow(long Position, string Stream, long Version, string Type, string Data, string At, long InboundId)
    {
        public const string Columns = "e.position AS Position, e.stream AS Stream, e.version AS Version, e.type AS Type, e.data AS Data, e.at AS At, e.inbound_id AS InboundId";
    }
}
