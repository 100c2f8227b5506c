using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Suggestions;

/// <summary>Decides for what somebody tells about the bank: reports of questions, and questions they propose. Pure.</summary>
public static class SuggestionDesk
{
    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<SuggestionEvent> Decide(SuggestionBox box, SuggestionInput input) => input switch
    {
        SuggestionInput.Report or SuggestionInput.Propose or SuggestionInput.Proposed when box.IsFull => Whisper(input, SuggestionPage.Full()),
        SuggestionInput.Report { Version: null } report => Whisper(input, SuggestionPage.NoQuestion(report.QuestionId)),
        SuggestionInput.Report report => Keep(box, report),
        SuggestionInput.Propose propose when Rounds.Find(propose.Round) is null => Whisper(input, SuggestionPage.NoRound(propose.Round)),
        SuggestionInput.Propose propose => new([], [new Effect.OpenForm(ProposalForm.For(box.Stream, propose.Round))]),
        SuggestionInput.Proposed proposed => Propose(box, proposed),
        SuggestionInput.HandOver over => box.Find(over.Number) is { } proposal && !box.HandedOver.Contains(over.Number) ? Tell(box, proposal, over.Number, over, over.Group, []) : new([], []),
        SuggestionInput.DraftAsked { File: null } => Whisper(input, SuggestionPage.NotTheirs()),
        SuggestionInput.DraftAsked asked => Whisper(input, SuggestionPage.Draft(asked.File!)),
        _ => Whisper(input, SuggestionPage.Stale()),
    };

    private static Decision<SuggestionEvent> Keep(SuggestionBox box, SuggestionInput.Report input)
    {
        var report = new Report(input.QuestionId, input.Version!.Value, input.Text.Trim());
        if (report.Text.Length == 0) return Whisper(input, SuggestionPage.NoText());
        return box.Reports.Contains(report)
            ? Whisper(input, SuggestionPage.Known())
            : new([new SuggestionEvent.Reported(input.From.At, report)], [Show(input, SuggestionPage.Reported(report))]);
    }

    private static Decision<SuggestionEvent> Propose(SuggestionBox box, SuggestionInput.Proposed input)
    {
        if (ProposalForm.Read(input.Fields, input.Round) is not { } proposal) return Whisper(input, SuggestionPage.Incomplete());
        if (box.Proposals.Contains(proposal)) return Whisper(input, SuggestionPage.Known());
        var fact = new SuggestionEvent.Proposed(input.From.At, proposal);
        var number = box.Proposals.Count + 1;
        var hasKeepers = Keepers(box, input.Group).Count > 0;
        var answer = Show(input, SuggestionPage.Proposed(box.Stream, proposal, number, hasKeepers));
        if (!hasKeepers) return new([fact], [answer]);
        return input.Group.QuietHours?.EndAfter(input.From.At, input.Group.Zone) is { } awake && awake > input.From.At
            ? new([fact], [answer, new Effect.Later(box.Stream, $"{SuggestionAct.HandOver}-{number}", [new("number", number.ToString(CultureInfo.InvariantCulture))], awake)])
            : Tell(box, proposal, number, input, input.Group, [fact], answer);
    }

    private static Decision<SuggestionEvent> Tell(SuggestionBox box, Proposal proposal, int number, SuggestionInput input, GroupSettings group, Seq<SuggestionEvent> before, params Seq<Effect> answers)
    {
        var keepers = Keepers(box, group);
        return new(
            [.. before, new SuggestionEvent.HandedOver(input.From.At, number, keepers)],
            [.. answers, .. keepers.Select(keeper => new Effect.Show(new Where.Dm(keeper), $"proposal-{number}-{keeper.User}", SuggestionPage.ToKeeper(box.Stream, Author(box), proposal, number), null, [keeper]))]);
    }

    private static Seq<PersonId> Keepers(SuggestionBox box, GroupSettings group) => [.. group.Moderators.Where(person => !person.IsSameHuman(Author(box)))];

    private static PersonId Author(SuggestionBox box) => PersonId.Parse(box.Stream.Key);

    private static Decision<SuggestionEvent> Whisper(SuggestionInput input, Message message) => new([], [Show(input, message)]);

    private static Effect.Show Show(SuggestionInput input, Message message) => new(new Where.In(input.From.Place), "suggestion", message, input.From.Person, []);
}
