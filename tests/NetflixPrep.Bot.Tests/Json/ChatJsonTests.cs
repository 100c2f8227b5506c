using NetflixPrep.Bot.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class ChatJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ann = new("discord", "g:1", "u:2");
    private static readonly PlaceId Here = new("discord", "c:3");
    private static readonly Origin From = new("d1", Ann, Here, Noon);

    private static readonly Message Full = new(new Prose([
        new Part.Markdown("**Bold**"), new Part.Typed("\"typed\" <b>"), new Part.Command(new("mock start", "round:coding")),
        new Part.Moment(Noon), new Part.Person(Ann)]))
    {
        Title = "Title",
        Fields = [new("name", Prose.Markdown("value"))],
        Controls = [
            new Control.Button("Done", "session/a|done|1|", Tone.Main),
            new Control.Select("Pick", "session/a|pick|1|", [new("One", "1", "first"), new("Two", "2")])],
        Countdown = new(Noon, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(45)),
        Long = true,
    };

    public static TheoryData<Inbound> Inbounds => [
        new Inbound.Text(From, "m1", "héllo ✓"),
        new Inbound.Command(From, "mock start", [new("round", "coding")]),
        new Inbound.Choice(From, "token", null),
        new Inbound.Form(From, "token", [new("a", "b"), new("c", "")]),
        new Inbound.Edited(From, "m1", "hello again"),
        new Inbound.Deleted(From, "m1"),
        new Inbound.Attached(From, "m1", "message.txt", "long"),
        new Inbound.Due(From, new("session", "a"), "clock", [new("x", "y")]),
        new Inbound.PlaceGone(From, "place-gone"),
        new Inbound.Woke(From with { Person = PersonId.Bot, Place = PlaceId.Bot }, Noon.AddTicks(-1)),
    ];

    public static TheoryData<Effect> Effects => [
        new Effect.Show(new Where.Home(), "slot", Full, null, [Ann]),
        new Effect.Show(new Where.In(Here), "slot", new(Prose.Empty), Ann, []),
        new Effect.Show(new Where.Dm(Ann), "slot", new(Prose.Markdown("x")), null, []),
        new Effect.Tick(Here, "m1"),
        new Effect.OpenForm(new("token", "Title", [
            new("a", "A", true, 100) { Paragraph = true, Hint = "hint", Value = "value" },
            new("b", "B", false, 10) { Options = [new("One", "1")] }])),
        new Effect.OpenPlace(Here, "name", Openness.Private, [Ann]),
        new Effect.ClosePlace(),
        new Effect.Later(new("session", "a"), "clock", [new("x", "y")], Noon),
        new Effect.Later(new("session", "a"), "clock", [], null),
    ];

    [Theory]
    [MemberData(nameof(Inbounds))]
    public void An_inbound_comes_back_as_it_was_stored(Inbound inbound) =>
        Assert.Equal(inbound, ChatJson.ReadInbound(ChatJson.Write(inbound)));

    [Theory]
    [MemberData(nameof(Effects))]
    public void An_effect_comes_back_as_it_was_stored(Effect effect) =>
        Assert.Equal(effect, ChatJson.ReadEffect(ChatJson.Write(effect)));

    [Fact]
    public void Every_case_of_the_vocabulary_is_tried_above()
    {
        Assert.Equal(Cases(typeof(Inbound)), Inbounds.Select(row => row.Data.GetType().Name).Distinct().Order());
        Assert.Equal(Cases(typeof(Effect)), Effects.Select(row => row.Data.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were()
    {
        var written = Inbounds.Select(row => ChatJson.Write(row.Data)).Concat(Effects.Select(row => ChatJson.Write(row.Data)))
            .Select(stored => $"{stored.Kind} {stored.Data}");

        Assert.Equal(File.ReadAllLines(Golden()), written);
    }

    [Fact]
    public void What_was_stored_before_is_still_read()
    {
        var lines = File.ReadAllLines(Golden()).Select(line => new Stored(line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])).ToList();

        Assert.Equal(Inbounds.Select(row => row.Data), lines.Take(10).Select(ChatJson.ReadInbound));
        Assert.Equal(Effects.Select(row => row.Data), lines.Skip(10).Select(ChatJson.ReadEffect));
    }

    [Fact]
    public void Whether_somebody_manages_the_group_comes_back_and_is_stored_only_when_true()
    {
        var command = new Inbound.Command(From with { Admin = true }, "settings", []);

        Assert.Equal(command, ChatJson.ReadInbound(ChatJson.Write(command)));
        Assert.DoesNotContain("admin", ChatJson.Write(command with { From = From }).Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mentioned_place_comes_back_as_it_was_stored()
    {
        var message = new Message(Prose.Of($"Go to {Here}."));

        Assert.Equal(message, ChatJson.ReadMessage(ChatJson.Write(message)));
    }

    [Fact]
    public void A_field_that_an_older_version_did_not_write_has_its_usual_value() =>
        Assert.Equal(new Message(Prose.Markdown("x")), ChatJson.ReadMessage("""{"body":{"parts":[{"markdown":"x"}]}}"""));

    private static IEnumerable<string> Cases(Type hierarchy) => hierarchy.GetNestedTypes().Where(type => type.BaseType == hierarchy).Select(type => type.Name).Order();

    private static string Golden() =>
        Path.Combine(AppContext.BaseDirectory, "Golden", "stored-chat.txt");
}
