using System.Reflection;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Core.Tests.Plans;

public class PlanDeskTests
{
    private static readonly PlanSheet None = new(P.Stream);
    private static readonly PlanSheet Made = None.Evolve(new PlanEvent.Planned(P.Evening(), P.Setup()));

    [Fact]
    public void A_date_alone_makes_a_plan_with_what_is_usual_in_the_groups_zone()
    {
        var decision = Set(None, ("interview-date", "2026-02-16"));

        Assert.Equal([new PlanEvent.Planned(P.Evening(), P.Setup() with { Zone = "Europe/Berlin" })], decision.Events);
        Assert.StartsWith("Saved. Interview on Monday 16 February 2026, L5, 6 h a week at 19:00, Europe/Berlin.", Text(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_can_be_set_is_taken_and_what_is_not_named_stays()
    {
        var decision = Set(Made, ("hours-per-week", "8"), ("level", "L6"), ("zone", "america/new_york"), ("time", "7:30"));

        Assert.Equal([new PlanEvent.Planned(P.Evening(), P.Setup(hours: 8) with { Level = "L6", Zone = "America/New_York", Time = new(7, 30) })], decision.Events);
    }

    [Fact]
    public void What_changes_nothing_records_nothing()
    {
        Assert.Empty(Set(Made, ("level", "L5")).Events);
        Assert.StartsWith("Saved.", Text(Set(Made, ("level", "L5"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30", "interview-date: I can read no day in \"2026-02-30\".")]
    [InlineData("soon", "Write it as year-month-day, such as 2027-01-15.")]
    [InlineData("16.02.2026", "Did you mean interview-date:2026-02-16?")]
    [InlineData("16 February 2026", "Did you mean interview-date:2026-02-16?")]
    [InlineData("2025-12-24", "2025-12-24 is over. Which day is your next interview?")]
    [InlineData("2026-01-05", "That is today, so there is no day left to plan.")]
    [InlineData("2027-02-01", "2027-02-01 is more than a year ahead.")]
    public void A_day_that_cannot_be_planned_for_gets_a_kind_sentence_and_nothing_changes(string typed, string sentence)
    {
        var decision = Set(Made, ("interview-date", typed));

        Assert.Empty(decision.Events);
        Assert.Contains(sentence, Text(decision), StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", Text(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_cannot_be_is_said_at_once()
    {
        var text = Text(Set(None, ("hours-per-week", "8"), ("zone", "Dublin"), ("time", "evening")));

        Assert.Equal("zone: there is no Dublin. Did you mean zone:Europe/Dublin?\ntime: is a time of day such as 19:00.\nI need the day of the interview first, such as /plan interview-date:2027-01-15.\nNothing was changed.", text);
    }

    [Fact]
    public void After_the_interview_a_new_date_begins_a_new_plan()
    {
        var late = P.From(day: 50);
        var decision = PlanDesk.Decide(Made, new PlanInput.Set(late, [new("interview-date", "2026-04-01")], "UTC", []));

        Assert.Equal(P.Monday.AddDays(50), Assert.IsType<PlanEvent.Planned>(Assert.Single(decision.Events)).Setup.MadeOn);
        Assert.Contains("That interview is over.", Text(PlanDesk.Decide(Made, new PlanInput.Set(late, [new("level", "L6")], "UTC", []))), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_for_the_check_list_are_kept_as_they_were_said_and_quoted()
    {
        var decision = Give("incident", " The cache broke; I rolled it back. ");

        Assert.Equal([new PlanEvent.ProofGiven(P.Evening(), "incident", "The cache broke; I rolled it back.")], decision.Events);
        Assert.Equal("Kept under *An incident you owned*: \"The cache broke; I rolled it back.\"\n\nThe check-list has words for 1 of 6 lines.", Text(decision));
    }

    [Theory]
    [InlineData("pitch", "It took a while.", "Which minutes and seconds?")]
    [InlineData("number", "Start rate went up.", "Which number?")]
    public void A_missing_number_is_asked_for_and_the_words_are_kept_all_the_same(string item, string words, string question)
    {
        var decision = Give(item, words);

        Assert.Single(decision.Events);
        Assert.Contains($"I see no number in it. {question}", Text(decision), StringComparison.Ordinal);
        Assert.Single(Shown(decision).Message.Controls);
        Assert.DoesNotContain("I see no number", Text(Give(item, "1:52, and start rate doubled")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_for_proof_opens_a_form_with_one_paragraph()
    {
        var form = Assert.IsType<Effect.OpenForm>(Assert.Single(PlanDesk.Decide(Made, new PlanInput.AddProof(P.From(), "why")).Effects)).Form;

        Assert.True(Assert.Single(form.Inputs).Paragraph);
        Assert.Equal("proof-given", Token.Read(form.Token)!.Act);
    }

    [Fact]
    public void Off_asks_once_and_records_nothing()
    {
        var decision = PlanDesk.Decide(Made, new PlanInput.Off(P.From()));

        Assert.Empty(decision.Events);
        Assert.Equal(["Delete the plan", "Keep it"], Shown(decision).Message.Controls.Cast<Control.Button>().Select(button => button.Label));
    }

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_to_the_person_alone()
    {
        var inputs = typeof(PlanInput).GetNestedTypes().SelectMany(kind => new[] { "pitch", "forged" }.Select(item => Input(kind, item)));

        Assert.All(from sheet in new[] { None, Made } from input in inputs select PlanDesk.Decide(sheet, input),
            decision => Assert.True(Assert.Single(decision.Effects) is Effect.OpenForm || Shown(decision).Only == P.Ada));
    }

    private static PlanInput Input(Type kind, string item) => (PlanInput)Activator.CreateInstance(kind, [.. kind.GetConstructors().Single(constructor => constructor.GetParameters() is [{ Name: "From" }, ..]).GetParameters().Select(parameter => Value(parameter, item))])!;

    private static object Value(ParameterInfo parameter, string item) => parameter.Name switch
    {
        "From" => P.From(),
        "Arguments" => (Seq<Argument>)[new("interview-date", "2026-03-01")],
        "Done" => Seq<Done>.Empty,
        "Item" => item,
        "Zone" => "UTC",
        "Text" => "words",
        _ => throw new InvalidOperationException($"Say which values {parameter.Name} can have."),
    };

    private static Decision<PlanEvent> Set(PlanSheet sheet, params (string Name, string Value)[] arguments) =>
        PlanDesk.Decide(sheet, new PlanInput.Set(P.From(), [.. arguments.Select(each => new Argument(each.Name, each.Value))], "Europe/Berlin", []));

    private static Decision<PlanEvent> Give(string item, string words) => PlanDesk.Decide(Made, new PlanInput.GiveProof(P.From(), item, words));

    private static Effect.Show Shown(Decision<PlanEvent> decision) => Assert.IsType<Effect.Show>(Assert.Single(decision.Effects));

    private static string Text(Decision<PlanEvent> decision) => Shown(decision).Message.Body.ToString();
}
