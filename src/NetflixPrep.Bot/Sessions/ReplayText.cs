using System.Globalization;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>A fact for people.</summary>
/// <param name="Minute">Of the interview, from 1; null before it began.</param>
/// <param name="Who">bot, person, panel or clock.</param>
internal sealed record ReplayLine(int? Minute, string Who, string What);

/// <summary>A session's facts as lines for people: the minute of the interview, who, what.</summary>
internal sealed class ReplayText(ScriptShelf shelf)
{
    public IEnumerable<string> Lines(IEnumerable<StoredEvent> facts) => Read(facts).Select(line => string.Create(
        CultureInfo.InvariantCulture, $"{(line.Minute is { } minute ? minute : "-"),4}  {line.Who,-6}  {line.What.Replace("\n", "\n              ", StringComparison.Ordinal)}"));

    public IEnumerable<ReplayLine> Read(IEnumerable<StoredEvent> facts)
    {
        Session session = new Session.NotStarted();
        foreach (var stored in facts)
        {
            var fact = SessionJson.Read(new(stored.Type, stored.Data));
            session = session.Evolve(fact);
            var sheet = ((Session.Started)session).Sheet;
            var (who, what) = Line(fact, sheet, shelf.Of(sheet.Setup)[sheet.Number].Script.Question);
            yield return new(sheet.Clock is { } clock ? Sheet.Minute(clock.Elapsed(fact.At)) : null, who, what.ReplaceLineEndings("\n"));
        }
    }

    private static (string Who, string What) Line(SessionEvent fact, Sheet sheet, Question question) => fact switch
    {
        SessionEvent.Briefed it => ("bot", $"{it.At:yyyy-MM-dd HH:mm} UTC: {Card(it.Setup)}, rules {it.Setup.Rules}, seed {it.Setup.Seed}"),
        SessionEvent.SetupChanged it => ("person", $"changed to {Card(it.Setup)}"),
        SessionEvent.QuestionAsked => ("bot", question.Prompt.Trim()),
        SessionEvent.NextQuestionAsked it => ("bot", $"question {it.Number + 1}: {question.Prompt.Trim()}"),
        SessionEvent.SymptomShown it => ("bot", question.Incident!.Symptoms.First(symptom => symptom.Id == it.Symptom).Say.Trim()),
        SessionEvent.EvidenceShown it => ("bot", string.Join(" ", it.Evidence.Select(id => question.Incident!.Evidence.First(known => known.Id == id).Say.Trim()))),
        SessionEvent.EvidenceMissed it => ("bot", $"nothing for: {it.Asked}"),
        SessionEvent.Mitigated it => ("bot", $"{question.Incident!.Mitigation.Say.Trim()}\nbecause of: {it.Quote}"),
        SessionEvent.AnswerGiven it => ("person", it.FileName is { } file ? $"({file}) {it.Text}" : it.Text),
        SessionEvent.AnswerEdited it => ("person", $"edited {it.MessageId} to: {it.Text}"),
        SessionEvent.AnswerDeleted it => ("person", $"took back {it.MessageId}"),
        SessionEvent.FactsTold it => (Did(it.By), string.Join(" ", it.Facts.Select(id => question.Facts.First(known => known.Id == id).Say.Trim()))),
        SessionEvent.FactMissed it => ("bot", $"no figure for: {it.Asked}"),
        SessionEvent.HintGiven it => (Did(it.By), $"hint {it.Rung}"),
        SessionEvent.CurveballThrown it => (Did(it.By), $"curveball: {question.Curveballs.First(card => card.Id == it.Curveball).Say}"),
        SessionEvent.MarkPassed { Mark: ClockMark.TimeUp } => ("clock", "time up"),
        SessionEvent.MarkPassed => ("clock", "last minutes"),
        SessionEvent.Nudged it => ("bot", $"nudge, because of {it.Evidence}"),
        SessionEvent.Paused => ("person", "paused"),
        SessionEvent.Resumed => ("person", "resumed"),
        SessionEvent.ClockHeld it => ("clock", $"held: the bot was away from {it.Since:HH:mm:ss} to {it.At:HH:mm:ss} UTC"),
        SessionEvent.AnswerFinished it => By(it.By, "the answer"),
        SessionEvent.FollowUpAsked it => (Did(it.Asker), $"follow-up {sheet.Probes.Count} of {it.Of}: {question.FollowUps.First(known => known.Id == it.FollowUp).Ask.Trim()}\nwhy: {it.Reason}"),
        SessionEvent.FollowUpFinished it => By(it.By, "the follow-up"),
        SessionEvent.SeatTaken it => ("panel", $"{it.Person.User} is here"),
        SessionEvent.SeatLeft it => ("panel", $"{it.Person.User} {it.Because switch { LeftBecause.Late => "was late", LeftBecause.Silent => "was silent", _ => "left" }}"),
        SessionEvent.FactsAwaited it => ("clock", $"left to the lead: {it.Asked}"),
        SessionEvent.FollowUpAwaited => ("clock", "the next follow-up is left to the panel"),
        SessionEvent.PanelSaid it => ("panel", $"{it.Person.User}: {it.Text}"),
        SessionEvent.PanelReworded it => ("panel", it.Text is { } text ? $"{it.Person.User} edited {it.MessageId} to: {text}" : $"{it.Person.User} took back {it.MessageId}"),
        SessionEvent.QuestionsInvited => ("bot", "your questions for us?"),
        SessionEvent.QuestionsFinished it => By(it.By, "the questions"),
        // Sealed: whoever runs the bot does not read them here either.
        SessionEvent.SelfScored it => ("person", $"own score for {it.Dimension}, sealed"),
        SessionEvent.SelfScoreSkipped => ("person", "no own scores"),
        SessionEvent.Debriefed => ("bot", "debrief"),
        SessionEvent.CauseChosen it => ("person", $"one thing for next time: {it.Label}"),
        SessionEvent.LastCauseJudged it => ("person", $"last time's {it.Cause}: {(it.Held ? "held" : "slipped")}"),
        SessionEvent.StopAsked => ("person", "asked to stop"),
        SessionEvent.StopDeclined => ("person", "went on"),
        SessionEvent.Ended it => ("bot", it.Ending switch
        {
            Ending.Complete => "the end",
            Ending.Stopped => "stopped",
            Ending.Abandoned => "closed: nobody there",
            _ => "closed: its place was lost",
        }),
        _ => throw new System.Diagnostics.UnreachableException($"{fact.GetType().Name} has no line."),
    };

    private static string Card(Setup setup) => string.Create(CultureInfo.InvariantCulture, $"{setup.RoundLabel}, {setup.AllMinutes} min, {setup.Level}, {(setup.Plan is { } plan ? $"questions {string.Join(", ", plan.Select(planned => planned.QuestionId))}" : $"question {setup.QuestionId}")}");

    private static (string Who, string What) By(EndedBy by, string what) => by switch
    {
        EndedBy.TimeUp => ("clock", $"ended {what}"),
        EndedBy.Skipped => ("person", $"skipped {what}"),
        _ => ("person", $"finished {what}"),
    };

    private static string Did(PersonId? member) => member is null ? "bot" : "panel";
}
