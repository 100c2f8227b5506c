using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal;

/// <summary>Builders that show only what matters.</summary>
internal static class A
{
    public static readonly Seq<CommandSpec> Commands =
    [
        new("mock start", "Start", [new("minutes", "How long", ArgumentKind.Number) { Min = 5, Max = 120 }]),
        new("help", "Help", []) { ReadsOnly = true },
    ];

    public static PersonId Person(string name) => new("terminal", "study", name);

    public static PlaceId Place(string name) => new("terminal", name);

    public static Message Message(string text, params Control[] controls) => new(Prose.Markdown(text)) { Controls = controls.ToSeq() };

    public static Control Button(string label) => new Control.Button(label, "token-" + label);

    public static Outbound Show(string key, string place, Message message, string? only = null, Strip? strip = null, string[]? replaces = null) => new()
    {
        Key = key,
        Effect = new Effect.Show(new Where.In(Place(place)), "slot", message, only is null ? null : Person(only), []),
        Place = Place(place),
        InReplyTo = null,
        Strip = strip,
        Replaces = replaces ?? [],
    };

    public static Outbound Dm(string key, string person, Message message) => new()
    {
        Key = key,
        Effect = new Effect.Show(new Where.Dm(Person(person)), "slot", message, null, []),
        Place = null,
        InReplyTo = null,
    };

    public static Outbound Do(string key, Effect effect, string? place = null, string? inReplyTo = null) => new()
    {
        Key = key,
        Effect = effect,
        Place = place is null ? null : Place(place),
        InReplyTo = inReplyTo,
    };

    public static Effect.OpenPlace Thread(string near, string name, params string[] people) => new(
        Place(near), name, Openness.Public, people.Select(Person).ToSeq());

    public static TerminalHands Hands(TerminalServer server) => new(server, Commands, new Lookups());

    public sealed class Lookups : ILookups
    {
        public ValueTask<Message> AnswerAsync(Inbound.Command command, CancellationToken ct) => new(Message($"About {command.Verb}."));

        public ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct) => new(Seq<Option>.Empty);
    }
}
