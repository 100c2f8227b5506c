using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class SuggestionJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<SuggestionEvent> Facts => [
        new SuggestionEvent.Reported(Noon, new("coding.last-minute", 2, "The window is \"60\" s, 日本")),
        new SuggestionEvent.Proposed(Noon, new("coding", "Two clocks", "Sort them.\nPlease.", ["clock skew"], "And then?", "")),
        new SuggestionEvent.HandedOver(Noon, 1, [new("discord", "1", "7")]),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(SuggestionEvent fact) => Assert.Equal(fact, SuggestionJson.Read(SuggestionJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() =>
        Assert.Equal(typeof(SuggestionEvent).GetNestedTypes().Select(type => type.Name).Order(), Facts.Select(row => row.Data.GetType().Name).Distinct().Order());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-suggestions.txt", string.Concat(Facts.Select(row => SuggestionJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
