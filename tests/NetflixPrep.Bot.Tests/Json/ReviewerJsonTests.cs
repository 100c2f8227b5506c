using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class ReviewerJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<ReviewerEvent> Facts =>
    [
        new ReviewerEvent.LicenceBegun(At, new(1, "culture.candour", "0f3a", [SampleKind.Strong, SampleKind.Weak, SampleKind.Fair], IsSecond: false)),
        new ReviewerEvent.LicenceBegun(At, new(2, "culture.feedback", "0f3b", [SampleKind.Fair, SampleKind.Weak, SampleKind.Strong], IsSecond: true)),
        new ReviewerEvent.SampleScored(At, new(SampleKind.Weak, "impact", 2)),
        new ReviewerEvent.ScoreTakenBack(At),
        new ReviewerEvent.LicenceMissed(At, null),
        new ReviewerEvent.LicenceMissed(At, At.AddHours(20)),
        new ReviewerEvent.LicenceGiven(At),
        new ReviewerEvent.OptedOut(At),
        new ReviewerEvent.OptedIn(At),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(ReviewerEvent fact) => Assert.Equal(fact, ReviewerJson.Read(ReviewerJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(ReviewerEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-reviewers.txt", string.Concat(Facts.Select(row => ReviewerJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
