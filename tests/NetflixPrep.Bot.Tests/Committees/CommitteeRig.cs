using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Committees;

/// <summary>Two groups; Ana of group one has rounds that Ben, Cleo and Dan reviewed. It is Monday, 2 March 2026, ten o'clock.</summary>
internal sealed class CommitteeRig : IAsyncDisposable
{
    public const string Sentence = "She named the metric first and kept to it.";

    public static readonly PersonId Ana = TwoGroups.In("one", "ana");
    public static readonly PersonId Ben = TwoGroups.In("one", "ben");
    public static readonly PersonId Cleo = TwoGroups.In("one", "cleo");
    public static readonly PersonId Dan = TwoGroups.In("one", "dan");
    public static readonly PersonId BenInTwo = TwoGroups.In("two", "ben");

    private static readonly DateTimeOffset Day = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public CommitteeRig() => Bot = new(null, (_, person) => [.. Rounds.Where(round => round.Candidate == person || (person.Group is null && round.Candidate.IsSameHuman(person)))]);

    public TwoGroups Bot { get; }

    public List<ReviewedRound> Rounds { get; } = [];

    public string Told => Bot.Platform.Texts.Last();

    public StreamId Stream => StreamId.Parse(Bot.Database.Writer.QuerySingle<string>("SELECT stream FROM committees ORDER BY at DESC LIMIT 1"));

    public IEnumerable<Effect.Show> Shown(string slot) => Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Where(show => show.Slot == slot);

    public IEnumerable<string> Column(string sql) => Bot.Database.Writer.Query<string>(sql);

    public long Failed => Bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'");

    /// <summary>Reviews of three answers by three people.</summary>
    public void Review(int rounds = 3, PersonId? candidate = null)
    {
        foreach (var number in Enumerable.Range(Rounds.Count + 1, rounds)) Rounds.Add(Round(number, candidate ?? Ana, new("session", $"session{number}")));
    }

    public static ReviewedRound Round(int number, PersonId candidate, StreamId source) => new()
    {
        Review = new("review", $"review{number}"),
        Source = source,
        Candidate = candidate,
        RoundId = "ml-fundamentals",
        RoundLabel = "ML fundamentals",
        Title = $"Question {number}",
        OpenedAt = Day.AddMinutes(number),
        Rubric = [Dimension("impact", "Impact"), Dimension("execution", "Execution"), Dimension("clarity", "Clarity")],
        Self = [],
        Reviews = [By(Ben, 3), By(Cleo, 4), By(Dan, 5)],
    };

    /// <summary>From the command to the packet.</summary>
    public async Task ConveneAsync()
    {
        await Bot.CommandAsync(Ana, "/committee");
        await Bot.PressAsync(Ana, "Convene");
    }

    public Task VoteAsync(PersonId person, string vote = "yes", string sentence = Sentence) =>
        Bot.FillAsync(person, new(Stream, "voted", 0), ("move-on", vote), ("sentence", sentence));

    public Task PressAsync(PersonId person, string act) => Bot.PressAsync(person, new Token(Stream, act, 0));

    public Task ChooseAsync(PersonId person, Token token, string value) => Bot.HearAsync(new Inbound.Choice(Bot.From(person, Channel(person)), token.ToString(), value));

    public async Task DeleteAsync(PersonId person)
    {
        await Bot.PressAsync(person, new Token(new("privacy", "self"), "delete", 0, person.Group ?? ""));
        await Bot.PressAsync(person, "Delete everything");
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static Dimension Dimension(string id, string label) => new(id, label, "Long words of the rubric.", [new(id, 1, "short", "long")], [new("ml-fundamentals", "Wording.")]);

    private static PeerReview By(PersonId reviewer, int score) => new()
    {
        Reviewer = reviewer,
        At = Day,
        Scores = [new("impact", score, $"quote for {reviewer.User}"), new("execution", 4, null), new("clarity", 4, null)],
        Strength = $"strength by {reviewer.User}",
        Change = $"change by {reviewer.User}",
        MoveOn = MoveOn.Yes,
        Cause = "no-trade-off",
    };
}
