using NetflixPrep.Bot.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;

namespace NetflixPrep.Bot.Tests.Groups;

public sealed class NamesTests
{
    [Theory]
    [InlineData("discord", "<#800000000000000001>", "800000000000000001")]
    [InlineData("discord", "800000000000000001", "800000000000000001")]
    [InlineData("discord", "#practice", null)]
    [InlineData("discord", "<@800000000000000001>", null)]
    [InlineData("slack", "<#C024BE91L|general>", "C024BE91L")]
    [InlineData("slack", "C024BE91L", "C024BE91L")]
    [InlineData("slack", "general", null)]
    [InlineData("terminal", "#Practice", "#practice")]
    [InlineData("terminal", "practice", null)]
    public void A_channel_is_a_mention_or_an_id_of_its_platform(string platform, string text, string? id) =>
        Assert.Equal(id is null ? (PlaceId?)null : new(platform, id), Mentions.Channel(new(platform, "g", "u"), text));

    [Theory]
    [InlineData("discord", "<@500000000000000001>", "500000000000000001")]
    [InlineData("discord", "<@!500000000000000001>", "500000000000000001")]
    [InlineData("discord", "@ana", null)]
    [InlineData("slack", "<@U024BE7LH|ana>", "U024BE7LH")]
    [InlineData("slack", "ana", null)]
    [InlineData("terminal", "@Ana", "ana")]
    [InlineData("terminal", "ana", "ana")]
    public void A_person_is_a_mention_or_an_id_of_its_platform(string platform, string text, string? id) =>
        Assert.Equal(id is null ? (PersonId?)null : new(platform, "g", id), Mentions.Person(new(platform, "g", "u"), text));

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("Mars/Olympus", null)]
    public void A_zone_is_a_name_of_the_list(string text, string? zone) => Assert.Equal(zone, Zones.Find(text));

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    public void A_zone_that_was_probably_meant_is_named(string text, string zone) => Assert.Equal(zone, Zones.Nearest(text));

    [Fact]
    public void A_day_is_counted_where_the_group_lives()
    {
        var evening = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal(["2026-03-02", "2026-03-03", "2026-03-02"], [Zones.Day(evening, "UTC"), Zones.Day(evening, "Europe/Berlin"), Zones.Day(evening, "a zone of a newer list")]);
    }
}
