using System.Text.Json;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class DiscordReaderTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 18, 0, 0, TimeSpan.Zero);

    private static Seq<Reading> Read(string type, string json) => DiscordReader.Read(type, JsonDocument.Parse(json).RootElement, "900", At);

    private static Inbound Inbound(string type, string json) => Assert.IsType<Reading.Said>(Assert.Single(Read(type, json))).Inbound;

    [Theory]
    [InlineData("""{"id":"1","channel_id":"2","content":"x","author":{"id":"900"}}""")]
    [InlineData("""{"id":"1","channel_id":"2","content":"x","author":{"id":"3","bot":true}}""")]
    [InlineData("""{"id":"1","channel_id":"2","content":"x","author":{"id":"3"},"webhook_id":"4"}""")]
    [InlineData("""{"id":"1","channel_id":"2","content":"joined","type":7,"author":{"id":"3"}}""")]
    [InlineData("""{"id":"1","channel_id":"2","content":null,"author":{"id":"3"}}""")]
    [InlineData("""{"id":[],"channel_id":"2","content":"x","author":{"id":"3"}}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void Bots_notices_and_oddities_mean_nothing(string json) => Assert.Empty(Read("MESSAGE_CREATE", json));

    [Fact]
    public void A_direct_message_has_no_group() =>
        Assert.Equal(new PersonId("discord", null, "3"), Inbound("MESSAGE_CREATE", """{"id":"1","channel_id":"2","content":"x","author":{"id":"3"}}""").From.Person);

    [Theory]
    [InlineData("32", true)] // manage server
    [InlineData("8", true)] // administrator
    [InlineData("1024", false)]
    [InlineData("no number", false)]
    public void Who_manages_the_server_is_an_admin(string permissions, bool admin)
    {
        var read = Read("INTERACTION_CREATE", $$$"""
            {"id":"1","type":2,"token":"t","application_id":"900","guild_id":"7","channel_id":"2","data":{"name":"help"},
             "member":{"permissions":"{{{permissions}}}","user":{"id":"3"} } }
            """);

        Assert.Equal(admin, Assert.IsType<Reading.Asked>(Assert.Single(read)).Inbound!.From.Admin);
    }

    [Fact]
    public void Nobody_is_an_admin_in_direct_messages()
    {
        var read = Read("INTERACTION_CREATE", """{"id":"1","type":2,"token":"t","application_id":"900","channel_id":"2","data":{"name":"help"},"user":{"id":"3"}}""");

        Assert.False(Assert.IsType<Reading.Asked>(Assert.Single(read)).Inbound!.From.Admin);
    }

    [Fact]
    public void A_preview_that_discord_adds_is_no_edit() =>
        Assert.Empty(Read("MESSAGE_UPDATE", """{"id":"1","channel_id":"2","content":"x","edited_timestamp":null,"author":{"id":"3"}}"""));

    [Fact]
    public void Each_edit_has_a_delivery_id_of_its_own() =>
        Assert.Equal("m:1:e:2026-01-05", Inbound("MESSAGE_UPDATE", """{"id":"1","channel_id":"2","content":"x","edited_timestamp":"2026-01-05","author":{"id":"3"}}""").From.DeliveryId);

    [Fact]
    public void Deletions_in_bulk_come_one_by_one() => Assert.Equal(2, Read("MESSAGE_DELETE_BULK", """{"ids":["1","2"],"channel_id":"3"}""").Count);

    [Theory]
    [InlineData("THREAD_DELETE", """{"id":"5","guild_id":"6"}""")]
    [InlineData("CHANNEL_DELETE", """{"id":"5","guild_id":"6"}""")]
    [InlineData("THREAD_MEMBERS_UPDATE", """{"id":"5","guild_id":"6","removed_member_ids":["900"]}""")]
    public void A_lost_place_is_told(string type, string json) => Assert.Equal(new PlaceId("discord", "5"), Assert.IsType<Inbound.PlaceGone>(Inbound(type, json)).From.Place);

    [Fact]
    public void A_menu_carries_its_value()
    {
        var asked = Assert.IsType<Reading.Asked>(Assert.Single(Read("INTERACTION_CREATE",
            """{"id":"1","application_id":"900","type":3,"token":"t","channel_id":"2","guild_id":"6","member":{"user":{"id":"3"}},"app_permissions":"2048","message":{"id":"8"},"data":{"custom_id":"c","values":["v"]}}""")));

        Assert.Equal(("c", "v", "i:1"), Assert.IsType<Inbound.Choice>(asked.Inbound) is var choice ? (choice.Token, choice.Value, choice.From.DeliveryId) : default);
        Assert.Equal((true, 2048UL), (asked.Interaction.HasMessage, asked.Interaction.AppPermissions));
    }

    [Fact]
    public void An_interaction_does_not_print_its_token()
    {
        var asked = Assert.IsType<Reading.Asked>(Assert.Single(Read("INTERACTION_CREATE", """{"id":"1","application_id":"900","type":3,"token":"hidden","channel_id":"2","user":{"id":"3"},"data":{"custom_id":"c"}}""")));

        Assert.DoesNotContain("hidden", asked.Interaction.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_of_either_shape_gives_its_fields()
    {
        var asked = Assert.IsType<Reading.Asked>(Assert.Single(Read("INTERACTION_CREATE",
            """{"id":"1","application_id":"900","type":5,"token":"t","channel_id":"2","user":{"id":"3"},"data":{"custom_id":"c","components":[{"type":18,"component":{"custom_id":"a","values":["1"]}},{"type":1,"components":[{"custom_id":"b","value":"2"}]}]}}""")));

        Assert.Equal(new Seq<Argument>([new("a", "1"), new("b", "2")]), Assert.IsType<Inbound.Form>(asked.Inbound).Fields);
    }

    [Fact]
    public void Numbers_are_kept_up_to_where_all_is_durable()
    {
        var ledger = new SeqLedger();
        foreach (var seq in new long[] { 2, 3, 4 }) ledger.Received("s", seq);

        Assert.Equal([1, 3, null, 4], new[] { ledger.Kept("s", 3), ledger.Kept("s", 2), ledger.Kept("other", 4), ledger.Kept("s", 4) });
    }
}
