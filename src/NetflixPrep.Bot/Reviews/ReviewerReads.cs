using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Reviews;

/// <summary>What is asked about people as reviewers.</summary>
internal static class ReviewerReads
{
    /// <summary>Whether they have the licence: taken in this group or in direct messages; asked from there, wherever they took it.</summary>
    public static bool IsLicensed(this Reads reads, PersonId person) => reads.First<long?>("""
        SELECT 1 FROM reviewers
        WHERE platform = @Platform AND "user" = @User AND licensed_at IS NOT NULL AND (@Group IS NULL OR stream IN (@Here, @Alone)) LIMIT 1
        """, Streams(person)) is not null;

    /// <summary>Whether they want no invitations: what they said last counts, in this group or in direct messages.</summary>
    public static bool HasOptedOut(this Reads reads, PersonId person) => reads.First<long?>("""
        SELECT opted_out FROM reviewers WHERE stream IN (@Here, @Alone) AND opted_at IS NOT NULL ORDER BY opted_at DESC, stream = @Here DESC LIMIT 1
        """, Streams(person)) == 1;

    /// <summary>One person as a reviewer, in this very group or in direct messages.</summary>
    public static Reviewer ReviewerOf(this Reads reads, PersonId person) => reads.ReviewerOf(Reviewer.StreamOf(person));

    public static Reviewer ReviewerOf(this Reads reads, StreamId stream) =>
        reads.Events(stream).Aggregate(Reviewer.New(stream), (reviewer, fact) => reviewer.Evolve(ReviewerJson.Read(new(fact.Type, fact.Data))));

    /// <summary>Questions whose strong sample is to stay sealed for them: of their open drills and sessions, those that a round has still to ask among them, and of the group's newest question of the day.</summary>
    public static Seq<string> Answering(this Reads reads, PersonId person) =>
    [
        .. reads.Query<string>("""
            SELECT q.question_id FROM sessions s JOIN session_questions q ON q.stream = s.stream WHERE s.platform = @Platform AND s."user" = @User AND s.status = 'open'
            UNION SELECT question_id FROM sessions WHERE platform = @Platform AND "user" = @User AND status = 'open'
            UNION SELECT json_extract(planned.value, '$.questionId') FROM sessions s JOIN events e ON e.stream = s.stream JOIN json_each(e.data, '$.setup.plan') planned
                WHERE s.platform = @Platform AND s."user" = @User AND s.status = 'open'
            UNION SELECT question_id FROM drills WHERE platform = @Platform AND "user" = @User AND status = 'open'
            UNION SELECT question_id FROM (SELECT question_id FROM dailies WHERE "group" = @InGroup AND state = 'asked' ORDER BY date DESC LIMIT 1)
            """, new { person.Platform, person.User, InGroup = Core.Groups.Group.StreamOf(person)?.ToString() }),
    ];

    private static object Streams(PersonId person) => new
    {
        person.Platform,
        person.User,
        person.Group,
        Here = Reviewer.StreamOf(person).ToString(),
        Alone = Reviewer.StreamOf(person with { Group = null }).ToString(),
    };
}
