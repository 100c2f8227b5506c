using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class IncidentTests
{
    internal static InterviewScript Script { get; } = Fixture.With() with
    {
        Question = Fixture.With().Question with
        {
            Curveballs = [],
            Incident = new(
                [new("pager", 0, "03:12. The pager: p99 is up."), new("support", 4, "Support: members see an empty page.")],
                [
                    new("by-version", "latency by version", new() { All = [["latency", "p99"], ["version*"]] }, "v42 at 2,900 ms.", DeadEnd: false),
                    new("database", "the database", new() { Any = ["database"] }, "Nothing unusual: the database is quiet.", DeadEnd: true),
                ],
                new("rolled the model back", new() { Near = [new(["roll*"], ["back"], 4)] }, "p99 is back at 650 ms.", ["by-version"])),
        },
    };

    private static readonly SessionEvent Pager = new SessionEvent.SymptomShown(A.Min(0), "pager");

    [Fact]
    public void The_first_symptom_stands_with_the_question() => Given(Script, A.Started).When(A.Begin()).Then(A.Asked, Pager).Says("p99 is up", "ends the incident");

    [Fact]
    public void The_next_symptom_shows_by_itself() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Due(4)).Then(new SessionEvent.SymptomShown(A.Min(4), "support")).Says("empty page");

    [Fact]
    public void Evidence_is_told_to_who_asks_for_it() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("check latency by model version", 2)).Then(A.Answered("check latency by model version", 2, "m2"), new SessionEvent.EvidenceShown(A.Min(2), ["by-version"], "check latency by model version")).Says("v42 at 2,900 ms.");

    [Fact]
    public void What_was_seen_is_told_again_but_counts_once() =>
        Given(Script, A.Started, A.Asked, Pager, new SessionEvent.EvidenceShown(A.Min(1), ["by-version"], "p99 by version?")).When(A.Say("check p99 by version", 2)).Then(A.Answered("check p99 by version", 2, "m2")).Says("v42 at 2,900 ms.");

    [Fact]
    public void Looking_where_nothing_is_gets_a_calm_line() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("check the load balancer", 2)).Then(A.Answered("check the load balancer", 2, "m2"), new SessionEvent.EvidenceMissed(A.Min(2), "check the load balancer")).Says("Nothing unusual there.");

    [Fact]
    public void A_deed_that_does_nothing_is_told_so() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("restart the ranker", 2)).Then(A.Answered("restart the ranker", 2, "m2"), new SessionEvent.EvidenceMissed(A.Min(2), "restart the ranker")).Says("Done. Nothing changes.");

    [Fact]
    public void Whether_to_act_is_the_persons_own_call() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("Should we roll back?", 2)).Then(A.Answered("Should we roll back?", 2, "m2")).Says("That is your call.");

    [Fact]
    public void Thinking_aloud_gets_a_tick_and_no_word() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("Errors are flat, so it is slow but alive.", 2)).SaysNothing();

    [Fact]
    public void The_mitigation_ends_the_answer() =>
        Given(Script, A.Started, A.Asked, Pager).When(A.Say("Rolling back to v41 now.", 6)).Then(
            A.Answered("Rolling back to v41 now.", 6, "m2"), new SessionEvent.Mitigated(A.Min(6), "Rolling back to v41 now."), A.Finished(6, EndedBy.Mitigated), A.Probed("ask-foundation", 6, "0 of 5 things mentioned so far"))
            .Says("p99 is back at 650 ms.", "Follow-up 1 of 2");

    [Fact]
    public void Symptoms_stop_with_the_incident()
    {
        var after = Given(Script, A.Started, A.Asked, Pager).When(A.Say("Rolling back to v41 now.", 2)).After;

        Assert.Equal(["pager"], ((Session.Started)after).Sheet.Symptoms.Select(note => note.What));
    }

    [Fact]
    public void The_debrief_shows_the_way_with_its_dead_ends() =>
        Given(Script,
            A.Started, A.Asked, Pager,
            new SessionEvent.EvidenceShown(A.Min(2), ["database"], "check the database"), new SessionEvent.EvidenceMissed(A.Min(3), "check the CDN"),
            A.Answered("Rolling back", 6), new SessionEvent.Mitigated(A.Min(6), "Rolling back"), A.Finished(6, EndedBy.Mitigated), A.Invited(6), A.QuestionsOver(7))
            .When(A.Skip(8)).Says("Your way: the database 3 (dead end), \"check the CDN\" 4 (dead end), rolled the model back 7.", "Acted before seeing: latency by version.");

    [Fact]
    public void The_notes_quote_what_was_asked_and_what_showed() =>
        Given(Script,
            A.Started, A.Asked, Pager, new SessionEvent.EvidenceShown(A.Min(2), ["by-version"], "p99 by version?"),
            A.Answered("hm", 6), A.Finished(20, EndedBy.TimeUp), A.Invited(20), A.QuestionsOver(21), A.ScoresSkipped(22), A.Debriefed(22))
            .When(new SessionInput.FullNotes(A.From(23))).Whispers("Min 1: It showed: 03:12. The pager: p99 is up.", "Min 3: \"p99 by version?\": latency by version", "still open at the end");
}
