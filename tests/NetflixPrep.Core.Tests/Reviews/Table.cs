using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Tests.Interviews;

namespace NetflixPrep.Core.Tests.Reviews;

/// <summary>One shared answer and the people around it; what is asked of the desk is folded in, and what it showed is kept.</summary>
internal sealed class Table
{
    internal const string First = "The goal is fewer evenings without a play.";
    internal const string Second = "Baseline: popularity by country, then one model.";
    internal const string Probed = "If watch time falls I roll back.";

    internal static readonly PersonId Ana = new("terminal", "hall", "ana");
    internal static readonly PersonId Ben = new("terminal", "hall", "ben");
    internal static readonly PersonId Cleo = new("terminal", "hall", "cleo");
    internal static readonly PersonId Dan = new("terminal", "hall", "dan");
    internal static readonly PersonId Mo = new("terminal", "hall", "mo");
    internal static readonly PersonId Stranger = new("terminal", "other", "eve");
    internal static readonly PlaceId Channel = new("terminal", "#hall");
    internal static readonly PlaceId Home = new("terminal", "#hall/review");
    internal static readonly StreamId Stream = new("review", "abcd2345");
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    internal static readonly ReviewDesk Desk = new([new Scripted(Fixture.Script, QuestionReader.Compile(Fixture.Script))]);

    internal static ShareSetup Setup { get; } = new()
    {
        Stream = Stream,
        Source = new("session", "qqqq2222"),
        Candidate = Ana,
        AskedIn = Channel,
        RoundId = "ml-system-design",
        RoundLabel = "System design",
        MinutesUsed = 28,
        MinutesAsked = 30,
        Answers = [new("ml-system-design.rows", "hash", "Homepage rows", "Design the rows of the homepage.", ["Question ask-fixed?"],
            [new(2, 0, First, false), new(5, 0, Second, false), new(22, 1, Probed, false), new(29, Sheet.ClosingPart, "What would I own?", false)])],
        Self = [new("impact", 5), new("execution", 4), new("clarity", 4)],
        Cause = "no-latency",
        CauseLabel = "No latency",
        Channels = [Channel],
        Needed = 3,
        Days = 3,
        Zone = "UTC",
        Rubric = Fixture.Script.Rubric,
    };

    private int deliveries;

    internal Share State { get; private set; } = new Share.NotShared();

    internal DateTimeOffset Now { get; set; } = Monday;

    internal Decision<ReviewEvent> Last { get; private set; } = Decision<ReviewEvent>.Nothing;

    internal List<Effect> All { get; } = [];

    internal ShareSheet Known => ((Share.Begun)State).Sheet;

    /// <summary>What the person who acted was told.</summary>
    internal string Told => string.Join("\n", Shows.Where(show => show.Only is not null).Select(Text));

    internal string Posted => string.Join("\n", Shows.Where(show => show.To is Where.Home).Select(Text));

    internal IEnumerable<Effect.Show> Shows => Last.Effects.OfType<Effect.Show>();

    internal IEnumerable<string> Buttons => Shows.SelectMany(show => show.Message.Controls).Select(control => control switch
    {
        Control.Button button => button.Label,
        Control.Select select => select.Prompt,
        _ => "",
    });

    internal static Table In(Share state) => new() { State = state };

    internal static Table Prepared(ShareSetup? setup = null) => new Table().Do(Ana, from => new ReviewInput.Prepare(from, setup ?? Setup));

    internal static Table Shared(ShareSetup? setup = null) => Prepared(setup).Post();

    internal Table Post() => Do(Ana, from => new ReviewInput.Post(from, Known.Step, default, Known.Setup));

    internal Table Do(PersonId person, Func<Origin, ReviewInput> input)
    {
        Last = Desk.Decide(State, input(new($"d{++deliveries}", person, Home, Now)));
        State = Last.Events.Aggregate(State, (state, fact) => state.Evolve(fact));
        All.AddRange(Last.Effects);
        return this;
    }

    internal Table Later(TimeSpan by)
    {
        Now += by;
        return this;
    }

    internal Table Claim(PersonId person, bool licensed = true, bool needed = false) => Do(person, from => new ReviewInput.Claim(from, licensed, needed, Here: true));

    internal Table Score(PersonId person, int impact, int execution, int clarity, MoveOn call = MoveOn.Yes) =>
        Do(person, from => new ReviewInput.Score(from, "impact", $"{impact}"))
            .Do(person, from => new ReviewInput.Score(from, "execution", $"{execution}"))
            .Do(person, from => new ReviewInput.Score(from, "clarity", $"{clarity}"))
            .Do(person, from => new ReviewInput.ChooseMoveOn(from, call.ToString()));

    internal Table Words(PersonId person, string quote = "fewer evenings without a play", string strength = "The goal comes first and is plain", string change = "Say how late the page may be, in milliseconds", bool licensed = true) =>
        Do(person, from => new ReviewInput.Words(from, [new("quote-impact", quote), new("quote-execution", quote), new("quote-clarity", quote), new("strength", strength), new("change", change)], licensed));

    internal Table Review(PersonId person, int impact = 4, int execution = 4, int clarity = 4, MoveOn call = MoveOn.Yes) => Claim(person).Score(person, impact, execution, clarity, call).Words(person);

    internal Table Result(PersonId person) => Do(person, from => new ReviewInput.Result(from, [], []));

    internal static string Text(Effect.Show show) => $"{show.Message.Title}\n{show.Message.Body}";

    internal IEnumerable<(string Timer, DateTimeOffset? At)> Timers => Last.Effects.OfType<Effect.Later>().Select(later => (later.Timer, later.At));
}
