using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Loops;
using NetflixPrep.Bot.Pairs;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Privacy;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Stories;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Pairs;
using NetflixPrep.Core.Plans;
using NetflixPrep.Core.Privacy;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Reviews.Reviewers;
using NetflixPrep.Core.Stories;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot;

/// <summary>The one place that says which router an inbound goes to: by a command's verb, a token's kind of stream, or the kind of stream that is due.</summary>
internal sealed class Switchboard(
    SessionRouter sessions, LoopRouter loops, GroupRouter groups, DrillRouter drills, DailyRouter dailies, PlanRouter plans, StoryRouter stories,
    ReviewRouter reviews, ReviewerRouter reviewers, CommitteeRouter committees, PairRouter pairs, SuggestionRouter suggestions)
{
    public Routed Route(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Command command => Introduced(command, Command(command, reads), reads),
        Inbound.Choice choice when CommandPress.Read(choice.Token) is { } verb => Command(new(choice.From, verb, []), reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: PrivacyPage.TokenKind } token => Erasing(PrivacyRouter.Press(choice, token, reads), choice, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: SessionStream.Name or Drill.StreamName, Act: ReviewAct.Share } token => reviews.Share(token, choice, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Share.StreamName } token => reviews.Press(token, choice, reads),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: Share.StreamName } token => reviews.Fill(token, form, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: LoopStream.Name } token => loops.Press(token, choice, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Drill.StreamName } token => drills.Press(token, choice, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Daily.StreamName } token => dailies.Press(token, choice),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: Daily.StreamName } token => dailies.Fill(token, form),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Meeting.StreamName } token => pairs.Press(token, choice),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Pool.StreamName } token => pairs.PressPool(token, choice, reads),
        Inbound.Text text => SessionRouter.SessionHere(text.From, reads) is { } session ? sessions.Said(session, text) : drills.Said(text, reads) ?? pairs.Said(text, reads) ?? loops.Said(text, reads) ?? reviews.Said(text, reads) ?? sessions.Route(text, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Committee.StreamName } token => committees.Press(token, choice, reads),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: Committee.StreamName } token => committees.Fill(token, form),
        Inbound.Attached file when SessionRouter.SessionHere(file.From, reads) is null => drills.Said(file, reads) ?? pairs.Said(file, reads) ?? sessions.Route(file, reads),
        Inbound.Edited or Inbound.Deleted => drills.OfMessage(inbound, reads) ?? pairs.OfMessage(inbound, reads) ?? reviews.OfMessage(inbound, reads) ?? sessions.Route(inbound, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: PlanSheet.StreamName } token => plans.Press(token, choice, reads),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: PlanSheet.StreamName } token => plans.Form(token, form),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: StoryShelf.StreamName } token => stories.Press(token, choice),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: StoryShelf.StreamName } token => stories.Form(token, form),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: SuggestionBox.StreamName } token => suggestions.Press(token, choice, reads),
        Inbound.Form form when Token.Read(form.Token) is { Stream.Kind: SuggestionBox.StreamName } token => suggestions.Fill(token, form, reads),
        Inbound.Due { Stream.Kind: SuggestionBox.StreamName } due => suggestions.Due(due, reads),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: Reviewer.StreamName } token => reviewers.Press(token, choice, reads),
        Inbound.Due { Stream.Kind: Group.StreamName } due => groups.Due(due, reads),
        Inbound.Due { Stream.Kind: LoopStream.Name } due => loops.Due(due, reads),
        Inbound.Due { Stream.Kind: Slot.StreamName or Practice.StreamName or "pacer" } due => drills.Due(due, reads),
        Inbound.Due { Stream.Kind: Daily.StreamName } due => dailies.Due(due, reads),
        Inbound.Due { Stream.Kind: Meeting.StreamName or Pool.StreamName } due => pairs.Due(due, reads),
        Inbound.PlaceGone { Stream.Kind: Meeting.StreamName } homeless => pairs.Homeless(homeless),
        Inbound.Due { Stream.Kind: Share.StreamName } due => reviews.Due(due, reads),
        Inbound.PlaceGone { Stream.Kind: Share.StreamName } homeless => reviews.Homeless(homeless),
        Inbound.PlaceGone { Stream.Kind: Drill.StreamName } homeless => drills.Homeless(homeless, reads),
        Inbound.PlaceGone { Stream.Kind: LoopStream.Name } homeless => loops.Homeless(homeless),
        Inbound.PlaceGone { Stream: null } gone => new Routed.Each([.. Calls(sessions.Route(gone, reads)), .. loops.At(gone, reads), .. drills.At(gone, reads), .. dailies.At(gone, reads), .. reviews.At(gone, reads), .. committees.At(gone, reads), .. pairs.At(gone, reads)]),
        Inbound.Due { Stream.Kind: Committee.StreamName } due => committees.Due(due),
        _ => sessions.Route(inbound, reads),
    };

    private Routed Command(Inbound.Command command, Reads reads) => command.Verb switch
    {
        CommandTable.Plan => plans.Command(command, reads),
        CommandTable.StoryAdd => stories.Add(command, reads),
        CommandTable.QuestionReport or CommandTable.QuestionPropose => suggestions.Command(command),
        CommandTable.ReviewNext => reviews.Next(command, reads),
        CommandTable.Committee => committees.Command(command, reads),
        CommandTable.Pair => pairs.Command(command, reads),
        CommandTable.Settings => groups.Change(command, reads),
        CommandTable.DrillOn or CommandTable.DrillOff or CommandTable.DrillNow or CommandTable.DrillSkip or CommandTable.DrillSnooze or CommandTable.DrillAway => drills.Command(command, reads),
        CommandTable.ReviewLicence or CommandTable.ReviewOff or CommandTable.ReviewOn => reviewers.Command(command, reads),
        CommandTable.MockStart when LoopRouter.Wants(command) => loops.Start(command, reads),
        CommandTable.MockStop when reads.OpenSession(command.From.Person) is null && reads.OpenLoop(command.From.Person) is { } open => loops.Stop(open, command),
        _ => sessions.Route(command, reads),
    };

    private static IReadOnlyList<StreamCall> Calls(Routed routed) => routed is Routed.Each each ? each.Calls : [];

    /// <summary>Questions of the day are the group's, shared answers and committees their people's: they stay without what the one who goes gave to them.</summary>
    private Routed Erasing(Routed routed, Inbound.Choice choice, Reads reads) => routed is Routed.Erase { What: Erasure.OfPerson { Person: var person } } erase
        ? erase with { Calls = [.. erase.Calls, .. dailies.WithoutAnswersOf(person, choice.From, reads), .. reviews.WithoutReviewsOf(person, choice.From, reads), .. committees.WithoutVotesOf(person, choice.From, reads), .. sessions.WithoutSeatsOf(person, choice.From, reads), .. pairs.Without(person, choice.From, reads)] }
        : routed;

    /// <summary>The first command in a group also brings the notice of what the bot does and keeps.</summary>
    private static Routed Introduced(Inbound.Command command, Routed routed, Reads reads)
    {
        if (Group.StreamOf(command.From.Person) is not { } group || reads.IsIntroduced(group)) return routed;
        var introduction = GroupDesk.Introduction(group, command.From);
        return routed switch
        {
            Routed.To to => to with { Also = to.Also.Add(introduction) },
            Routed.Answer answer => new Routed.Answer(answer.Effects.Add(introduction)),
            _ => routed,
        };
    }
}
