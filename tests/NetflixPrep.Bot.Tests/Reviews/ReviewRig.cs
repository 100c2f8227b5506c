using Dapper;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>Two groups; Ana of group one shares what she said, and others review it.</summary>
internal sealed class ReviewRig : IAsyncDisposable
{
    public const string Said = "I would weigh bias against variance with a held-out set, and keep the simpler model.";

    public static readonly PersonId Ana = TwoGroups.In("one", "ana");
    public static readonly PersonId Ben = TwoGroups.In("one", "ben");
    public static readonly PersonId Cleo = TwoGroups.In("one", "cleo");
    public static readonly PersonId Dan = TwoGroups.In("one", "dan");
    public static readonly PersonId EveInTwo = TwoGroups.In("two", "eve");

    public TwoGroups Bot { get; } = new();

    public string Told => Bot.Platform.Texts.Last();

    public string All => string.Join('\n', Bot.Platform.Texts);

    public long Failed => Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'");

    public StreamId Share => StreamId.Parse(Bot.Database.Writer.QuerySingle<string>("SELECT stream FROM reviews WHERE state <> 'withdrawn' ORDER BY prepared_at DESC LIMIT 1"));

    /// <summary>A session from card to the shared answer, with own scores.</summary>
    public async Task<StreamId> SharedAsync(PersonId person, string said = Said)
    {
        await Bot.HoldAsync(person, said);
        await Bot.PressAsync(person, "Share for review");
        var share = Share;
        await PressAsync(person, share, "post");
        foreach (var dimension in Dimensions) await ChooseAsync(person, share, $"self:{dimension}", "4", step: 1 + Array.IndexOf(Dimensions, dimension));
        return share;
    }

    public async Task ReviewedAsync(PersonId person, StreamId share, string words, int score = 4)
    {
        await PressAsync(person, share, "claim");
        foreach (var dimension in Dimensions) await ChooseAsync(person, share, $"score:{dimension}", $"{score}");
        await ChooseAsync(person, share, "move-on", nameof(MoveOn.Yes));
        await WriteAsync(person, share, words);
    }

    public Task WriteAsync(PersonId person, StreamId share, string words) => Bot.FillAsync(person, new Token(share, "words-given", 0),
        [.. Dimensions.Select(dimension => ($"quote-{dimension}", "bias against variance")), ("strength", $"strength by {person.User}: {words}"), ("change", $"change by {person.User}: {words}")]);

    public Task PressAsync(PersonId person, StreamId share, string act, int step = 0) => Bot.PressAsync(person, new Token(share, act, step));

    public Task ChooseAsync(PersonId person, StreamId share, string act, string value, int step = 0)
    {
        var parts = act.Split(':');
        return Bot.HearAsync(new Inbound.Choice(Bot.From(person, TwoGroups.Channel(person)), new Token(share, parts[0], step, parts.Length > 1 ? parts[1] : "").ToString(), value));
    }

    public async Task DeleteAsync(PersonId person)
    {
        await Bot.PressAsync(person, new Token(new("privacy", "self"), "delete", 0, person.Group ?? ""));
        await Bot.PressAsync(person, "Delete everything");
    }

    public IEnumerable<string> Column(string sql) => Bot.Database.Writer.Query<string>(sql);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static readonly string[] Dimensions = ["impact", "execution", "communication"];
}
