using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Committees;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class CommitteeJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("terminal", "study", "ana");
    private static readonly PersonId Ben = new("terminal", "study", "ben");
    private static readonly StreamId Review = new("review", "review1");

    private static readonly CommitteeSetup Setup = new()
    {
        Stream = new("committee", "cccccccc"),
        Candidate = Ana,
        Group = new("group", "terminal:study"),
        Zone = "Europe/Dublin",
        Days = 3,
        Rounds = [new(Review, "Coding", "Plays in the last minute", 3)],
        Needed = 1,
        Loop = "Loop S2",
        Alias = "Heron",
        Channels = [new("the review channel", new("terminal", "#reviews")), new("this channel", new("terminal", "#mock"))],
    };

    private static readonly ReviewedRound Round = CommitteeRig.Round(1, Ana, new("session", "ssssssss")) with
    {
        Alias = "Quiet Otter",
        Self = [new SelfScore("impact", 4)],
        ChosenCause = "No \"trade-off\"",
        Reviews =
        [
            new()
            {
                Reviewer = Ben, At = At, Scores = [new("impact", 4, "Résumé: <b> & \"why\"\nsecond line"), new("clarity", 3, null)],
                Strength = "strong", Change = "change", MoveOn = MoveOn.StrongNo, Cause = "no-trade-off", Licensed = true,
            },
        ],
    };

    public static TheoryData<CommitteeEvent> Facts =>
    [
        new CommitteeEvent.Prepared(At, Setup),
        new CommitteeEvent.Prepared(At, Setup with { Loop = null, Needed = 3, SharedUnderAlias = true }),
        new CommitteeEvent.RoundLeftOut(At, Review),
        new CommitteeEvent.RoundPutBack(At, Review),
        new CommitteeEvent.NameChosen(At, UnderAlias: true),
        new CommitteeEvent.ChannelChosen(At, new("terminal", "#mock")),
        new CommitteeEvent.Convened(At, new() { Place = new("terminal", "#reviews"), Alias = "Heron", Loop = "Loop S2", Rounds = [Round], ClosesAt = At.AddDays(3) }),
        new CommitteeEvent.Convened(At, new() { Place = new("terminal", "#reviews"), Rounds = [], ClosesAt = At.AddDays(3) }),
        new CommitteeEvent.VoteGiven(At, Ben, MoveOn.StrongYes, "Résumé: <b> & \"why\", in one sentence"),
        new CommitteeEvent.Closed(At, CommitteeEnding.Deadline),
        new CommitteeEvent.Withdrawn(At),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(CommitteeEvent fact) => Assert.Equal(fact, CommitteeJson.Read(CommitteeJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(CommitteeEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-committee.txt", string.Concat(Facts.Select(row => CommitteeJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
