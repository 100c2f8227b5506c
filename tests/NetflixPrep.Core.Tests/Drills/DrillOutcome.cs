using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Tests.Interviews;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>What was decided for one drill, and the claims about it.</summary>
internal sealed class DrillOutcome(DrillDesk desk, Drill before)
{
    private static readonly Lazy<DrillDesk> OfQuestion = new(() => new(new Scripted(Fixture.Script, QuestionReader.Compile(Fixture.Script)), null));

    internal static DrillDesk Desk => OfQuestion.Value;

    internal static DrillOutcome Given(params DrillEvent[] facts) => new(Desk, StateOf(facts));

    internal static DrillOutcome GivenSum(Sum sum, params DrillEvent[] facts) => new(new(null, sum), StateOf([D.Offered(D.SumSetup(sum.Kind.Id)), .. facts]));

    internal static Drill StateOf(params DrillEvent[] facts) => facts.Aggregate((Drill)new Drill.NotOffered(), (drill, fact) => drill.Evolve(fact));

    internal Decision<DrillEvent> Decision { get; private set; } = Decision<DrillEvent>.Nothing;

    internal Drill After => Decision.Events.Aggregate(before, (drill, fact) => drill.Evolve(fact));

    internal Sheet Sheet => ((Drill.Offered)After).Sheet;

    internal DrillOutcome When(DrillInput input)
    {
        before = After;
        Decision = desk.Decide(before, input);
        return this;
    }

    internal DrillOutcome Then(params DrillEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    internal DrillOutcome Records<T>() where T : DrillEvent
    {
        Assert.Contains(Decision.Events, fact => fact is T);
        return this;
    }

    internal DrillOutcome Quietly()
    {
        Assert.Empty(Decision.Effects);
        return this;
    }

    internal DrillOutcome Says(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.Only is null), parts);

    internal DrillOutcome Whispers(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.Only is not null), parts);

    internal DrillOutcome Buttons(params string[] labels)
    {
        Assert.Equal(labels, Decision.Effects.OfType<Effect.Show>().Last().Message.Controls.Cast<Control.Button>().Select(button => button.Label));
        return this;
    }

    /// <summary>The practice hears of the end, with what it showed.</summary>
    internal DrillOutcome Tells(string ending, params string[] grades)
    {
        var told = Assert.Single(Decision.Effects.OfType<Effect.Later>());
        Assert.Equal(D.Mine, told.To);
        Assert.Contains(new Argument("ending", ending), told.With);
        Assert.Equal(grades, told.With.Where(argument => argument.Name.StartsWith("skill:", StringComparison.Ordinal)).Select(argument => $"{argument.Name[6..]} {argument.Value}"));
        return this;
    }

    private DrillOutcome Has(IEnumerable<Effect.Show> shows, string[] parts)
    {
        var text = string.Join('\n', shows.Select(show => $"{show.Message.Title}\n{show.Message.Body}"));
        Assert.NotEmpty(text);
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }
}
