using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Dailies;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Two groups that both have a question of the day at nine. It is Monday, 2 March 2026, ten o'clock.</summary>
internal sealed class DailyRig : IAsyncDisposable
{
    public static readonly PersonId Ana = TwoGroups.In("one", "ana");
    public static readonly PersonId Ben = TwoGroups.In("one", "ben");
    public static readonly PersonId AnaInTwo = TwoGroups.In("two", "ana");
    public static readonly DateOnly Tuesday = new(2026, 3, 3);

    public TwoGroups Bot { get; } = new();

    /// <summary>Cards as they were shown, the changed ones too.</summary>
    public IEnumerable<Outbound> Cards => Bot.Platform.Sent.Where(sent => sent.Effect is Effect.Show { Message.Title: { } title } && title.StartsWith("Question of the day", StringComparison.Ordinal));

    public string Told => Bot.Platform.Texts.Last();

    public async Task TurnOnAsync(params PersonId[] people)
    {
        foreach (var person in people) await Bot.CommandAsync(person, $"/settings practice-channel:#{person.Group} daily-question:\"09:00 daily\"");
    }

    /// <summary>Up to the next morning, when both have been asked.</summary>
    public async Task AskedAsync()
    {
        await TurnOnAsync(Ana, AnaInTwo);
        await Bot.PassAsync(TimeSpan.FromHours(23.5));
    }

    public static StreamId Question(string group, DateOnly date) => Daily.StreamOf(new("group", $"terminal:{group}"), date);

    public Task PressAsync(PersonId person, string act, StreamId? stream = null, string about = "") =>
        Bot.PressAsync(person, new Token(stream ?? Question(person.Group!, Tuesday), act, 0, about));

    public Task AnswerAsync(PersonId person, string text, StreamId? stream = null) =>
        Bot.HearAsync(new Inbound.Form(Bot.From(person, Channel(person)), new Token(stream ?? Question(person.Group!, Tuesday), "answered", 0).ToString(), [new("answer", text)]));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
