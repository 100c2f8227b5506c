using System.Globalization;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Drills;

/// <summary>Says what an inbound means to questions of the day: hours that struck, presses, answers, lost channels.</summary>
internal sealed class DailyRouter(StreamKind<Daily, DailyInput, DailyEvent> kind, StreamKind<Group, GroupInput, GroupEvent> groups, LiveBank bank, ScriptShelf shelf)
{
    public Routed Press(Token token, Inbound.Choice choice) => new Routed.To(kind.Call(token.Stream, DailyAct.Read(token, choice.From)));

    public Routed Fill(Token token, Inbound.Form form) => new Routed.To(kind.Call(token.Stream, DailyAct.Read(token, form.Fields, form.From)));

    /// <summary>A group's hour has struck: the question of that date, once.</summary>
    public Routed Due(Inbound.Due due, Reads reads)
    {
        if (Daily.Read(due.Stream) is not var (group, date) || due.With.FirstOrDefault(argument => argument.Name == DailyDesk.DueArgument) is not { } named) return Routed.NotOurs;
        var dueAt = DateTimeOffset.Parse(named.Value, CultureInfo.InvariantCulture);
        var settings = groups.Fold(group, reads.Events(group)).Settings;
        var setup = DailyDesk.Hold(settings, dueAt, due.From.At) is null ? Open(due.Stream, group, date, settings, reads) : null;
        return new Routed.To(kind.Call(due.Stream, new DailyInput.Ask(due.From, dueAt, settings, setup)));
    }

    /// <summary>What a lost place means to the questions that stand there.</summary>
    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads) => reads.DailiesAt(gone.From.Place).Select(stream => kind.Call(stream, new DailyInput.PlaceLost(gone.From)));

    /// <summary>After somebody's answers were erased their questions show how many there are now.</summary>
    public IEnumerable<StreamCall> WithoutAnswersOf(PersonId person, Origin from, Reads reads) =>
        reads.DailiesAnsweredBy(person).Select(stream => kind.Call(stream, new DailyInput.Recount(from)));

    /// <summary>Null when the bank has nothing to ask.</summary>
    private DailySetup? Open(StreamId stream, StreamId group, DateOnly date, GroupSettings settings, Reads reads) =>
        DailyChoice.Choose(bank.Now, group, date, reads.DailiesOf(group)) is not { } chosen ? null : new()
        {
            Stream = stream,
            Group = group,
            Place = settings.PracticeChannel!.Value,
            Date = date,
            Zone = settings.Zone,
            QuestionId = chosen.QuestionId,
            Area = chosen.Area,
            ScriptHash = chosen.QuestionId.StartsWith(DrillSetup.SumPrefix, StringComparison.Ordinal) ? null : shelf.HashOf(chosen.QuestionId),
            Seed = chosen.Seed,
            Why = chosen.Why,
        };
}
