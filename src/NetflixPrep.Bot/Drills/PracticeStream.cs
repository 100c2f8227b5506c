using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Bot.Drills;

/// <summary>The stream kind of one person's practice, and the tables that drills are sent by.</summary>
internal static class PracticeStream
{
    public static StreamKind<Practice, PracticeInput, PracticeEvent> Kind() => new()
    {
        Name = Practice.StreamName,
        Initial = Practice.New,
        Evolve = (practice, fact) => practice.Evolve(fact),
        Decide = PracticeDesk.Decide,
        Write = DrillJson.Write,
        Read = DrillJson.ReadPractice,
        Background = true,
        Project = (writer, stream, _, fact, practice) => Project(writer, stream, fact, practice),
    };

    private static void Project(ProjectionWriter writer, StreamId stream, PracticeEvent fact, Practice practice)
    {
        var person = stream.Key;
        switch (fact)
        {
            case PracticeEvent.Subscribed { Subscription: var wanted } subscribed:
                writer.Execute("""
                    INSERT INTO subscriptions (stream, person, platform, "user", slot, days, first_on, away_until, state, changed_at)
                    VALUES (@Stream, @Person, @Platform, @User, @Slot, @Days, @FirstOn, @Away, 'on', @At)
                    ON CONFLICT (stream) DO UPDATE SET slot = excluded.slot, days = excluded.days, first_on = excluded.first_on, state = 'on', changed_at = excluded.changed_at
                    """, new
                {
                    Stream = stream.ToString(),
                    Person = person,
                    wanted.Person.Platform,
                    wanted.Person.User,
                    Slot = wanted.Slot.ToString(),
                    Days = (long)wanted.Days.Mask,
                    FirstOn = DrillWording.Iso(wanted.FirstOn),
                    Away = practice.AwayUntil is { } until ? DrillWording.Iso(until) : null,
                    At = Times.Text(subscribed.At),
                });
                break;
            case PracticeEvent.Unsubscribed or PracticeEvent.Paused:
                writer.Execute("UPDATE subscriptions SET state = @State, changed_at = @At WHERE stream = @Stream",
                    new { Stream = stream.ToString(), State = fact is PracticeEvent.Paused ? "paused" : "off", At = Times.Text(fact.At) });
                break;
            case PracticeEvent.WentAway or PracticeEvent.CameBack:
                writer.Execute("UPDATE subscriptions SET away_until = @Until WHERE stream = @Stream",
                    new { Stream = stream.ToString(), Until = practice.AwayUntil is { } last ? DrillWording.Iso(last) : null });
                break;
            case PracticeEvent.Opened { Kind: DrillKind.Daily } opened:
                Settle(writer, person, opened.Date, "sent", opened.At, opened.Drill);
                break;
            case PracticeEvent.NotSent notSent:
                Settle(writer, person, notSent.Date, Word(notSent.Reason), notSent.At, null);
                break;
            case PracticeEvent.Answered or PracticeEvent.SessionRead:
                Remember(writer, person, fact is PracticeEvent.Answered answered ? answered.Grades : ((PracticeEvent.SessionRead)fact).Grades, practice);
                break;
        }
    }

    private static void Settle(ProjectionWriter writer, string person, DateOnly date, string state, DateTimeOffset at, StreamId? drill) =>
        writer.Execute("""
            UPDATE drill_dues SET state = @state, settled_at = @At, drill = @Drill,
                opened_dm = @state = 'sent' AND NOT EXISTS (SELECT 1 FROM direct_places WHERE direct_places.person = @person)
                    AND NOT EXISTS (SELECT 1 FROM drills JOIN places ON places.stream = drills.stream WHERE drills.person = @person AND places.lost_at IS NULL)
            WHERE person = @person AND kind = 'daily' AND date = @Date
            """, new { person, state, Date = DrillWording.Iso(date), At = Times.Text(at), Drill = drill?.ToString() });

    private static void Remember(ProjectionWriter writer, string person, Seq<SkillGrade> grades, Practice practice)
    {
        foreach (var (skill, known) in practice.Memory.Where(item => grades.Any(grade => grade.Skill == item.Skill)))
            writer.Execute("""
                INSERT INTO skills (person, skill, stability, difficulty, last_on, due_on, reviews, lapses)
                VALUES (@person, @skill, @Stability, @Difficulty, @LastOn, @DueOn, @Reviews, @Lapses)
                ON CONFLICT (person, skill) DO UPDATE SET stability = excluded.stability, difficulty = excluded.difficulty,
                    last_on = excluded.last_on, due_on = excluded.due_on, reviews = excluded.reviews, lapses = excluded.lapses
                """, new
            {
                person,
                skill,
                known.Stability,
                known.Difficulty,
                LastOn = DrillWording.Iso(known.LastOn),
                DueOn = DrillWording.Iso(known.DueOn),
                Reviews = (long)known.Reviews,
                Lapses = (long)known.Lapses,
            });
    }

    private static string Word(Withheld reason) => reason switch
    {
        Withheld.Away => "away",
        Withheld.Skipped => "skipped",
        Withheld.Quiet => "quiet",
        Withheld.Missed => "missed",
        Withheld.PutOff => "put-off",
        Withheld.NoQuestion => "no-question",
        _ => "off",
    };
}
