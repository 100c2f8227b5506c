using System.Text.Json;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>The licence with the bank that ships: three minutes, and every sample fits the platforms.</summary>
public sealed class LicenceBankTests
{
    /// <summary>Read in less than three minutes at 240 words a minute.</summary>
    private const int MostWords = 700;

    private static readonly QuestionBank Bank = BuiltInBank.Load();
    private static readonly PersonId Ana = new("discord", "1", "2");

    public static TheoryData<string> Questions => [.. Bank.Questions.Where(question => question.Status == QuestionStatus.Reviewed).Select(question => question.Id)];

    [Fact]
    public void The_samples_of_a_first_and_a_second_try_are_read_in_three_minutes() => Assert.All(Enumerable.Range(0, 100), at =>
    {
        var somebody = Reviewer.New(Reviewer.StreamOf(Ana with { User = $"{at}" }));
        var first = LicenceChoice.Next(Bank, somebody, [], id => id)!;
        var missed = somebody.Evolve(new ReviewerEvent.LicenceBegun(default, first)).Evolve(new ReviewerEvent.LicenceMissed(default, null));
        var second = LicenceChoice.Next(Bank, missed, [], id => id)!;

        Assert.NotEqual(first.QuestionId, second.QuestionId);
        Assert.All([first, second], paper => Assert.InRange(Bank.Find(paper.QuestionId)!.Samples.Sum(sample => sample.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), 1, MostWords));
    });

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_sample_fits_Discord_and_Slack_with_its_menu_on_the_last_part(string id)
    {
        var script = Bank.Script(id);
        foreach (var kind in Enum.GetValues<SampleKind>())
        {
            var paper = new LicencePaper(1, id, "hash", [kind, .. Enum.GetValues<SampleKind>().Where(other => other != kind)], IsSecond: false);
            var message = ((Effect.Show)new ReviewerDesk(null, script)
                .Decide(Reviewer.New(Reviewer.StreamOf(Ana)), new ReviewerInput.Take(new("d", Ana, new("discord", "3"), default), paper, false)).Effects[0]).Message;

            var discord = DiscordRenderer.Render(message);
            var slack = SlackRenderer.Render(message, new(new("/mock", CommandTable.All)));

            Assert.All(discord, body => Assert.InRange(body.Content!.Length, 1, DiscordLimits.Content));
            Assert.Equal([discord.Count - 1], Enumerable.Range(0, discord.Count).Where(at => discord[at].Components is { Count: > 0 }));
            Assert.All(slack, body => Assert.Empty(BlockRules.Message(Blocks(body))));
        }
    }

    private static JsonArray Blocks(NetflixPrep.Bot.Adapters.Slack.MessageBody body) =>
        JsonSerializer.SerializeToNode(new PostArguments("C", body.Text, body.Blocks), SlackJson.Default.PostArguments)!["blocks"]!.AsArray();
}
