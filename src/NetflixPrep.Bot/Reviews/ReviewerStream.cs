using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Reviews;

/// <summary>The stream kind of one person as a reviewer: the desk behind it, and the table that says who has a licence and who is not to be invited.</summary>
internal static class ReviewerStream
{
    public static StreamKind<Reviewer, ReviewerInput, ReviewerEvent> Kind(ScriptShelf shelf) => new()
    {
        Name = Reviewer.StreamName,
        Initial = Reviewer.New,
        Evolve = (reviewer, fact) => reviewer.Evolve(fact),
        Decide = (reviewer, input) => new ReviewerDesk(Script(shelf, PaperOf(reviewer)), Script(shelf, PaperOf(input))).Decide(reviewer, input),
        Write = ReviewerJson.Write,
        Read = ReviewerJson.Read,
        Project = (writer, stream, _, fact, _) => Project(shelf, writer, stream, fact),
    };

    private static LicencePaper? PaperOf(Reviewer reviewer) => reviewer.Licence switch
    {
        Licence.Taking taking => taking.Paper,
        Licence.Missed missed => missed.Paper,
        _ => null,
    };

    private static LicencePaper? PaperOf(ReviewerInput input) => input switch
    {
        ReviewerInput.Take take => take.Next,
        ReviewerInput.SecondTry second => second.Next,
        _ => null,
    };

    private static InterviewScript? Script(ScriptShelf shelf, LicencePaper? paper) => paper is null ? null : shelf.Get(paper.ScriptHash, paper.QuestionId).Script;

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, StreamId stream, ReviewerEvent fact)
    {
        if (fact is ReviewerEvent.LicenceBegun { Paper: var paper }) ScriptShelf.Keep(writer, shelf.Get(paper.ScriptHash, paper.QuestionId));
        var person = PersonId.Parse(stream.Key);
        var at = Times.Text(fact.At);
        writer.Execute("""
            INSERT INTO reviewers (stream, person, platform, "user", licensed_at, opted_out, opted_at, changed_at)
            VALUES (@Stream, @Person, @Platform, @User, @Licensed, @OptedOut, @OptedAt, @at)
            ON CONFLICT (stream) DO UPDATE SET licensed_at = coalesce(excluded.licensed_at, licensed_at),
                opted_out = coalesce(excluded.opted_out, opted_out), opted_at = coalesce(excluded.opted_at, opted_at), changed_at = excluded.changed_at
            """, new
        {
            Stream = stream.ToString(),
            Person = person.ToString(),
            person.Platform,
            person.User,
            Licensed = fact is ReviewerEvent.LicenceGiven ? at : null,
            OptedOut = fact switch { ReviewerEvent.OptedOut => 1L, ReviewerEvent.OptedIn => 0L, _ => (long?)null },
            OptedAt = fact is ReviewerEvent.OptedOut or ReviewerEvent.OptedIn ? at : null,
            at,
        });
    }
}
