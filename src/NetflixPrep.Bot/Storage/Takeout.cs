using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>Everything that is kept about a person as one JSON document, table by table; what <see cref="Eraser"/> would take.</summary>
internal static class Takeout
{
    private const string Streams = $"""
        (SELECT stream FROM sessions WHERE {Whose.Theirs} UNION SELECT stream FROM loops WHERE {Whose.Theirs} UNION SELECT stream FROM drills WHERE {Whose.Theirs}
        UNION SELECT stream FROM subscriptions WHERE {Whose.Theirs} UNION SELECT 'practice/' || person FROM drills WHERE {Whose.Theirs}
        UNION SELECT stream FROM plans WHERE {Whose.Theirs} UNION SELECT stream FROM stories WHERE {Whose.Theirs} UNION SELECT stream FROM suggestions WHERE {Whose.Theirs} UNION SELECT stream FROM reviewers WHERE {Whose.Theirs})
        """;

    // Of one's own shared answers; what reviewers wrote only when it is open.
    private const string SharedFacts = $"""
        (stream IN (SELECT stream FROM reviews WHERE {Whose.Theirs}) AND (type IN ('review-prepared', 'review-channel-chosen', 'review-naming-chosen', 'review-parts-chosen',
            'review-self-scored', 'review-shared', 'review-opened', 'review-published', 'review-rated', 'review-rating-explained', 'review-withdrawn')
            OR (type = 'review-given' AND stream IN (SELECT stream FROM reviews WHERE state = 'opened')
                AND EXISTS (SELECT 1 FROM review_seats s WHERE s.stream = events.stream AND s.state = 'given' AND s.hidden = 0 AND s.given_at = events.at
                    AND s.person = json_extract(events.data, '$.person.platform') || ':' || coalesce(json_extract(events.data, '$.person.group'), '') || ':' || json_extract(events.data, '$.person.user')))))
        """;

    // What one did for the answers of others, and said in their threads.
    private const string ReviewerFacts = $"""
        (stream LIKE 'review/%' AND json_extract(data, '$.person.platform') || ':' = @Lead AND ':' || json_extract(data, '$.person.user') = @Tail
            AND inbound_id IN (SELECT id FROM inbound WHERE {Whose.Theirs}))
        """;

    /// <summary>For each table a question whose answers are JSON, one object a row.</summary>
    public static IReadOnlyDictionary<string, string> Questions { get; } = new Dictionary<string, string>
    {
        ["sessions"] = $"""
            SELECT json_object('session', stream, 'person', person, 'place', place, 'status', status, 'startedAt', started_at, 'endedAt', ended_at,
                'question', question_id, 'round', round, 'outcome', outcome, 'cause', root_cause_label)
            FROM sessions WHERE {Whose.Theirs} ORDER BY started_at, stream
            """,
        ["session_questions"] = $"""
            SELECT json_object('session', stream, 'number', number, 'question', question_id, 'askedAt', asked_at) FROM session_questions WHERE stream IN {Streams} ORDER BY asked_at, number
            """,
        ["panel_seats"] = $"SELECT json_object('panelOf', stream) FROM panel_seats WHERE {Whose.Theirs} ORDER BY stream",
        ["loops"] = $"""
            SELECT json_object('loop', stream, 'label', label, 'status', status, 'startedAt', started_at, 'endedAt', ended_at) FROM loops WHERE {Whose.Theirs} ORDER BY started_at, stream
            """,
        ["subscriptions"] = $"SELECT json_object('person', person, 'at', slot, 'days', days, 'firstOn', first_on, 'awayUntil', away_until, 'state', state) FROM subscriptions WHERE {Whose.Theirs} ORDER BY stream",
        ["drill_dues"] = $"SELECT json_object('date', date, 'dueAt', due_at, 'state', state, 'settledAt', settled_at, 'drill', drill) FROM drill_dues WHERE {Whose.Theirs} ORDER BY person, date",
        ["drills"] = $"SELECT json_object('drill', stream, 'kind', kind, 'date', date, 'question', question_id, 'status', status, 'offeredAt', offered_at, 'endedAt', ended_at) FROM drills WHERE {Whose.Theirs} ORDER BY offered_at, stream",
        ["skills"] = $"SELECT json_object('skill', skill, 'stability', stability, 'difficulty', difficulty, 'lastOn', last_on, 'dueOn', due_on, 'reviews', reviews, 'lapses', lapses) FROM skills WHERE {Whose.Theirs} ORDER BY person, skill",
        ["plans"] = $"SELECT json_object('plan', stream, 'interview', interview, 'changedAt', changed_at) FROM plans WHERE {Whose.Theirs} ORDER BY stream",
        ["stories"] = $"SELECT json_object('stories', stream, 'count', count, 'changedAt', changed_at) FROM stories WHERE {Whose.Theirs} ORDER BY stream",
        ["suggestions"] = $"SELECT json_object('suggestions', stream, 'changedAt', changed_at) FROM suggestions WHERE {Whose.Theirs} ORDER BY stream",
        ["question_reports"] = $"SELECT json_object('question', question_id, 'version', version, 'text', text, 'at', at) FROM question_reports WHERE stream IN (SELECT stream FROM suggestions WHERE {Whose.Theirs}) ORDER BY at, stream, number",
        ["question_proposals"] = $"SELECT json_object('proposal', number, 'round', round, 'title', title, 'at', at) FROM question_proposals WHERE stream IN (SELECT stream FROM suggestions WHERE {Whose.Theirs}) ORDER BY at, stream, number",
        ["reviewers"] = $"SELECT json_object('reviewer', stream, 'licensedAt', licensed_at, 'optedOut', opted_out, 'optedAt', opted_at, 'changedAt', changed_at) FROM reviewers WHERE {Whose.Theirs} ORDER BY stream",
        ["daily_answers"] = $"SELECT json_object('question', a.stream, 'answeredAt', a.answered_at, 'asked', d.question_id) FROM daily_answers a JOIN dailies d ON d.stream = a.stream WHERE {Whose.Theirs} ORDER BY a.answered_at, a.stream",
        ["reviews"] = $"SELECT json_object('review', stream, 'of', source, 'state', state, 'preparedAt', prepared_at, 'sharedAt', shared_at, 'openedAt', opened_at) FROM reviews WHERE {Whose.Theirs} ORDER BY prepared_at, stream",
        ["review_seats"] = $"SELECT json_object('review', stream, 'state', state, 'at', at, 'givenAt', given_at) FROM review_seats WHERE {Whose.Theirs} ORDER BY at, stream",
        ["review_scores"] = $"SELECT json_object('review', stream, 'dimension', dimension, 'score', score) FROM review_scores WHERE {Whose.Theirs} ORDER BY stream, dimension",
        ["review_overrules"] = $"SELECT json_object('review', stream, 'signal', signal, 'mentioned', mentioned) FROM review_overrules WHERE {Whose.Theirs} ORDER BY stream, signal",
        ["committees"] = $"SELECT json_object('committee', stream, 'status', status, 'at', at, 'endedAt', ended_at) FROM committees WHERE {Whose.Theirs} ORDER BY at, stream",
        ["committee_rounds"] = $"SELECT json_object('committee', stream, 'share', review, 'session', source) FROM committee_rounds WHERE stream IN (SELECT stream FROM committees WHERE {Whose.Theirs}) ORDER BY stream, review",
        ["committee_votes"] = $"SELECT json_object('committee', stream, 'votedAt', voted_at) FROM committee_votes WHERE {Whose.Theirs} ORDER BY voted_at, stream",
        ["pool_members"] = $"SELECT json_object('matching', stream, 'state', state, 'changedAt', changed_at) FROM pool_members WHERE {Whose.Theirs} ORDER BY stream, person",
        ["pair_people"] = $"SELECT json_object('pair', stream, 'person', person) FROM pair_people WHERE {Whose.Theirs} ORDER BY stream, person",
        ["pairs"] = $"SELECT json_object('pair', stream, 'date', date, 'status', status, 'startedAt', started_at, 'endedAt', ended_at, 'questions', json_array(first_question, second_question)) FROM pairs WHERE stream IN (SELECT stream FROM pair_people WHERE {Whose.Theirs}) ORDER BY started_at, stream",
        ["practised"] = $"SELECT json_object('session', stream, 'area', area, 'at', at, 'minutes', minutes) FROM practised WHERE {Whose.Theirs} ORDER BY at, stream",
        ["events"] = $"""
            SELECT json_object('session', stream, 'version', version, 'at', at, 'type', type, 'data', json(data))
            FROM events WHERE stream IN {Streams}
                OR (type <> 'committee-vote-given' AND stream IN (SELECT stream FROM committees WHERE {Whose.Theirs}))
                OR (((type = 'daily-answered' AND stream IN (SELECT stream FROM daily_answers WHERE {Whose.Theirs}))
                    OR (type = 'committee-vote-given' AND stream IN (SELECT stream FROM committee_votes WHERE {Whose.Theirs})))
                AND json_extract(data, '$.person.platform') || ':' = @Lead AND ':' || json_extract(data, '$.person.user') = @Tail)
            OR {SharedFacts} OR {ReviewerFacts}
            OR (type IN ('seat-taken', 'seat-left', 'panel-said', 'panel-reworded') AND stream IN (SELECT stream FROM panel_seats WHERE {Whose.Theirs})
                AND json_extract(data, '$.person.platform') || ':' = @Lead AND ':' || json_extract(data, '$.person.user') = @Tail)
                OR (type LIKE 'pool-%' AND stream IN (SELECT stream FROM pool_members WHERE {Whose.Theirs})
                AND coalesce(json_extract(data, '$.wish.person.platform'), json_extract(data, '$.person.platform')) || ':' = @Lead
                AND ':' || coalesce(json_extract(data, '$.wish.person.user'), json_extract(data, '$.person.user')) = @Tail)
                OR (type IN ('pair-said', 'pair-edited', 'pair-deleted') AND stream IN (SELECT stream FROM pair_people WHERE {Whose.Theirs})
                AND EXISTS (SELECT 1 FROM events met WHERE met.stream = events.stream AND met.type = 'pair-met'
                    AND ':' || json_extract(met.data, '$.setup.sides[' || json_extract(events.data, '$.side') || '].person.user') = @Tail))
            ORDER BY stream, version
            """,
        ["causes"] = $"""
            SELECT json_object('session', stream, 'at', at, 'cause', label, 'what', mark) FROM causes WHERE stream IN {Streams} ORDER BY at, version
            """,
        ["places"] = $"""
            SELECT json_object('session', stream, 'place', place, 'openedAt', opened_at, 'lostAt', lost_at) FROM places WHERE stream IN {Streams} ORDER BY stream
            """,
        ["inbound"] = $"""
            SELECT json_object('at', at, 'place', place, 'kind', kind, 'data', json(data)) FROM inbound WHERE {Whose.Theirs} ORDER BY id
            """,
        ["outbox"] = $"""
            SELECT json_object('session', stream, 'sentAt', sent_at, 'place', place, 'kind', kind, 'title', json_extract(data, '$.message.title'),
                'text', json(json_extract(data, '$.message.body.parts')))
            FROM outbox
            WHERE kind = 'show' AND coalesce(json_extract(data, '$.quotes'), 0) = 0
            AND (json_extract(data, '$.only.user') IS NULL OR (json_extract(data, '$.only.platform') || ':' = @Lead AND ':' || json_extract(data, '$.only.user') = @Tail))
            AND (stream IN {Streams} OR inbound_id IN (SELECT id FROM inbound WHERE {Whose.Theirs}))
            ORDER BY id
            """,
        ["direct_places"] = $"SELECT json_object('place', place) FROM direct_places WHERE {Whose.Theirs}",
        ["groups"] = """
            SELECT json_object('group', stream, 'what', 'moderator')
            FROM groups WHERE EXISTS (
                SELECT 1 FROM json_each(moderators)
                WHERE json_extract(value, '$.user') = substr(@Tail, 2) AND json_extract(value, '$.platform') || ':' = @Lead
                AND (@Everywhere OR json_extract(value, '$.platform') || ':' || json_extract(value, '$.group') || @Tail = @Person))
            """,
    };

    public static string Of(PersonId person, DateTimeOffset at, Reads reads)
    {
        var whose = Whose.Of(person);
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("about", person.ToString());
            writer.WriteString("writtenAt", at);
            foreach (var (table, question) in Questions)
            {
                writer.WriteStartArray(table);
                foreach (var row in reads.Query<string>(question, whose)) Write(row, writer);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    // Read and written again, so that it is indented as the rest is.
    private static void Write(string row, Utf8JsonWriter writer)
    {
        using var document = JsonDocument.Parse(row);
        document.RootElement.WriteTo(writer);
    }
}
