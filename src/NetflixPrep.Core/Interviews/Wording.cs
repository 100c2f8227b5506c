using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Formulas;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>What the interviewer says during a session: brief, kind, plain, clear about time and about what is saved.</summary>
internal static class Wording
{
    public const string DebriefTitle = "Debrief";

    public static string PlaceName(Setup setup) => $"{setup.RoundLabel} mock {setup.Stream.Key[..4]}";

    public static Prose Card(Setup setup, Pace first) => Prose.Lines(
        Prose.Of($"**{Prose.Markdown(setup.RoundLabel)}**, {setup.AllMinutes} min, {setup.Level}. A tick means saved."),
        setup.QuestionCount == 1
            ? Prose.Of($"{Prose.Markdown(Length(first.Answer))} for your answer, then {Prose.Markdown(FollowUps(first.MostProbes))}.")
            : Prose.Of($"{setup.QuestionCount} questions, one after the other. The first: {Prose.Markdown(Length(first.Answer))} for your answer, then {Prose.Markdown(FollowUps(first.MostProbes))}."),
        setup.Loop is { } loop ? Prose.Of($"Round {loop.Number} of {loop.Of} of your loop.") : Prose.Empty,
        setup.ExtraPercent > 0 ? Prose.Of($"{setup.Minutes} min and {setup.ExtraPercent} % extra time.") : Prose.Empty,
        Sound(setup.Style),
        setup.FirstRun is { } again ? Prose.Of($"The same questions, clock and news as session {again.Session.Key}; the debrief puts the two side by side.") : Prose.Empty,
        setup.Note is { } note ? Prose.Typed(note) : Prose.Empty,
        setup is { LastCause: { } last, OthersRead: false } ? Prose.Of($"One thing to fix from last time: {last.Label}.") : Prose.Empty,
        Prose.Of($"The clock starts with *Begin*. Plain words work too: done, hint, skip, pause, resume, stop."));

    private static string FollowUps(int most) => most == 1 ? "one follow-up" : $"up to {Many(most, "follow-up")}";

    private static Prose Sound(Style style) => style switch
    {
        Style.Friendly => Prose.Of($"Style: friendly."),
        Style.Sceptic => Prose.Of($"Style: sceptic. I will want reasons."),
        Style.Silent => Prose.Of($"Style: silent. I say only what I must."),
        _ => Prose.Empty,
    };

    public static Prose Question(Sheet sheet, Question question, DateTimeOffset answerEnds, DateTimeOffset allEnds) => Prose.Paragraphs(
        Prose.Join(" ", [sheet.Setup.QuestionCount > 1 ? Prose.Of($"**Question {sheet.Number + 1} of {sheet.Setup.QuestionCount}.**") : Prose.Empty, QuestionLead(sheet)]),
        Prose.Markdown(question.Prompt.Trim()),
        question.Context is { } context ? Prose.Markdown(context.Trim()) : Prose.Empty,
        question.Incident is { Symptoms: [var first, ..] } ? Prose.Markdown(first.Say.Trim()) : Prose.Empty,
        question.Incident is null
            ? Prose.Of($"Your answer ends {answerEnds}, all of it {allEnds}. Ask what you need to know, and press *Done* when you have finished.")
            : Prose.Of($"The clock runs to {answerEnds}, all of it to {allEnds}. Say what you check (\"check …\"), what you conclude, and what you do; what you do to stop it ends the incident."));

    private static Prose QuestionLead(Sheet sheet) => (sheet.Setup.Style, sheet.Number) switch
    {
        (Style.Friendly, 0) => Prose.Of($"Welcome. Take a breath, then begin wherever you like."),
        (Style.Friendly, _) => Prose.Of($"Thank you. Something else now."),
        (Style.Sceptic, 0) => Prose.Of($"Give me reasons with your claims."),
        _ => Prose.Empty,
    };

    public static Prose Evidence(Seq<Evidence> evidence) => Prose.Join(" ", evidence.Select(each => Prose.Markdown(each.Say.Trim())));

    public static Prose NothingUnusual() => Prose.Of($"Nothing unusual there.");

    public static Prose YourCall() => Prose.Of($"That is your call.");

    public static Prose NothingChanged() => Prose.Of($"Done. Nothing changes.");

    public static Prose Mitigated(Mitigation mitigation) => Prose.Of($"{Prose.Markdown(mitigation.Say.Trim())}\n\n");

    public static Prose Facts(Seq<FactCard> facts) => Prose.Join(" ", facts.Select(fact => Prose.Markdown(fact.Say.Trim())));

    public static Prose NoFact() => Prose.Of($"I have no figure for that. Assume one, say it, and go on.");

    public static Prose Hint(int rung, Seq<string> hints) => Prose.Of($"Hint {rung} of {hints.Count}: {Prose.Markdown(hints[rung - 1])}");

    public static Prose ProbeHint(string hint) => Prose.Of($"Hint: {Prose.Markdown(hint)}");

    public static Prose HintIsThere(int rung) => Prose.Of($"Hint {rung} was given already; it stands further up.");

    public static Prose TryFirst(int rung) => Prose.Of($"Hint {rung} is the last one. Try something with the one before first, then ask again.");

    public static Prose NoMoreHints() => Prose.Of($"There are no more hints here. Say what you would try, even if it is rough.");

    public static Prose Curveball(Curveball card) => Prose.Markdown(card.Say.Trim());

    public static Prose LastMinutes(TimeSpan left) => left.TotalSeconds > 90 ? Prose.Of($"Two minutes left.") : Prose.Of($"One minute left.");

    public static Prose TimeUp() => Prose.Of($"That is the time. Everything so far is saved.\n\n");

    public static Prose Silence(Style style) => style switch
    {
        Style.Friendly => Prose.Of($"No hurry. Half a thought is enough: what are you weighing?"),
        Style.Sceptic => Prose.Of($"What are you weighing?"),
        _ => Prose.Of($"Take the time you need. If it helps, say what you are weighing."),
    };

    public static Prose Monologue(int words, Style style) => style switch
    {
        Style.Friendly => Prose.Of($"{words} words without a pause. Catch your breath, and tell me where you are."),
        Style.Sceptic => Prose.Of($"{words} words without a pause. Which one point should I keep?"),
        _ => Prose.Of($"{words} words without a pause. Check in with your listener: where are you, and what comes next?"),
    };

    public static Prose Back(DateTimeOffset since, DateTimeOffset until, TimeSpan left) =>
        Prose.Of($"I was away from {since} to {until}. Your clock stood still; nothing you said before is lost. {Prose.Markdown(Length(left))} left.");

    public static Prose Paused(TimeSpan left) => Prose.Of($"Paused. The clock stands with {Prose.Markdown(Length(left))} left. What you write is still saved.");

    public static Prose Resumed(TimeSpan left) => Prose.Of($"The clock runs again. {Prose.Markdown(Length(left))} left.");

    public static Prose GoingOn(TimeSpan left) => left > TimeSpan.Zero ? Prose.Of($"We go on. {Prose.Markdown(Length(left))} left.") : Prose.Of($"We go on.");

    /// <param name="asker">The member of the panel who asks; null for the bot.</param>
    public static Prose FollowUp(Sheet sheet, NextProbe next, Pace pace, PersonId? asker = null) => Prose.Lines(
        asker is { } person
            ? Prose.Of($"**Follow-up {sheet.Probes.Count} of {next.Of}.** {PanelWording.Who(person)} asks: {Prose.Markdown(next.FollowUp.Ask.Trim())}")
            : Prose.Of($"**Follow-up {sheet.Probes.Count} of {next.Of}:** {FollowUpLead(sheet.Setup.Style)}{Prose.Markdown(next.FollowUp.Ask.Trim())}"),
        Prose.Of($"{Prose.Markdown(Length(pace.Probe(next.FollowUp)))} for this one."));

    private static Prose FollowUpLead(Style style) => style switch
    {
        Style.Friendly => Prose.Of($"Thank you. "),
        Style.Sceptic => Prose.Of($"Convince me. "),
        _ => Prose.Empty,
    };

    public static Prose YourQuestions(Setup setup) => Prose.Of($"Your questions for us? You have {Prose.Markdown(setup.ExtraPercent == 0 ? "two minutes" : Length(Pace.Closing * setup.ExtraFactor))}. They are kept with the session for the people who review it.");

    public static Prose OwnScores() => Prose.Of($"First your own scores, sealed until peers have scored. It takes three presses.");

    public static Prose ScoreStep(Sheet sheet, InterviewScript script)
    {
        var dimension = script.Rubric[sheet.SelfScores.Count];
        var why = dimension.Rounds.FirstOrDefault(wording => wording.Round == sheet.Setup.RoundId)?.Text ?? dimension.Why;
        return Prose.Of($"Your own score, {sheet.SelfScores.Count + 1} of {script.Rubric.Count}: **{Prose.Markdown(dimension.Label)}**. {Prose.Markdown(why)}");
    }

    public static Prose ScoresSealed(int count) => Prose.Of($"Your {count} scores are saved and sealed.");

    public static Prose Debrief(Debrief debrief) => Prose.Lines(
    [
        .. Coverage(debrief),
        Prose.Of($"**One thing for next time?** The choice is yours:"),
    ]);

    /// <summary>At most eleven short lines; with a panel one more.</summary>
    public static IEnumerable<Prose> Coverage(Debrief debrief)
    {
        yield return Prose.Of($"{Prose.Markdown(Used(debrief))} · mentioned {debrief.Mentioned} of {debrief.Of}");
        if (!debrief.AnythingSaid) yield return Prose.Of($"Nothing was said, so there is nothing to quote.");
        if (debrief.Questions.Count > 1)
            foreach (var (question, number) in debrief.Questions.Select((question, at) => (question, at + 1))) yield return Prose.Of($"{number}. {Prose.Markdown(question.Title)}: {question.Mentioned} of {question.Of}");
        foreach (var moment in debrief.Moments) yield return Prose.Of($"{Prose.Markdown(Capital(moment.Label))}, min {moment.Hit.Minute}: \"{moment.Hit.Quote}\"");
        if (debrief.NotMentioned.Count > 0) yield return Prose.Of($"Not mentioned: {Prose.Markdown(string.Join("; ", debrief.NotMentioned))}");
        if (debrief is { AnythingSaid: true, Questions: [{ Ladder: { Count: > 0 } ladder }] }) yield return Ladder(ladder);
        if (debrief.Path.Count > 0) yield return Path(debrief);
        if (debrief.Apart is [var apart, ..]) yield return Prose.Of($"{Prose.Markdown(Capital(apart.Label))}, min {apart.Sum.Hit.Minute}: \"{apart.Sum.Hit.Quote}\" ({Sum(apart.Sum)})");
        if (debrief.BesideFirstRun.Count > 0) yield return Beside(debrief.BesideFirstRun);
        if (PanelWording.Askers(debrief.Askers) is { IsEmpty: false } askers) yield return askers;
        if (debrief.AnythingSaid && Behaviour(debrief) is { IsEmpty: false } behaviour) yield return behaviour;
    }

    private static Prose Behaviour(Debrief debrief) => Prose.Join(" · ",
    [
        debrief.FactsToAsk > 0 ? Prose.Of($"Asked for {debrief.FactsAsked} of {debrief.FactsToAsk} key facts · hints used: {debrief.HintsUsed}") : Prose.Empty,
        debrief.Words >= Pace.SpokenWords / 2 ? Prose.Of($"{Prose.Markdown(Many(debrief.Words, "word"))}, {Prose.Markdown(Spoken(debrief.Words))}") : Prose.Empty,
    ]);

    /// <summary>How long so many words take to say, at <see cref="Pace.SpokenWords"/> a minute.</summary>
    private static string Spoken(int words) =>
        $"about {Many(Math.Max(1, (int)Math.Round((double)words / Pace.SpokenWords, MidpointRounding.AwayFromZero)), "minute")} spoken";

    /// <summary>What a stated number stands beside; the person draws the conclusion.</summary>
    public static Prose Sum(SumChecked sum) => sum.Relation switch
    {
        Relation.Below => Prose.Markdown($"{(sum.Agrees ? "below" : "not below")} {Figure(sum.Expected)}"),
        Relation.Above => Prose.Markdown($"{(sum.Agrees ? "above" : "not above")} {Figure(sum.Expected)}"),
        _ => Prose.Markdown($"with your figures it comes to {Figure(sum.Expected)}"),
    };

    private static string Figure(double value) => Math.Abs(value) >= 100
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString("0.###", CultureInfo.InvariantCulture);

    private static Prose Path(Debrief debrief) => Prose.Join(" ",
    [
        Prose.Of($"Your way: {Prose.Join(", ", debrief.Path.Select(step => Prose.Of($"{step.Label} {step.Minute}{Prose.Markdown(step.DeadEnd ? " (dead end)" : "")}")))}."),
        debrief.ActedBefore.Count == 0 ? Prose.Empty : Prose.Markdown($"Acted before seeing: {string.Join(", ", debrief.ActedBefore)}."),
    ]);

    private static Prose Beside(Seq<SameStep> steps) => Prose.Markdown(
        $"Steps beside the first run: {string.Join(", ", steps.Select(step => $"{step.Label} {Minute(step.Minute)} ({Minute(step.First)})"))}");

    private static string Minute(int? minute) => minute?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Used(Debrief debrief) => debrief.MinutesUsed == 0
        ? $"Under a minute of {Many(debrief.MinutesAsked, "minute")}"
        : string.Create(CultureInfo.InvariantCulture, $"{debrief.MinutesUsed} of {debrief.MinutesAsked} min");

    public static Prose Ladder(Seq<Reached> ladder)
    {
        var reached = ladder.Where(step => step.Minute is not null).OrderBy(step => step.Minute).Select(step => $"{step.Label} {step.Minute}");
        var missing = ladder.Where(step => step.Minute is null).Select(step => step.Label).ToList();
        var path = string.Join(", ", reached);
        return Prose.Markdown($"Steps by minute: {(path.Length > 0 ? path : "none")}{(missing.Count > 0 ? $". Not reached: {string.Join(", ", missing)}" : "")}");
    }

    public static Prose HeldOrSlipped(LastCause last, string? evidence) => Prose.Lines(
        Prose.Of($"Last time's one thing: {last.Label}."),
        evidence is null ? Prose.Empty : Prose.Typed(evidence),
        Prose.Of($"Did it hold today, or did it slip? You decide."));

    public static Prose Finished(Sheet sheet, string? fix)
    {
        var kept = (sheet.Cause, sheet.Setup.OthersRead) switch
        {
            (null, _) => Prose.Of($"The session is kept."),
            (_, true) => Prose.Of($"The session is kept, and your one thing with it; only you will see it next time."),
            _ => Prose.Of($"Kept for next time: {sheet.CauseLabel}.{(fix is null ? Prose.Empty : Prose.Of($" {Prose.Markdown(fix)}"))}"),
        };
        return Prose.Paragraphs(kept, sheet.Setup.IsSample ? SampleOver() : Prose.Of($"Session {sheet.Setup.Stream.Key}. Thank you for the work."));
    }

    public static Prose Abandoned(Sheet sheet, Debrief debrief) => sheet.All.All(each => each.Entries.Count == 0)
        ? sheet.Setup.Loop is not null ? Prose.Of($"I heard nothing, so I closed the round. No harm done: your loop goes on from here.") : Prose.Of($"I heard nothing, so I closed the session. No harm done: {new CommandRef("mock start")} whenever you like.")
        : Prose.Lines([Prose.Of($"It has been quiet for a while, so I closed the session. All you said is kept as session {sheet.Setup.Stream.Key}."), .. Coverage(debrief)]);

    public static Prose Stopped(Sheet sheet, Debrief debrief) => Prose.Lines([Prose.Of($"Stopped. All you said is kept as session {sheet.Setup.Stream.Key}."), .. Coverage(debrief)]);

    public static Prose NeverBegun(Setup setup) => setup.Loop is { } loop
        ? Prose.Of($"Closed before it began. Round {loop.Number} of your loop waits; *Next round* opens it again.")
        : Prose.Of($"Closed before it began. {new CommandRef("mock start")} opens a new one.");

    public static Prose StopSure() => Prose.Of($"Stop here? All you said is kept, and you get a short debrief.");

    public static Prose StopTaken(Session session) => session is Session.Finished
        ? Prose.Of($"Your session is closed.")
        : Prose.Of($"I asked in your session whether to stop; answer there, or send {new CommandRef("mock stop")} once more.");

    public static Prose PlaceLost(Sheet sheet) =>
        Prose.Of($"The place of your {Prose.Markdown(sheet.Setup.RoundLabel)} session is gone, so I closed it. All you said is kept as session {sheet.Setup.Stream.Key}. {new CommandRef("mock start", "place:dm")} starts one here.");

    public static Prose DmClosed(Sheet sheet) => sheet.Clock is null
        ? Prose.Of($"I cannot write to you in direct messages, so the session did not open. Allow direct messages from me, or {new CommandRef("mock start", "place:private")} here.")
        : Prose.Of($"I can no longer write to you in direct messages, so I closed your {Prose.Markdown(sheet.Setup.RoundLabel)} session. All you said is kept as session {sheet.Setup.Stream.Key}. {new CommandRef("mock start", "place:private")} starts one here.");

    public static Message Outline(Seq<InterviewScript> scripts) => new(Prose.Paragraphs(scripts.Select(script => Prose.Lines(
    [
        scripts.Count == 1 ? Prose.Empty : Prose.Of($"**{Prose.Markdown(script.Question.Title)}**"),
        .. script.Question.Outline.Select(line => Prose.Markdown($"- {line}")),
    ]))))
    {
        Title = "What a strong answer outlines",
        Long = true,
    };

    public static Prose More() => Prose.Of($"What else?");

    public static Prose OnlyTheirs(PersonId person) => Prose.Of($"Only {person} can press these. {new CommandRef("mock start")} opens a session of your own.");

    public static Prose NoSuchSession() => Prose.Of($"I do not know that session. {new CommandRef("mock start")} opens a new one.");

    public static Prose AlreadyOpen(Sheet sheet) => Prose.Of($"Your {Prose.Markdown(sheet.Setup.RoundLabel)} session is open already. Go on there, or {new CommandRef("mock stop")} first.");

    public static Prose Stale() => Prose.Of($"That button is from an earlier step. The newest message has the ones that count now.");

    public static Prose Over() => Prose.Of($"This session is over and kept. {new CommandRef("mock start")} opens a new one.");

    public static Prose AlreadyBegun() => Prose.Of($"The clock runs already. The question stands further up.");

    public static Prose ChangeTooLate() => Prose.Of($"The session has begun, so its set-up stays. {new CommandRef("mock stop")} ends it.");

    public static Prose NotBegun() => Prose.Of($"The clock is not running yet. Press *Begin*, or say begin, and then answer.");

    public static Prose NotesLater() => Prose.Of($"Notes and outline are sealed until your answer is in.");

    public static Prose AlreadyPaused() => Prose.Of($"The clock stands already. Press *Resume* to go on.");

    public static Prose NotPaused() => Prose.Of($"The clock is running; there is nothing to resume.");

    public static Prose NothingYet(Session.Speaking speaking) => speaking is Session.Probing
        ? Prose.Of($"Nothing is saved for this follow-up yet. Answer it, or press *Skip*.")
        : Prose.Of($"Nothing is saved for this question yet. Say something, or say skip to leave it.");

    public static Prose TooLate(Session session) => Prose.Join(" ", [Prose.Of($"The answer is closed, so this is not counted in it."), Now(session)]);

    public static Prose NotNow(Session session) => Prose.Join(" ", [Prose.Of($"That does nothing at this point."), Now(session)]);

    /// <summary>What the session waits for, for status and for wrong moves.</summary>
    public static Prose Now(Session session) => session switch
    {
        Session.Briefed => Prose.Of($"Press *Begin* when you are ready."),
        Session.Speaking { Sheet.Clock.Stands: true } => Prose.Of($"The session is paused; *Resume* goes on."),
        Session.Answering => Prose.Of($"Go on answering, and press *Done* when you have finished."),
        Session.Probing => Prose.Of($"Answer the follow-up, then press *Done*."),
        Session.Awaiting => Prose.Of($"The next follow-up comes within a minute."),
        Session.Closing => Prose.Of($"Ask us your questions, or press *None*."),
        Session.Scoring => Prose.Of($"Press *Score* for your own scores, or *Skip*."),
        Session.ChoosingCause => Prose.Of($"Choose your one thing for next time under the debrief."),
        // What a typed word is answered with stands where others read.
        Session.JudgingLastCause { Sheet.Setup.OthersRead: true } => Prose.Of($"The line that only you see has the buttons."),
        Session.JudgingLastCause => Prose.Of($"Press *Held* or *Slipped* for last time's one thing."),
        _ => Prose.Of($"{new CommandRef("mock start")} opens a session."),
    };

    /// <summary>A length of time as people say it; seconds only below two minutes.</summary>
    public static string Length(TimeSpan span) => span.TotalSeconds < 115
        ? Many((int)Math.Round(span.TotalSeconds), "second")
        : Many((int)Math.Round(span.TotalMinutes, MidpointRounding.AwayFromZero), "minute");

    public static string Many(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    public static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    private static Prose SampleOver() => Prose.Of($"That was the sample. {new CommandRef("mock start")} opens a full session; to practise with your group, connect Discord as the README says.");
}
