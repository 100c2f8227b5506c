using System.Text.Json;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

public sealed class SlackReaderTests
{
    private static readonly SlackIdentity Self = new("T1", "UBOT", "B1", []);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_message_in_a_thread_stands_in_the_thread()
    {
        var text = Assert.IsType<Inbound.Text>(Said("""{"type":"message","channel":"C1","user":"U1","text":"a &lt; b &amp; c","ts":"2.1","thread_ts":"1.1"}"""));

        Assert.Equal(("slack:C1:1.1", "slack:T1:U1", "m:C1:2.1", "a < b & c"), (text.From.Place.ToString(), text.From.Person.ToString(), text.From.DeliveryId, text.Body));
        Assert.Equal(text.From.Place, PlaceId.Parse(text.From.Place.ToString()));
    }

    [Fact]
    public void A_direct_message_has_no_group() =>
        Assert.Null(Said("""{"type":"message","channel":"D1","channel_type":"im","user":"U1","text":"hi","ts":"2.1"}""")!.From.Person.Group);

    [Theory]
    [InlineData("""{"type":"message","channel":"C1","user":"UBOT","text":"mine","ts":"2.1"}""")]
    [InlineData("""{"type":"message","channel":"C1","user":"U9","bot_id":"B9","text":"another bot","ts":"2.1"}""")]
    [InlineData("""{"type":"message","subtype":"channel_join","channel":"C1","user":"U1","text":"joined","ts":"2.1"}""")]
    [InlineData("""{"type":"message","subtype":"bot_message","channel":"C1","text":"x","ts":"2.1"}""")]
    [InlineData("""{"type":"message","channel":"C1","user":"U1","text":"","ts":"2.1"}""")]
    [InlineData("""{"type":"message","channel":"C1","user":7,"text":"x"}""")]
    [InlineData("""{"type":"app_home_opened","user":"U1","tab":"messages"}""")]
    [InlineData("""{"type":"reaction_added","user":"U1"}""")]
    [InlineData("""{}""")]
    public void What_nobody_said_means_nothing(string json) => Assert.Empty(Read(json));

    [Fact]
    public void A_changed_text_is_an_edit_and_an_unfurled_link_is_none()
    {
        var edited = Said("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"user":"U1","text":"new","ts":"2.1","edited":{"user":"U1","ts":"9.8"}},"previous_message":{"user":"U1","text":"old","ts":"2.1"}}""");
        var unfurled = Read("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"user":"U1","text":"new","ts":"2.1","edited":{"user":"U1","ts":"9.8"}},"previous_message":{"user":"U1","text":"new","ts":"2.1","edited":{"user":"U1","ts":"9.8"}}}""");

        Assert.Equal(("2.1", "new"), (Assert.IsType<Inbound.Edited>(edited).MessageId, ((Inbound.Edited)edited!).Body));
        Assert.Empty(unfurled);
    }

    [Theory]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"2.1","ts":"9.9","previous_message":{"user":"U1","text":"old","ts":"2.1","thread_ts":"1.1"}}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"subtype":"tombstone","user":"USLACKBOT","ts":"2.1"},"previous_message":{"user":"U1","text":"old","ts":"2.1","thread_ts":"1.1"}}""")]
    public void A_message_taken_back_is_a_deletion_also_when_replies_keep_its_place(string json)
    {
        var deleted = Assert.IsType<Inbound.Deleted>(Said(json));

        Assert.Equal(("2.1", "C1:1.1", "U1"), (deleted.MessageId, deleted.From.Place.Place, deleted.From.Person.User));
    }

    [Theory]
    [InlineData("<@UBOT> done", "done")]
    [InlineData("ask <@U2|ben> in <#C2|general>", "ask @ben in #general")]
    [InlineData("see <https://a.b/c|a.b/c> and <https://a.b>", "see https://a.b/c and https://a.b")]
    [InlineData("<mailto:a@b.c|a@b.c> <!here>", "a@b.c @here")]
    [InlineData("5 &lt; 6 &amp;&amp; x", "5 < 6 && x")]
    [InlineData("an open < stays", "an open < stays")]
    public void Text_is_read_as_it_looks(string raw, string looks) => Assert.Equal(looks, SlackText.Read(raw, "UBOT"));

    [Theory]
    [InlineData("settings practice-channel:<#C0STUDY|study> moderators:\"<@U0ANA|ana> <@U0BEN>\"", "settings practice-channel:<#C0STUDY> moderators:\"<@U0ANA> <@U0BEN>\"")]
    [InlineData("start loop:\"coding 45 &amp; <!here>\"", "start loop:\"coding 45 & @here\"")]
    public void A_command_means_people_and_channels_and_not_their_names(string raw, string read) => Assert.Equal(read, SlackText.ReadCommand(raw));

    [Theory]
    [InlineData("""{"id":"F1","name":"a.txt","mimetype":"text/plain","size":5,"url_private_download":"https://files.slack.com/a"}""", true)]
    [InlineData("""{"id":"F1","name":"a.py","mimetype":"","size":5,"url_private":"https://files.slack.com/a"}""", true)]
    [InlineData("""{"id":"F1","file_access":"check_file_info"}""", true)]
    [InlineData("""{"id":"F1","name":"a.png","mimetype":"image/png"}""", false)]
    [InlineData("""{"id":"F1","name":"a.txt","mimetype":"text/plain","mode":"tombstone"}""", false)]
    public void Text_files_are_fetched(string file, bool fetched) =>
        Assert.Equal(fetched, Read($$"""{"type":"message","subtype":"file_share","channel":"D1","user":"U1","text":"","ts":"2.1","files":[{{file}}]}""").Any(reading => reading is SlackReading.FileSent));

    [Fact]
    public void A_form_comes_back_with_its_token_and_the_place_it_was_opened_in()
    {
        var json = JsonSerializer.Deserialize<JsonElement>("""
            {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"private_metadata":"session/a|changed|1|\nslack:C1:1.1","blocks":[{"block_id":"round"},{"block_id":"why"}],
             "state":{"values":{"round":{"value":{"type":"static_select","selected_option":{"value":"coding"}}},"why":{"value":{"type":"plain_text_input","value":null}}}}}}
            """);

        var done = Assert.IsType<SlackReading.Done>(SlackReader.ReadInteractive("env-1", json, At));
        var form = Assert.IsType<Inbound.Form>(done.At(done.Interaction.Place!.Value));

        Assert.Equal(("session/a|changed|1|", "slack:C1:1.1", "e:env-1"), (form.Token, form.From.Place.ToString(), form.From.DeliveryId));
        Assert.Equal([new("round", "coding"), new("why", "")], form.Fields);
        Assert.Equal(["round", "why"], done.Interaction.Blocks);
    }

    [Fact]
    public void A_secret_does_not_get_into_a_log()
    {
        var interaction = new SlackInteraction("e:1", SlackKind.Press, new("slack", "T1", "U1"), null) { ResponseUrl = "https://hooks.slack.com/secret", Trigger = "secret" };

        Assert.DoesNotContain("secret", interaction.ToString(), StringComparison.Ordinal);
    }

    private static Inbound? Said(string json) => Read(json).OfType<SlackReading.Said>().SingleOrDefault()?.Inbound;

    private static Seq<SlackReading> Read(string json) => SlackReader.ReadEvent(JsonSerializer.Deserialize<JsonElement>($$"""{"team_id":"T1","event":{{json}}}"""), Self, At);
}
