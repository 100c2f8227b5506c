using System.Diagnostics;
using System.Globalization;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

/// <summary>A small real kind of stream for testing the machinery: it adds numbers up and does one of each thing a stream can wish for.</summary>
internal static class Tally
{
    private const int Unlucky = 666;

    public static readonly StreamId One = new("tally", "one");
    public static readonly StreamId Two = new("tally", "two");
    public static readonly PlaceId Lobby = new("terminal", "lobby");
    public static readonly PersonId Ann = new("terminal", "group", "ann");

    public static StreamKind<State, Inbound, Fact> Kind { get; } = new()
    {
        Name = "tally",
        Initial = id => new(id, 0, 0),
        Evolve = (state, fact) => state with { Sum = state.Sum + fact.By, Count = state.Count + 1 },
        Decide = Decide,
        Write = fact => new("added", fact.By.ToString(CultureInfo.InvariantCulture)),
        Read = stored => stored.Kind == "added" ? new(int.Parse(stored.Data, CultureInfo.InvariantCulture)) : throw new UnreachableException(stored.Kind),
        Project = Project,
    };

    /// <summary>Texts that start with '!' are ours; the stream is the one at home in the place, or tally/one.</summary>
    public static Routed Route(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Text { Body: "!unroutable" } => throw new InvalidOperationException("no way"),
        Inbound.Text { Body: "!hello" } => new Routed.Answer([Private("hello", inbound.From.Person)]),
        Inbound.Text { Body: "!both" } => new Routed.To([Kind.Call(One, inbound), Kind.Call(Two, inbound)]),
        Inbound.Text text when text.Body.StartsWith('!') => new Routed.To(Kind.Call(At(inbound, reads), inbound)),
        Inbound.Due due => new Routed.To(Kind.Call(due.Stream, inbound)),
        Inbound.PlaceGone => new Routed.To(Kind.Call(At(inbound, reads), inbound)),
        Inbound.Woke => new Routed.Each([Kind.Call(One, inbound), Kind.Call(Two, inbound)]),
        _ => Routed.NotOurs,
    };

    public static Effect.Show Shown(string slot, string text, params Seq<Control> controls) =>
        new(new Where.Home(), slot, new(Prose.Markdown(text)) { Controls = controls }, null, []);

    private static StreamId At(Inbound inbound, Reads reads) => reads.StreamsAt(inbound.From.Place) is [var first, ..] ? first : One;

    private static Effect.Show Private(string text, PersonId person) => new(new Where.In(Lobby), "private", new(Prose.Markdown(text)), person, []);

    private static Decision<Fact> Decide(State state, Inbound input) => input switch
    {
        Inbound.Due { Timer: "unlucky" } when state.Sum == 13 => throw new InvalidOperationException("unlucky"),
        Inbound.Due due => new([new(1000)], [Shown("due", $"due {due.Timer}")]),
        Inbound.PlaceGone => new([new(7)], []),
        Inbound.Woke when state.Id == Two && state.Sum == 13 => throw new InvalidOperationException("unlucky"),
        Inbound.Woke woke => new([new((int)(woke.From.At - woke.DownSince).TotalSeconds)], []),
        Inbound.Text text => Decide(state, text, text.Body.Split(' ', 3)),
        _ => throw new UnreachableException(),
    };

    private static Decision<Fact> Decide(State state, Inbound.Text text, string[] words) => words switch
    {
        ["!open"] => new([], [new Effect.OpenPlace(Lobby, "tally", Openness.Public, [Ann])]),
        ["!close"] => new([], [new Effect.ClosePlace()]),
        ["!add", var by] => new([new(Number(by))], [Shown("sum", $"sum {state.Sum + Number(by)}")]),
        ["!quiet", var by] => new([new(Number(by))], []),
        ["!both"] => state.Sum == 13 ? throw new InvalidOperationException("unlucky") : new([new(1)], []),
        ["!tick"] => new([], [new Effect.Tick(text.From.Place, text.MessageId)]),
        ["!private"] => new([], [Private("only you", text.From.Person)]),
        ["!buttons", var slot] => new([], [Shown(slot, $"buttons {slot}", new Control.Button("Go", "t"))]),
        ["!plain", var slot] => new([], [Shown(slot, $"plain {slot}")]),
        ["!dm"] => new([], [new Effect.Show(new Where.Dm(Ann), "dm", new(Prose.Markdown("in private")), null, [])]),
        ["!lobby"] => new([], [new Effect.Show(new Where.In(Lobby), "lobby", new(Prose.Markdown("to all")), null, [])]),
        ["!later", var timer, var seconds] => new([], [new Effect.Later(state.Id, timer, [new("why", "test")], text.From.At.AddSeconds(Number(seconds)))]),
        ["!cancel", var timer] => new([], [new Effect.Later(state.Id, timer, [], null)]),
        ["!boom"] => throw new InvalidOperationException("boom"),
        ["!halfway"] => new([new(5), new(Unlucky)], []),
        _ => Decision<Fact>.Nothing,
    };

    private static void Project(ProjectionWriter writer, StreamId stream, long version, Fact fact, State state)
    {
        if (fact.By == Unlucky) throw new InvalidOperationException("the second event cannot be projected");
        writer.Execute(
            "INSERT INTO tallies (stream, version, sum) VALUES (@Stream, @version, @Sum) ON CONFLICT (stream) DO UPDATE SET version = @version, sum = @Sum",
            new { Stream = stream.ToString(), version, Sum = (long)state.Sum });
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public sealed record State(StreamId Id, int Sum, int Count);

    public sealed record Fact(int By);
}
