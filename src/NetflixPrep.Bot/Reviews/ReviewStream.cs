using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Reviews;

/// <summary>The stream kind of shared answers: the desk behind it, and the tables that are read by it.</summary>
internal static class ReviewStream
{
    public static StreamKind<Share, ReviewInput, ReviewEvent> Kind(ScriptShelf shelf) => new()
    {
        Name = Share.StreamName,
        Initial = _ => new Share.NotShared(),
        Evolve = (share, fact) => share.Evolve(fact),
        Decide = (share, input) => ((share as Share.Begun)?.Sheet.Setup ?? (input as ReviewInput.Prepare)?.Setup) is { } setup
            ? new ReviewDesk(Questions(shelf, setup)).Decide(share, input)
            : ReviewDesk.NobodyThere(input),
        Write = ReviewJson.Write,
        Read = ReviewJson.Read,
        Project = (writer, stream, _, fact, share) => Project(shelf, writer, stream.ToString(), fact, ((Share.Begun)share).Sheet),
    };

    private static Seq<Scripted> Questions(ScriptShelf shelf, ShareSetup setup) => [.. setup.Answers.Select(answer => shelf.Get(answer.ScriptHash, answer.QuestionId).Scripted)];

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, string key, ReviewEvent fact, ShareSheet sheet)
    {
        var at = Times.Text(fact.At);
        switch (fact)
        {
            case ReviewEvent.Prepared { Setup: var setup }:
                foreach (var answer in setup.Answers) ScriptShelf.Keep(writer, shelf.Get(answer.ScriptHash, answer.QuestionId));
                writer.Execute("""
                    INSERT INTO reviews (stream, "group", person, platform, "user", source, question_id, round, state, needed, prepared_at)
                    VALUES (@key, @Group, @Person, @Platform, @User, @Source, @QuestionId, @RoundId, 'draft', @Needed, @at)
                    ON CONFLICT (stream) DO UPDATE SET question_id = excluded.question_id, needed = excluded.needed
                    """, new
                {
                    key,
                    Group = Group.StreamOf(setup.Candidate)!.Value.ToString(),
                    Person = setup.Candidate.ToString(),
                    setup.Candidate.Platform,
                    setup.Candidate.User,
                    Source = setup.Source.ToString(),
                    setup.Answers[0].QuestionId,
                    setup.RoundId,
                    setup.Needed,
                    at,
                });
                break;
            case ReviewEvent.Shared:
                writer.Execute("UPDATE reviews SET state = 'open', shared_at = @at WHERE stream = @key", new { key, at });
                break;
            case ReviewEvent.Opened:
                writer.Execute("UPDATE reviews SET state = 'opened', opened_at = @at WHERE stream = @key", new { key, at });
                break;
            case ReviewEvent.Withdrawn:
                writer.Execute("UPDATE reviews SET state = 'withdrawn' WHERE stream = @key", new { key });
                writer.Execute("DELETE FROM review_scores WHERE stream = @key; DELETE FROM review_seats WHERE stream = @key; DELETE FROM review_overrules WHERE stream = @key", new { key });
                break;
            case ReviewEvent.Invited { Person: var person }:
                Seat(writer, key, sheet, person, "invited", at);
                break;
            case ReviewEvent.InvitationPassed { Person: var person }:
                Seat(writer, key, sheet, person, "passed", at);
                break;
            case ReviewEvent.Claimed { Person: var person }:
                Seat(writer, key, sheet, person, "claimed", at);
                break;
            case ReviewEvent.ClaimLapsed { Person: var person }:
                Seat(writer, key, sheet, person, "lapsed", at);
                break;
            case ReviewEvent.Given given:
                Seat(writer, key, sheet, given.Person, "given", at);
                foreach (var score in given.Scores)
                    writer.Execute("INSERT OR REPLACE INTO review_scores (stream, person, dimension, score) VALUES (@key, @Person, @Dimension, @Score)", new { key, Person = given.Person.ToString(), score.Dimension, score.Score });
                break;
            case ReviewEvent.ReviewWithdrawn { Person: var person }:
                Seat(writer, key, sheet, person, "taken-back", at);
                writer.Execute("DELETE FROM review_scores WHERE stream = @key AND person = @Person", new { key, Person = person.ToString() });
                break;
            case ReviewEvent.Overruled overruled:
                writer.Execute("INSERT OR REPLACE INTO review_overrules (stream, person, signal, mentioned) VALUES (@key, @Person, @Signal, @Mentioned)", new { key, Person = overruled.Person.ToString(), overruled.Signal, overruled.Mentioned });
                break;
            case ReviewEvent.Rated rated:
                writer.Execute("UPDATE review_seats SET useful = @Useful, rated_at = @at WHERE stream = @key AND person = @Reviewer", new { key, at, rated.Useful, Reviewer = rated.Reviewer.ToString() });
                break;
            case ReviewEvent.Flagged { Reviewer: var reviewer }:
                writer.Execute("UPDATE review_seats SET hidden = 1 WHERE stream = @key AND person = @Reviewer", new { key, Reviewer = reviewer.ToString() });
                break;
            case ReviewEvent.FlagDecided decided:
                writer.Execute("UPDATE review_seats SET hidden = @Hidden WHERE stream = @key AND person = @Reviewer", new { key, decided.Hidden, Reviewer = decided.Reviewer.ToString() });
                break;
        }
    }

    private static void Seat(ProjectionWriter writer, string key, ShareSheet sheet, PersonId person, string state, string at)
    {
        writer.Execute("""
            INSERT INTO review_seats (stream, person, "group", candidate, state, at, given_at) VALUES (@key, @Person, @Group, @Candidate, @state, @at, @GivenAt)
            ON CONFLICT (stream, person) DO UPDATE SET state = excluded.state, at = excluded.at, given_at = excluded.given_at
            """, new
        {
            key,
            Person = person.ToString(),
            Group = Group.StreamOf(sheet.Setup.Candidate)!.Value.ToString(),
            Candidate = sheet.Setup.Candidate.ToString(),
            state,
            at,
            GivenAt = state == "given" ? at : null,
        });
        writer.Execute("UPDATE reviews SET taken = @Taken WHERE stream = @key AND taken <> @Taken", new { key, Taken = sheet.Taken });
    }
}
