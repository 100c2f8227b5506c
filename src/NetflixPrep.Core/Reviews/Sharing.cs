using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>Copies what was said in a session or drill, so that it can be shared.</summary>
public static class Sharing
{
    /// <summary>A finished session, or one that has come to its debrief.</summary>
    public static ShareSetup Of(Sheet sheet, Seq<Scripted> questions, StreamId stream, Origin from, GroupSettings settings) => new()
    {
        Stream = stream,
        Source = sheet.Setup.Stream,
        Candidate = sheet.Setup.Person,
        AskedIn = from.Place,
        RoundId = sheet.Setup.RoundId,
        RoundLabel = sheet.Setup.RoundLabel,
        MinutesUsed = (int)Math.Round(sheet.Used.TotalMinutes, MidpointRounding.AwayFromZero),
        MinutesAsked = sheet.Setup.AllMinutes,
        Answers = [.. sheet.All.Select(each => Answer(each, questions[each.Number], sheet.Setup.Plan?[each.Number].ScriptHash ?? sheet.Setup.ScriptHash))],
        Self = sheet.SelfScores,
        Cause = sheet.Cause,
        CauseLabel = sheet.CauseLabel,
        Channels = Channels(settings, sheet.Setup.AskedIn),
        ReviewChannel = settings.ReviewChannel,
        PracticeChannel = settings.PracticeChannel,
        Needed = settings.Reviews,
        Days = settings.ReviewDays,
        Zone = settings.Zone,
        Quiet = settings.QuietHours,
        Rubric = Slim(questions[0].Script.Rubric),
    };

    /// <summary>An answered drill.</summary>
    public static ShareSetup Of(Drill.Ended drill, Scripted question, StreamId stream, Origin from, GroupSettings settings) => new()
    {
        Stream = stream,
        Source = drill.Setup.Stream,
        Candidate = drill.Setup.Person,
        AskedIn = from.Place,
        RoundId = drill.Setup.RoundId,
        RoundLabel = drill.Setup.RoundLabel,
        MinutesUsed = (int)Math.Ceiling(drill.Worked.TotalMinutes),
        Answers = [Answer(drill.Sheet, question, drill.Setup.ScriptHash!)],
        Self = [],
        Channels = Channels(settings, drill.Setup.AskedIn),
        ReviewChannel = settings.ReviewChannel,
        PracticeChannel = settings.PracticeChannel,
        Needed = settings.Reviews,
        Days = settings.ReviewDays,
        Zone = settings.Zone,
        Quiet = settings.QuietHours,
        Rubric = Slim(question.Script.Rubric),
    };

    /// <summary>Names are enough for adding up; anchors are read from the script.</summary>
    private static Seq<Dimension> Slim(Seq<Dimension> rubric) => [.. rubric.Select(dimension => dimension with { Anchors = [], Rounds = [] })];

    private static Seq<PlaceId> Channels(GroupSettings settings, PlaceId askedIn) =>
        [.. new[] { settings.ReviewChannel, settings.PracticeChannel, askedIn }.OfType<PlaceId>().Distinct()];

    private static SharedAnswer Answer(Sheet sheet, Scripted question, string hash) => new(
        question.Script.Question.Id,
        hash,
        question.Script.Question.Title,
        question.Script.Question.Incident is { Symptoms: [var first, ..] } ? $"{question.Script.Question.Prompt.Trim()}\n\n{first.Say.Trim()}" : question.Script.Question.Prompt,
        [.. sheet.Probes.Select(probe => question.Script.Question.FollowUps.First(followUp => followUp.Id == probe.FollowUp).Ask)],
        [
            .. sheet.Entries.Where(entry => !entry.Deleted)
                .Select(entry => new SharedLine(Sheet.Minute(entry.Elapsed), entry.Part, entry.Text, Sheet.IsCodeFile(entry.FileName))),
        ]);
}
