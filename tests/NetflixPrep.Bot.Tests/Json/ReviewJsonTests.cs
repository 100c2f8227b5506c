using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class ReviewJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("terminal", "study", "ana");
    private static readonly PersonId Ben = new("terminal", "study", "ben");

    private static readonly ShareSetup Setup = new()
    {
        Stream = new("review", "abcd2345"),
        Source = new("session", "wxyz6789"),
        Candidate = Ana,
        AskedIn = new("terminal", "#study"),
        RoundId = "coding",
        RoundLabel = "Coding",
        MinutesUsed = 28,
        MinutesAsked = 30,
        Answers = [new("coding.plays", "0f3a", "Plays in the last minute", "Write a counter.", ["What would you test?"], [new(1, 0, "A ring <b> & \"buckets\"\nsecond line", false), new(9, 1, "x = 1", true)])],
        Self = [new("impact", 4)],
        Cause = "edges-late",
        CauseLabel = "Edge cases late",
        Channels = [new("terminal", "#reviews"), new("terminal", "#study")],
        Needed = 3,
        Days = 3,
        Zone = "Europe/Dublin",
        Quiet = QuietHours.Read("22:00-07:00"),
        Rubric = [new("impact", "Impact potential", "Would it move something?", [], [])],
    };

    public static TheoryData<ReviewEvent> Facts =>
    [
        new ReviewEvent.Prepared(At, Setup),
        new ReviewEvent.Prepared(At, Setup with { MinutesAsked = null, Self = [], Cause = null, CauseLabel = null, Quiet = null }),
        new ReviewEvent.ChannelChosen(At, new("terminal", "#study")),
        new ReviewEvent.NamingChosen(At, true),
        new ReviewEvent.PartsChosen(At, ShareParts.WithCause),
        new ReviewEvent.OwnScoresAsked(At),
        new ReviewEvent.SelfScored(At, "impact", 4),
        new ReviewEvent.Shared(At, At.AddDays(3)),
        new ReviewEvent.Invited(At, Ben, At.AddDays(1)),
        new ReviewEvent.InvitationPassed(At, Ben),
        new ReviewEvent.Claimed(At, Ben, At.AddDays(1), true),
        new ReviewEvent.ClaimLapsed(At, Ben),
        new ReviewEvent.Scored(At, Ben, "impact", 4),
        new ReviewEvent.ScoresCleared(At, Ben),
        new ReviewEvent.MoveOnChosen(At, Ben, MoveOn.StrongYes),
        new ReviewEvent.WordsDrafted(At, Ben, [new("strength", "short")]),
        new ReviewEvent.Given(At, Ben, [new("impact", 4, "ring \"buckets\""), new("execution", 3, null)], "Says where the time goes", "Name the memory it needs", true),
        new ReviewEvent.CauseNamed(At, Ben, "edges-late"),
        new ReviewEvent.ReviewWithdrawn(At, Ben),
        new ReviewEvent.Overruled(At, Ben, "coding.plays:tests", true),
        new ReviewEvent.Opened(At, true),
        new ReviewEvent.Published(At),
        new ReviewEvent.Rated(At, Ana, Ben, true),
        new ReviewEvent.RatingExplained(At, Ana, Ben, "It named the one thing."),
        new ReviewEvent.Flagged(At, Ana, Ben, [new("terminal", "study", "mo")]),
        new ReviewEvent.FlagDecided(At, new("terminal", "study", "mo"), Ben, false),
        new ReviewEvent.Discussed(At, Ben, new("terminal", "#study/review"), "m1", "Nice ring"),
        new ReviewEvent.DiscussionEdited(At, Ben, "m1", "Nice ring!"),
        new ReviewEvent.DiscussionDeleted(At, Ben, "m1"),
        new ReviewEvent.Withdrawn(At),
        new ReviewEvent.PlaceLost(At),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(ReviewEvent fact) => Assert.Equal(fact, ReviewJson.Read(ReviewJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(ReviewEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-reviews.txt", string.Concat(Facts.Select(row => ReviewJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
