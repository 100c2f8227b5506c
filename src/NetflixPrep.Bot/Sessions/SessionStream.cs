using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>The stream kind of sessions: the interviewer behind it, and the tables that are read by it.</summary>
internal static class SessionStream
{
    public const string Name = "session";

    public static StreamKind<Session, SessionInput, SessionEvent> Kind(ScriptShelf shelf) => new()
    {
        Name = Name,
        Initial = _ => new Session.NotStarted(),
        Evolve = (session, fact) => session.Evolve(fact),
        Decide = (session, input) => Decide(shelf, session, input),
        Write = SessionJson.Write,
        Read = SessionJson.Read,
        Project = (writer, stream, version, fact, session) =>
        {
            Project(shelf, writer, stream, fact, session);
            CauseLedger.Project(writer, stream, version, fact, session);
        },
    };

    private static Decision<SessionEvent> Decide(ScriptShelf shelf, Session session, SessionInput input)
    {
        var setup = (session, input) switch
        {
            (_, SessionInput.Changed { Setup: { } changed }) => changed,
            (Session.Started started, _) => started.Sheet.Setup,
            (_, SessionInput.Start start) => start.Setup,
            _ => null,
        };
        return setup is null ? Interviewer.NobodyThere(input) : shelf.Interviewer(setup).Decide(session, input);
    }

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, StreamId stream, SessionEvent fact, Session session)
    {
        var key = stream.ToString();
        switch (fact)
        {
            case SessionEvent.Briefed briefed:
                Keep(shelf, writer, briefed.Setup);
                writer.Execute("""
                    INSERT INTO sessions (stream, person, platform, "user", status, started_at, question_id, round)
                    VALUES (@key, @Person, @Platform, @User, 'open', @At, @QuestionId, @RoundId)
                    """, new
                {
                    key,
                    Person = briefed.Setup.Person.ToString(),
                    briefed.Setup.Person.Platform,
                    briefed.Setup.Person.User,
                    At = Times.Text(briefed.At),
                    briefed.Setup.QuestionId,
                    briefed.Setup.RoundId,
                });
                foreach (var person in briefed.Setup.Panel?.Named ?? []) Sit(writer, key, person);
                break;
            case SessionEvent.SeatTaken taken:
                Sit(writer, key, taken.Person);
                break;
            case SessionEvent.SetupChanged changed:
                Keep(shelf, writer, changed.Setup);
                writer.Execute("UPDATE sessions SET question_id = @QuestionId, round = @RoundId WHERE stream = @key",
                    new { key, changed.Setup.QuestionId, changed.Setup.RoundId });
                break;
            case SessionEvent.QuestionAsked asked:
                writer.Execute("UPDATE sessions SET asked = 1, clock_runs = 1 WHERE stream = @key", new { key });
                Asked(writer, key, ((Session.Started)session).Sheet, asked.At);
                break;
            case SessionEvent.NextQuestionAsked next:
                writer.Execute("UPDATE sessions SET clock_runs = 1 WHERE stream = @key AND clock_runs = 0", new { key });
                Asked(writer, key, ((Session.Started)session).Sheet, next.At);
                break;
            case SessionEvent.Resumed or SessionEvent.FollowUpAwaited or SessionEvent.FollowUpAsked or SessionEvent.QuestionsInvited:
                writer.Execute("UPDATE sessions SET clock_runs = 1 WHERE stream = @key AND clock_runs = 0", new { key });
                break;
            case SessionEvent.Paused or SessionEvent.QuestionsFinished:
                writer.Execute("UPDATE sessions SET clock_runs = 0 WHERE stream = @key", new { key });
                break;
            case SessionEvent.CauseChosen chosen:
                writer.Execute("UPDATE sessions SET root_cause = @Cause, root_cause_label = @Label WHERE stream = @key", new { key, chosen.Cause, chosen.Label });
                break;
            case SessionEvent.Ended ended:
                writer.Execute("UPDATE sessions SET status = 'finished', clock_runs = 0, ended_at = @At, outcome = @Outcome WHERE stream = @key",
                    new { key, At = Times.Text(ended.At), Outcome = Outcome(((Session.Finished)session).Ending) });
                if (((Session.Finished)session).Sheet is { Clock: not null } held) Practised.Add(writer, stream, held.Setup.Person, Areas.OfRound(held.Setup.RoundId), ended.At, held.Used);
                break;
        }
    }

    private static void Sit(ProjectionWriter writer, string stream, PersonId person)
    {
        if (!Panel.IsNameless(person)) writer.Execute("INSERT OR IGNORE INTO panel_seats (stream, person) VALUES (@stream, @Person)", new { stream, Person = person.ToString() });
    }

    private static void Keep(ScriptShelf shelf, ProjectionWriter writer, Setup setup)
    {
        foreach (var shelved in shelf.Of(setup)) ScriptShelf.Keep(writer, shelved);
    }

    private static void Asked(ProjectionWriter writer, string stream, Sheet sheet, DateTimeOffset at) =>
        writer.Execute("INSERT INTO session_questions (stream, number, question_id, asked_at) VALUES (@stream, @Number, @Question, @At)",
            new { stream, Number = (long)sheet.Number, Question = sheet.Setup.Plan?[sheet.Number].QuestionId ?? sheet.Setup.QuestionId, At = Times.Text(at) });

    private static string Outcome(Ending ending) => ending switch
    {
        Ending.Complete => "complete",
        Ending.Stopped => "stopped",
        Ending.Abandoned => "abandoned",
        _ => "place-lost",
    };
}
