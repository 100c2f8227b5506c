using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Tests.Groups;

/// <summary>Facts, inputs and claims of one group that show only what matters.</summary>
internal static class G
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly PlaceId Hall = new("terminal", "#hall");
    internal static readonly StreamId Stream = new("group", "terminal:hall");

    internal static GroupNames Names { get; } = new()
    {
        Zone = name => name == "Europe/Berlin" ? name : null,
        NearestZone = name => name == "Berlin" ? "Europe/Berlin" : null,
        Channel = (person, name) => name.StartsWith('#') ? new(person.Platform, name) : null,
        Person = (person, name) => name.StartsWith('@') ? person with { User = name[1..] } : null,
    };

    internal static GroupEvent Introduced { get; } = new GroupEvent.Introduced(Noon, Hall);

    internal static GroupEvent Set(GroupSettings settings) => new GroupEvent.SettingsChanged(Noon, settings);

    internal static GroupInput Introduce { get; } = new GroupInput.Introduce(From(), Hall);

    internal static GroupInput Cleared { get; } = new GroupInput.Cleared(From());

    internal static GroupInput Change(params (string Name, string Value)[] arguments) => new GroupInput.Change(From(admin: true), Arguments(arguments));

    internal static GroupInput ChangeByMember(params (string Name, string Value)[] arguments) => new GroupInput.Change(From(), Arguments(arguments));

    internal static GivenGroup Given(params GroupEvent[] facts) => new(facts.Aggregate(Group.New(Stream), (group, fact) => group.Evolve(fact)));

    private static Origin From(bool admin = false) => new("d1", Ada, Hall, Noon) { Admin = admin };

    private static Seq<Argument> Arguments((string Name, string Value)[] arguments) => [.. arguments.Select(each => new Argument(each.Name, each.Value))];
}

internal sealed class GivenGroup(Group group)
{
    internal Group Group => group;

    internal GroupOutcome When(GroupInput input) => new(new GroupDesk(G.Names).Decide(group, input));
}

internal sealed class GroupOutcome(Decision<GroupEvent> decision)
{
    internal Decision<GroupEvent> Decision => decision;

    internal GroupOutcome Then(params GroupEvent[] facts)
    {
        Assert.Equal(facts, decision.Events);
        return this;
    }

    internal GroupOutcome Says(params string[] parts)
    {
        var text = Assert.Single(decision.Effects.OfType<Effect.Show>()).Message.Body.ToString();
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }

    internal GroupOutcome Privately(bool privately = true)
    {
        Assert.Equal(privately ? G.Ada : null, Assert.Single(decision.Effects.OfType<Effect.Show>()).Only);
        return this;
    }

    internal GroupOutcome Wakes(DateTimeOffset? at)
    {
        Assert.Equal(new Effect.Later(G.Stream, GroupDesk.RetentionTimer, [], at), Assert.Single(decision.Effects.OfType<Effect.Later>()));
        return this;
    }

    internal GroupOutcome LeavesTheTimer()
    {
        Assert.Empty(decision.Effects.OfType<Effect.Later>());
        return this;
    }
}
