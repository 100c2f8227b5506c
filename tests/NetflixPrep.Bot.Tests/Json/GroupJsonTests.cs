using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class GroupJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PlaceId Hall = new("terminal", "#hall");

    public static TheoryData<GroupEvent> Facts => [
        new GroupEvent.Introduced(Noon, Hall),
        new GroupEvent.SettingsChanged(Noon, GroupSettings.Default),
        new GroupEvent.SettingsChanged(Noon, new()
        {
            PracticeChannel = Hall,
            ReviewChannel = Hall,
            Moderators = [new("terminal", "study", "ana")],
            Zone = "Europe/Berlin",
            QuietHours = new(new(22, 0), new(7, 30)),
            RetentionDays = 90,
        }),
        new GroupEvent.SettingsChanged(Noon, new() { PracticeChannel = Hall, DailyQuestion = new(new(9, 0), DrillDays.Weekdays) }),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(GroupEvent fact) => Assert.Equal(fact, GroupJson.Read(GroupJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() =>
        Assert.Equal(typeof(GroupEvent).GetNestedTypes().Select(type => type.Name).Order(), Facts.Select(row => row.Data.GetType().Name).Distinct().Order());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-group.txt", string.Concat(Facts.Select(row => GroupJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
