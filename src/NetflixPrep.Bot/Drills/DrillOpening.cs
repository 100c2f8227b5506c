using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Drills;

/// <summary>Chooses what is asked and writes the set-up of a drill, from everything the tables know of the person.</summary>
/// <param name="plannedArea">The area of the person's plan on a date; null without a plan.</param>
internal sealed class DrillOpening(
    LiveBank bank, ScriptShelf shelf, StreamKind<Session, SessionInput, SessionEvent> sessions, Func<Reads, PersonId, DateOnly, string?> plannedArea)
{
    /// <summary>Null when the bank has nothing to ask.</summary>
    public DrillSetup? Open(Practice practice, PersonId person, Origin from, DrillKind kind, DateOnly date, Reads reads)
    {
        var minutes = practice.Subscription?.Minutes ?? Subscription.DefaultMinutes;
        var asked = reads.AskedInAll(person);
        var request = new DrillRequest
        {
            Date = date,
            Minutes = minutes,
            Asked = asked,
            Memory = practice.Memory,
            PlannedArea = plannedArea(reads, person, date),
            Practised = reads.PractisedSince(person, DateTimeOffset.MinValue).GroupBy(row => row.Area).ToDictionary(group => group.Key, group => group.Sum(row => row.Minutes)),
            Seed = Chance.From($"{person}|{DrillWording.Iso(date)}|{asked.Count}").Seed,
        };
        if (DrillChoice.Choose(bank.Now, request) is not { } chosen) return null;
        var isSum = chosen.QuestionId.StartsWith(DrillSetup.SumPrefix, StringComparison.Ordinal);
        var question = isSum ? null : bank.Now.Find(chosen.QuestionId);
        return new()
        {
            Stream = SessionRouter.NewStream(Drill.StreamName, from),
            Person = person,
            AskedIn = practice.Subscription?.AskedIn ?? from.Place,
            Date = date,
            Kind = kind,
            Zone = PracticeDesk.ZoneOf(practice),
            QuestionId = chosen.QuestionId,
            Area = chosen.Area,
            ScriptHash = isSum ? null : shelf.HashOf(chosen.QuestionId),
            Seed = request.Seed,
            RoundId = question?.Round ?? "",
            RoundLabel = question is null ? "" : Rounds.Find(question.Round)!.Label,
            FullMinutes = question?.Minutes.Total ?? Sums.Find(chosen.QuestionId[DrillSetup.SumPrefix.Length..])!.Minutes,
            Minutes = minutes,
            Why = chosen.Why,
            AfterAGap = kind == DrillKind.Daily && practice.UnansweredInARow >= 2,
            Before = Streak.Of7(practice.Days.TakeLast(Streak.Window - 1)),
            Openness = Openness.Dm,
        };
    }

    /// <summary>What mock sessions since the last look showed of skills: facts that the practice will record.</summary>
    public Seq<PracticeEvent.SessionRead> ReadSince(Practice practice, Reads reads, DateTimeOffset now)
    {
        var zone = PracticeDesk.ZoneOf(practice);
        var read = new List<PracticeEvent.SessionRead>();
        foreach (var (stream, endedAt) in reads.EndedSince(PersonId.Parse(practice.Stream.Key), practice.ReadUpTo))
        {
            if (sessions.Fold(stream, reads.Events(stream)) is not Session.Finished { Sheet: { Clock: not null } sheet }) continue;
            var scripted = shelf.Scripted(sheet.Setup);
            var grades = sheet.All.SelectMany(each =>
            {
                var (script, reader) = scripted[each.Number];
                return SkillGrades.Of(script.Question, reader.Read(each.AnswerBeforeFollowUps), reader.Read(each.Answer));
            }).GroupBy(pair => pair.Skill).Select(group => new SkillGrade(group.Key, group.Min(pair => pair.Grade)));
            read.Add(new(now, stream, endedAt, ZonedDays.DateOf(endedAt, zone), [.. grades]));
        }
        return [.. read];
    }
}
