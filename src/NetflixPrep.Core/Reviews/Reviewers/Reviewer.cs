using System.Diagnostics;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>One try at the licence: the three samples of one question, to be scored.</summary>
/// <param name="Number">Counts the person's tries from 1.</param>
/// <param name="ScriptHash">SHA-256 of the stored script: a later bank changes nothing about a try that is under way.</param>
/// <param name="Order">In which order the samples are shown.</param>
/// <param name="IsSecond">It follows a try that missed; after it there is a pause.</param>
public sealed record LicencePaper(int Number, string QuestionId, string ScriptHash, Seq<SampleKind> Order, bool IsSecond);

/// <summary>The score that the person gave to a sample on one dimension.</summary>
public sealed record LicenceScore(SampleKind Sample, string Dimension, int Score);

/// <summary>Where somebody's licence stands.</summary>
public abstract record Licence
{
    private Licence() { }

    public sealed record NotTaken : Licence;

    /// <summary>Samples are being scored. It can be taken up again however late.</summary>
    public sealed record Taking(LicencePaper Paper, Seq<LicenceScore> Scores) : Licence;

    /// <summary>The first try lay further apart; the second one is open.</summary>
    public sealed record Missed(LicencePaper Paper, Seq<LicenceScore> Scores) : Licence;

    /// <summary>The second try did too.</summary>
    /// <param name="Until">From then on there is a new try.</param>
    public sealed record Waiting(DateTimeOffset Until) : Licence;

    public sealed record Held(DateTimeOffset Since) : Licence;
}

/// <summary>One person as a reviewer: the fold of their events.</summary>
/// <param name="Papers">All tries so far, oldest first.</param>
/// <param name="Step">Counts what happened to the licence, so that an older button is known for one.</param>
public sealed record Reviewer(StreamId Stream, Licence Licence, Seq<LicencePaper> Papers, int Step)
{
    /// <summary>The first part of the ids of these streams; the key is the person.</summary>
    public const string StreamName = "reviewer";

    /// <summary>They want no invitations to review. Reviewing by themselves stays possible.</summary>
    public bool OptedOut { get; init; }

    public static StreamId StreamOf(PersonId person) => new(StreamName, person.ToString());

    public static Reviewer New(StreamId stream) => new(stream, new Licence.NotTaken(), [], 0);

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Reviewer Evolve(ReviewerEvent fact) => (Licence, fact) switch
    {
        (_, ReviewerEvent.OptedOut) => this with { OptedOut = true },
        (_, ReviewerEvent.OptedIn) => this with { OptedOut = false },
        (Licence.NotTaken or Licence.Waiting, ReviewerEvent.LicenceBegun { Paper: { IsSecond: false } paper }) => Begin(paper),
        (Licence.Missed, ReviewerEvent.LicenceBegun { Paper: { IsSecond: true } paper }) => Begin(paper),
        (Licence.Taking taking, ReviewerEvent.SampleScored it) => At(taking with { Scores = taking.Scores.Add(it.Score) }),
        (Licence.Taking { Scores.Count: > 0 } taking, ReviewerEvent.ScoreTakenBack) => At(taking with { Scores = [.. taking.Scores.SkipLast(1)] }),
        (Licence.Taking, ReviewerEvent.LicenceGiven it) => At(new Licence.Held(it.At)),
        (Licence.Taking { Paper.IsSecond: false } taking, ReviewerEvent.LicenceMissed { AgainAt: null }) => At(new Licence.Missed(taking.Paper, taking.Scores)),
        (Licence.Taking { Paper.IsSecond: true }, ReviewerEvent.LicenceMissed { AgainAt: { } until }) => At(new Licence.Waiting(until)),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {Licence.GetType().Name}."),
    };

    private Reviewer Begin(LicencePaper paper) => At(new Licence.Taking(paper, [])) with { Papers = Papers.Add(paper) };

    private Reviewer At(Licence licence) => this with { Licence = licence, Step = Step + 1 };
}
