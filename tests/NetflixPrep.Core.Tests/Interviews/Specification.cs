using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary><c>Given(facts).When(input).Then(facts).Says("text")</c>: what a decider test reads like.</summary>
internal static class Specification
{
    internal static GivenSession Given(params SessionEvent[] facts) => new(Fixture.Script, facts);

    internal static GivenSession Given(InterviewScript script, params SessionEvent[] facts) => new(script, facts);
}

internal sealed class GivenSession(InterviewScript script, SessionEvent[] facts)
{
    internal Session Session { get; } = facts.Aggregate((Session)new Session.NotStarted(), (session, fact) => session.Evolve(fact));

    internal Outcome When(SessionInput input) => new(Fixture.Interviewer(script).Decide(Session, input), Session);
}

/// <summary>What was decided, and the claims about it; each returns the outcome, so that claims chain.</summary>
internal sealed class Outcome(Decision<SessionEvent> decision, Session before)
{
    internal Session After => decision.Events.Aggregate(before, (session, fact) => session.Evolve(fact));

    internal Seq<Effect> Effects => decision.Effects;

    internal Seq<SessionEvent> Events => decision.Events;

    /// <summary>What everybody in the session's place sees, in order.</summary>
    internal Seq<Effect.Show> Shown => [.. decision.Effects.OfType<Effect.Show>().Where(show => !IsAside(show))];

    /// <summary>For the person alone, or the line that answers what they wrote.</summary>
    internal Seq<Effect.Show> Whispered => [.. decision.Effects.OfType<Effect.Show>().Where(IsAside)];

    internal Outcome Then(params SessionEvent[] facts)
    {
        Assert.Equal(facts, decision.Events);
        return this;
    }

    private static bool IsAside(Effect.Show show) => show.Only is not null || show.Slot.StartsWith("reply-", StringComparison.Ordinal);

    internal Outcome ThenNothing() => Then();

    internal Outcome Says(params string[] parts)
    {
        var text = Assert.Single(Shown).Message.Body.ToString();
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Several messages, one part of each.</summary>
    internal Outcome SaysInTurn(params string[] parts)
    {
        Assert.Equal(parts.Length, Shown.Count);
        Assert.All(parts.Zip(Shown), pair => Assert.Contains(pair.First, pair.Second.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal Outcome DoesNotSay(string part)
    {
        Assert.DoesNotContain(Shown, show => show.Message.Body.ToString().Contains(part, StringComparison.OrdinalIgnoreCase));
        return this;
    }

    internal Outcome SaysNothing()
    {
        Assert.Empty(Shown);
        return this;
    }

    internal Outcome Whispers(params string[] parts)
    {
        var text = Assert.Single(Whispered).Message.Body.ToString();
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }

    internal Outcome IsSilent()
    {
        Assert.Empty(decision.Effects.OfType<Effect.Show>());
        return this;
    }

    /// <summary>The buttons and menus of the newest message shown, everybody's or the person's own.</summary>
    internal Outcome Shows(params string[] labels)
    {
        Assert.Equal(labels, decision.Effects.OfType<Effect.Show>().Last().Message.Controls.Select(Label));
        return this;
    }

    internal Outcome Ticks(params string[] messages)
    {
        Assert.Equal(messages, decision.Effects.OfType<Effect.Tick>().Select(tick => tick.MessageId));
        return this;
    }

    internal Outcome Wakes(double minute)
    {
        Assert.Equal(A.Min(minute), Assert.Single(decision.Effects.OfType<Effect.Later>()).At);
        return this;
    }

    internal Outcome WakesNoMore()
    {
        Assert.Null(Assert.Single(decision.Effects.OfType<Effect.Later>()).At);
        return this;
    }

    internal Outcome LeavesTheTimer()
    {
        Assert.Empty(decision.Effects.OfType<Effect.Later>());
        return this;
    }

    internal Outcome Opens<T>() where T : Effect
    {
        Assert.Single(decision.Effects.OfType<T>());
        return this;
    }

    internal Outcome Is<T>() where T : Session
    {
        Assert.IsType<T>(After);
        return this;
    }

    internal static string Label(Control control) => control switch
    {
        Control.Button button => button.Label,
        Control.Select select => select.Prompt,
        _ => throw new InvalidOperationException($"{control} has no label."),
    };
}
