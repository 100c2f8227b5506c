using System.Text.RegularExpressions;
using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>What <c>/privacy</c> and a retention delete, table by table.</summary>
public sealed partial class ErasingTests : IAsyncLifetime
{
    private static readonly PersonId AnaInOne = In("one", "ana");
    private static readonly PersonId AnaInTwo = In("two", "ana");
    private static readonly PersonId AnaAlone = In(null, "ana");
    private static readonly PersonId BenInOne = In("one", "ben");
    private static readonly PersonId BenInTwo = In("two", "ben");

    // These know nothing of people; numbers and words of the bank go on.
    private static readonly string[] Impersonal = ["dailies", "questions", "notes", "heartbeats", "installation", "schema_version", "erasing", "sqlite_sequence"];

    // Not the "explanation" of a question.
    [GeneratedRegex(@"\bana\b")]
    private static partial Regex Named { get; }

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { AnaInTwo, BenInOne, BenInTwo })
        {
            await bot.HoldAsync(person, $"words of {person.User} in {person.Group}");
            await bot.CommandAsync(person, "/mock stop");
            await bot.CommandAsync(person, "/mock start loop:\"coding 45, ml-fundamentals 30\"");
            await PlanAsync(person, $"proof of {person.User} in {person.Group}");
        }
        await bot.CommandAsync(BenInOne, "/settings moderators:\"@ben @cleo\" retention:30");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public void Every_table_says_what_becomes_of_the_rows_about_a_person() => Assert.Equal(bot.Tables(), Eraser.Tables.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_table_that_is_emptied_is_in_the_export_too()
    {
        var copies = new[] { "slots", "timers" }; // of messages that stand in outbox, and of the session's own clock

        Assert.Equal(Eraser.Tables.Keys.Except(Impersonal).Except(copies).Order(), Takeout.Questions.Keys.Order());
    }

    [Fact]
    public async Task In_a_group_the_database_is_as_if_that_person_had_never_been_there()
    {
        var before = bot.Rows();
        await DrillAsync(AnaInOne);
        await bot.HoldAsync(AnaInOne, "my secret words");
        await bot.HoldAsync(AnaInOne, "more secret words");
        await bot.CommandAsync(AnaInOne, "/mock stop");
        await bot.CommandAsync(AnaInOne, "/mock start loop:\"coding 45\"");
        await PlanAsync(AnaInOne, "my secret proof");
        await bot.BeginAsync(AnaInOne, "open when it is deleted");
        await bot.PressAsync(AnaInOne, Token("export", "one"));
        Assert.All(Impersonal.Append("groups").Append("direct_places").Append("daily_answers").Append("panel_seats") // DailyPrivacyTests and PanelPrivacyTests show the last two,
            .Concat(["reviews", "review_seats", "review_scores", "review_overrules"]) // ReviewPrivacyTests these
            .Concat(["committees", "committee_rounds", "committee_votes"]) // CommitteePrivacyTests these
            .Concat(["pool_members", "pairs", "pair_people"]) // PairPrivacyTests these
            .Aggregate(bot.Tables().AsEnumerable(), (tables, each) => tables.Where(table => table != each)),
            table => Assert.True(bot.Rows()[table].Count > before[table].Count, $"{table} has no row of hers, so nothing is shown about it"));

        await DeleteAsync(AnaInOne);

        var after = bot.Rows().ToDictionary(table => table.Key, table => table.Value.Where(row => !IsOfAnHour(row)).ToList());
        Assert.All(before.Keys.Except([.. Impersonal, "inbound", "outbox", "direct_places"]), table => Assert.Equal(before[table], after[table]));
        // Where the direct messages of those are who were told of her proposal, and nothing of her.
        Assert.Empty(before["direct_places"].Except(after["direct_places"]));
        Assert.DoesNotContain(after["direct_places"], row => row.Contains("ana", StringComparison.Ordinal) && !before["direct_places"].Contains(row));
        // What is left of the deletion itself says nothing of anybody.
        Assert.Equal(["erased | {} | []", "erased | {} | []", "erased | {} | []"], after["outbox"].Except(before["outbox"]).Select(row => Columns(row, 3, 6, 14)));
        Assert.Equal(["terminal::", "terminal:erased", "erased", "{}"], Assert.Single(after["inbound"].Except(before["inbound"])).Split(" | ") is var left ? [left[3], left[4], left[7], left[8]] : []);
        Assert.Empty(before["inbound"].Except(after["inbound"]));
        Assert.Empty(before["outbox"].Except(after["outbox"]));
    }

    [Fact]
    public async Task In_direct_messages_everything_of_that_human_goes_and_nothing_of_others()
    {
        await DrillAsync(AnaInOne);
        await bot.HoldAsync(AnaInOne, "my secret words");
        await PlanAsync(AnaInOne, "my secret proof");
        await PlanAsync(AnaAlone, "a secret elsewhere");
        await bot.CommandAsync(AnaAlone, "/mock start round:ml-fundamentals");
        var others = Without("ana", bot.Rows());

        await DeleteAsync(AnaAlone);

        Assert.All(bot.Rows().Where(table => table.Key != "questions"), table => Assert.DoesNotContain(table.Value, row => Named.IsMatch(row) || row.Contains("secret", StringComparison.Ordinal)));
        Assert.All(others.Where(table => table.Key is not ("sqlite_sequence" or "inbound" or "outbox")), table => Assert.Empty(table.Value.Where(row => row.Contains("ben", StringComparison.Ordinal)).Except(bot.Rows()[table.Key])));
    }

    [Fact]
    public async Task A_group_that_named_the_person_goes_on_without_the_name()
    {
        await bot.CommandAsync(AnaInOne, "/settings moderators:\"@ana @ben\" zone:Europe/Berlin");

        await DeleteAsync(AnaInOne);

        Assert.Contains("- Moderators: ben\n- Zone: Europe/Berlin", await bot.CommandAsync(BenInOne, "/settings"), StringComparison.Ordinal);
        await bot.CommandAsync(BenInOne, "/settings quiet-hours:22:00-07:00"); // the facts can still be folded
        Assert.Contains("- Moderators: ben\n- Zone: Europe/Berlin\n- Quiet hours: 22:00-07:00", await bot.CommandAsync(BenInOne, "/settings"), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows()["events"], row => row.Contains("\"user\":\"ana\",", StringComparison.Ordinal) && row.StartsWith("group/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_is_still_a_moderator_of_another_group_stays_one()
    {
        await bot.CommandAsync(BenInTwo, "/settings moderators:@ben");

        await DeleteAsync(BenInOne);

        Assert.Contains("- Moderators: cleo", await bot.CommandAsync(AnaInOne, "/settings"), StringComparison.Ordinal);
        Assert.Contains("- Moderators: ben", await bot.CommandAsync(AnaInTwo, "/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_session_ends_and_its_place_is_closed()
    {
        await bot.BeginAsync(AnaInOne, "my secret words");
        var home = bot.Platform.Sent.Last(sent => sent.Effect is Effect.Show { Only: null }).Place;

        await DeleteAsync(AnaInOne);

        Assert.Equal(home, bot.Platform.Sent.Single(sent => sent.Effect is Effect.ClosePlace).Place);
        Assert.Equal("No session is open. /mock start opens one.", await bot.CommandAsync(AnaInOne, "/mock status"));
        await bot.PassAsync(TimeSpan.FromDays(1)); // no timer of it is left to come due
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task What_comes_after_is_a_new_beginning()
    {
        await bot.HoldAsync(AnaInOne, "my secret words");
        await DeleteAsync(AnaInOne);

        await bot.HoldAsync(AnaInOne, "new words");

        Assert.Contains("- No trade-off: chosen once", await bot.CommandAsync(AnaInOne, "/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_deletion_finds_nothing_and_says_so_all_the_same()
    {
        await DeleteAsync(AnaInOne);
        await bot.PressAsync(AnaInOne, Token("delete-yes", "one"));

        Assert.StartsWith("Deleted:", bot.Platform.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_before_it_was_confirmed()
    {
        await bot.HoldAsync(AnaInOne, "my secret words");
        var sessions = bot.Rows()["sessions"];
        await bot.PressAsync(AnaInOne, Token("delete", "one"));
        await bot.PressAsync(AnaInOne, "Keep");

        Assert.Equal("Nothing was deleted.", bot.Platform.Texts.Last());
        Assert.Equal(sessions, bot.Rows()["sessions"]);
    }

    [Fact]
    public async Task A_message_that_is_on_its_way_meanwhile_leaves_nothing_behind()
    {
        await bot.BeginAsync(AnaInOne, "my secret words");
        bot.Platform.FailNext(new SendException(SendFault.Transient, "later"));
        await bot.PressAsync(AnaInOne, "Done");
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        var sending = bot.Relay.TakeNext()!;

        await DeleteAsync(AnaInOne);
        var mark = await bot.Relay.SendAsync(sending, TestContext.Current.CancellationToken);
        await bot.Relay.MarkAsync(sending, mark, TestContext.Current.CancellationToken);

        Assert.IsType<Mark.Sent>(mark);
        Assert.DoesNotContain(bot.Rows()["places"].Concat(bot.Rows()["slots"]), row => row.StartsWith(sending.Row.Stream!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_itself_no_longer_holds_the_words()
    {
        await bot.HoldAsync(AnaInOne, "unforgettable elephants");
        await DeleteAsync(AnaInOne);

        var bytes = await bot.EndAsync();

        Assert.Equal(-1, bytes.AsSpan().IndexOf("unforgettable elephants"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf("words of ben in one"u8));
    }

    [Fact]
    public async Task A_handed_over_file_is_not_kept_once_it_was_sent()
    {
        await bot.HoldAsync(AnaInOne, "my secret words");
        await bot.PressAsync(AnaInOne, Token("export", "one"));

        Assert.Contains("my secret words", bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows()["outbox"], row => row.Contains("attachment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retention_deletes_what_ended_longer_ago_in_its_group_alone()
    {
        await bot.PassAsync(TimeSpan.FromDays(20));
        await bot.HoldAsync(AnaInOne, "younger words");
        await bot.PassAsync(TimeSpan.FromDays(11));

        var people = bot.Database.Writer.Query<string>("SELECT person FROM sessions ORDER BY person");

        Assert.Equal(["terminal:one:ana", "terminal:two:ana", "terminal:two:ben"], people);
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of ben in one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_is_put_off_goes_with_its_words_and_leaves_the_stories_and_other_groups()
    {
        await PlanAsync(AnaInOne, "my secret proof");
        var before = bot.Rows();
        await bot.CommandAsync(AnaInOne, "/plan off");
        Assert.Equal(before["plans"], bot.Rows()["plans"]);

        await bot.PressAsync(AnaInOne, "Delete the plan");

        Assert.StartsWith("Your plan is deleted.", bot.Platform.Texts.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("my secret proof", StringComparison.Ordinal) && row.StartsWith("plan/", StringComparison.Ordinal));
        Assert.Equal(before["stories"], bot.Rows()["stories"]);
        Assert.Equal(before["plans"].Where(row => !row.Contains("one:ana", StringComparison.Ordinal)), bot.Rows()["plans"]);
        Assert.StartsWith("You have no plan yet.", await bot.CommandAsync(AnaInOne, "/plan today"), StringComparison.Ordinal);
    }

    private async Task PlanAsync(PersonId person, string words)
    {
        await bot.CommandAsync(person, "/plan interview-date:2026-06-15");
        await bot.FillAsync(person, new(new("plan", person.ToString()), "proof-given", 0, "why"), ("words", words));
        await bot.FillAsync(person, new(new("stories", person.ToString()), "added", 0), ("title", words));
        await bot.CommandAsync(person, $"/question report question:coding.last-minute text:\"{words}\"");
        await bot.FillAsync(person, new(new("suggestions", person.ToString()), "proposed", 0, "coding"), ("title", words), ("prompt", words), ("mentions", words), ("follow-up", words));
        await bot.CommandAsync(person, "/review licence");
        await bot.CommandAsync(person, "/review off");
    }

    private async Task DeleteAsync(PersonId person)
    {
        await bot.PressAsync(person, Token("delete", person.Group ?? ""));
        await bot.PressAsync(person, "Delete everything");
    }

    /// <summary>One that came by itself and was answered, and one that is still open.</summary>
    private async Task DrillAsync(PersonId person)
    {
        await bot.CommandAsync(person, "/drill on time:10:05 zone:UTC");
        await bot.PassAsync(TimeSpan.FromMinutes(6));
        var place = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenPlace>().Last();
        foreach (var word in new[] { "secret words of a drill", "done", "done" }) await bot.SayAsync(person, word, new("terminal", "thread-" + place.Name));
        await bot.CommandAsync(person, "/drill now");
    }

    // That an hour strikes, and that something is sent then, says nothing of anybody.
    private static bool IsOfAnHour(string row) => row.Contains("slot/", StringComparison.Ordinal) || row.Contains("pacer/", StringComparison.Ordinal);

    private static Token Token(string act, string about) => new(new("privacy", "self"), act, 0, about);

    private static Dictionary<string, List<string>> Without(string name, Dictionary<string, List<string>> rows) =>
        rows.ToDictionary(table => table.Key, table => table.Value.Where(row => !row.Contains(name, StringComparison.Ordinal)).ToList());

    private static string Columns(string row, params int[] which) => string.Join(" | ", which.Select(at => row.Split(" | ")[at]));
}
