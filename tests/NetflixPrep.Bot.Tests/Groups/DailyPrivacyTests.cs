using System.Text;
using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.DailyRig;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Answers to questions of the day belong to people: what an export holds, what a deletion and a retention take.</summary>
public sealed class DailyPrivacyTests : IAsyncLifetime
{
    private readonly DailyRig rig = new();

    public async ValueTask InitializeAsync()
    {
        await rig.AskedAsync();
        await rig.AnswerAsync(Ben, "words of ben");
        await rig.AnswerAsync(Ana, "words of ana");
        await rig.AnswerAsync(Ana, "other words of ana");
        await rig.AnswerAsync(AnaInTwo, "words of ana in two");
        await rig.PressAsync(Ben, "read");
    }

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public void What_was_shown_of_others_is_not_kept() =>
        Assert.DoesNotContain(rig.Bot.Rows()["outbox"], row => row.Contains("words of ana", StringComparison.Ordinal));

    [Fact]
    public async Task Deleting_takes_the_answers_of_that_person_in_that_group_and_leaves_the_others()
    {
        await DeleteAsync(Ana);

        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of ana", StringComparison.Ordinal) && !row.Contains("in two", StringComparison.Ordinal));
        Assert.Equal(["terminal:one:ben", "terminal:two:ana"], rig.Bot.Database.Writer.Query<string>("SELECT person FROM daily_answers ORDER BY person"));
        Assert.DoesNotContain(rig.Bot.Rows()["events"], row => row.Contains("\"group\":\"one\",\"user\":\"ana\"", StringComparison.Ordinal));
        await rig.PressAsync(Ben, "read");
        Assert.StartsWith("Nobody else has answered so far.", rig.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_deletion_the_card_counts_anew()
    {
        await DeleteAsync(Ana);

        var card = rig.Cards.Last();
        Assert.Equal(new PlaceId("terminal", "#one"), card.Place);
        Assert.Contains("1 answered.", ((Effect.Show)card.Effect).Message.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_everywhere_takes_both_groups()
    {
        await DeleteAsync(TwoGroups.In(null, "ana"));

        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of ana", StringComparison.Ordinal));
        Assert.Equal(["terminal:one:ben"], rig.Bot.Database.Writer.Query<string>("SELECT person FROM daily_answers"));
    }

    [Fact]
    public async Task After_a_deletion_everything_goes_on()
    {
        await DeleteAsync(Ana);
        await rig.AnswerAsync(Ana, "new words");
        await rig.Bot.PassAsync(TimeSpan.FromDays(1));

        await rig.PressAsync(Ben, "read");

        Assert.Contains("new words", rig.Told, StringComparison.Ordinal);
        Assert.Equal(0, rig.Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task What_is_on_its_way_to_somebody_else_goes_too()
    {
        rig.Bot.Platform.FailNext(new SendException(SendFault.Transient, "later"));
        await rig.PressAsync(Ben, "read");

        await DeleteAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromMinutes(5));

        Assert.DoesNotContain(rig.Bot.Rows()["outbox"], row => row.Contains("words of ana\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_itself_no_longer_holds_the_words()
    {
        await DeleteAsync(TwoGroups.In(null, "ana"));

        var bytes = await rig.Bot.EndAsync();

        Assert.Equal(-1, bytes.AsSpan().IndexOf("words of ana"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("words of ben")));
    }

    [Fact]
    public async Task An_export_holds_ones_own_answers_of_that_group_and_nobody_elses()
    {
        await rig.PressAsync(Ana, "read");
        await rig.Bot.PressAsync(Ana, new Token(new("privacy", "self"), "export", 0, "one"));

        var file = rig.Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;

        Assert.Contains("words of ana", file, StringComparison.Ordinal);
        Assert.Contains("other words of ana", file, StringComparison.Ordinal);
        Assert.DoesNotContain("in two", file, StringComparison.Ordinal);
        Assert.DoesNotContain("words of ben", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retention_deletes_old_questions_with_their_answers_and_remembers_only_what_was_asked()
    {
        await rig.Bot.CommandAsync(Ana, "/settings retention:7 daily-question:off");
        var asked = rig.Bot.Database.Writer.QuerySingle<string>("SELECT question_id FROM dailies WHERE \"group\" = 'group/terminal:one'");
        await rig.Bot.PassAsync(TimeSpan.FromDays(9));

        var rows = rig.Bot.Rows();
        Assert.DoesNotContain(rows.Values.SelectMany(each => each), row => row.Contains("words of", StringComparison.Ordinal) && !row.Contains("in two", StringComparison.Ordinal));
        Assert.DoesNotContain(rows["events"].Concat(rows["slots"]).Concat(rows["outbox"]), row => row.Contains("terminal:one@2026-03-03", StringComparison.Ordinal));
        Assert.Equal(("cleared", asked), rig.Bot.Database.Writer.QuerySingle<(string, string)>("SELECT state, question_id FROM dailies WHERE \"group\" = 'group/terminal:one'"));
        await rig.PressAsync(Ben, "read");
        Assert.StartsWith("I do not know that question here, or not any more.", rig.Told, StringComparison.Ordinal);
    }

    private async Task DeleteAsync(PersonId person)
    {
        await rig.Bot.PressAsync(person, new Token(new("privacy", "self"), "delete", 0, person.Group ?? ""));
        await rig.Bot.PressAsync(person, "Delete everything");
    }
}
