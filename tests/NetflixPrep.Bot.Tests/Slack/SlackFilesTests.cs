using System.Text;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>A file for one person.</summary>
public sealed class SlackFilesTests
{
    private const string Ana = SlackRig.Ana;

    private static readonly Message Export = new(Prose.Markdown("Here it is.")) { Attachment = new("kept.json", "{\"words\":\"h\u00e9llo\"}") };

    [Fact(Timeout = 60_000)]
    public async Task The_file_stands_in_the_direct_messages_and_the_answer_says_so()
    {
        await using var rig = await SlackRig.LiveAsync();
        var command = await CommandAsync(rig);

        await HandAsync(rig, command);

        var file = Assert.Single(rig.Fake.Locked(() => rig.Fake.Channels[rig.Fake.Dm(Ana)].Messages.SelectMany(message => message.Files).ToList()));
        Assert.Equal(("kept.json", "{\"words\":\"h\u00e9llo\"}"), (file.Name, Encoding.UTF8.GetString(file.Bytes!)));
        Assert.Equal("Here it is.\n\nThe file is in our direct messages.", SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana))));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_upload_and_a_channel_fit_Slacks_own_types()
    {
        SlackSchemas.SkipUnlessThere();
        await using var rig = await SlackRig.LiveAsync();
        var command = await CommandAsync(rig);

        await HandAsync(rig, command);
        await rig.ShowAsync(new(Prose.Of($"Practice is in {SlackRig.Practice}.")), "key-2");

        Assert.Contains(rig.Fake.Calls, call => call.Method == "files.completeUploadExternal");
        Assert.DoesNotContain(SlackSchemas.Findings(rig.Fake), finding => !finding.StartsWith("answer of", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_the_scope_one_sentence_says_what_an_administrator_adds()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Scopes.Remove("files:write"));
        var command = await CommandAsync(rig);

        await HandAsync(rig, command);

        var said = SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana)));
        Assert.Contains("an administrator can add the scope files:write", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Here it is", said, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("file_uploads_disabled", "Slack did not take the file from me (file_uploads_disabled)")]
    [InlineData("user_disabled", "I cannot write to you")]
    public async Task What_Slack_refuses_is_said_to_the_person(string code, string says)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(FakeFault.Error(code == "user_disabled" ? "conversations.open" : "files.completeUploadExternal", code)));
        var command = await CommandAsync(rig);

        await HandAsync(rig, command);

        Assert.Contains(says, SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana))), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(FakeFault.Upload, false)]
    [InlineData("files.completeUploadExternal", true)]
    public async Task A_broken_upload_is_tried_again_and_in_doubt_only_once_it_could_be_seen(string step, bool doubt)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(FakeFault.LostCall(step)));
        var command = await CommandAsync(rig);

        var failed = await Assert.ThrowsAsync<SendException>(() => HandAsync(rig, command));
        await HandAsync(rig, command);

        Assert.Equal((SendFault.Transient, doubt), (failed.Fault, failed.MayHaveArrived));
        Assert.Single(rig.Fake.SeesAnywhere(Ana).SelectMany(message => message.Files));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_tried_again_after_the_file_does_not_upload_it_again()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(FakeFault.LostAnswer("chat.postEphemeral")));

        var failed = await Assert.ThrowsAsync<SendException>(() => HandAsync(rig, null));
        await HandAsync(rig, null, failed.Sent);

        Assert.Single(rig.Fake.SeesAnywhere(Ana).SelectMany(message => message.Files));
        Assert.Single(failed.Sent);
    }

    private static async Task<Inbound> CommandAsync(SlackRig rig)
    {
        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "stop");
        return await rig.NextAsync(answered: true);
    }

    private static Task<Receipt> HandAsync(SlackRig rig, Inbound? command, IReadOnlyList<string>? sent = null) =>
        rig.ShowAsync(Export, inReplyTo: command?.From.DeliveryId, only: SlackRig.Person(Ana), sent: sent);
}
