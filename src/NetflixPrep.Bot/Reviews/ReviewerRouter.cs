using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Reviews;

/// <summary>Says what an inbound means to somebody as a reviewer. Everything is answered to them alone.</summary>
internal sealed class ReviewerRouter(StreamKind<Reviewer, ReviewerInput, ReviewerEvent> kind, LiveBank bank, ScriptShelf shelf)
{
    /// <summary><c>/review licence</c>, <c>/review off</c>, <c>/review on</c>.</summary>
    public Routed Command(Inbound.Command command, Reads reads)
    {
        var person = command.From.Person;
        return To(Reviewer.StreamOf(person), command.Verb switch
        {
            CommandTable.ReviewOff => new ReviewerInput.TurnOff(command.From, reads.HasOptedOut(person)),
            CommandTable.ReviewOn => new ReviewerInput.TurnOn(command.From, reads.HasOptedOut(person)),
            _ => new ReviewerInput.Take(command.From, Next(reads.ReviewerOf(person), person, reads), reads.IsLicensed(person)),
        });
    }

    public Routed Press(Token token, Inbound.Choice choice, Reads reads)
    {
        if (!PlanReads.IsOf(token.Stream, choice.From.Person))
            return new Routed.Answer([new Effect.Show(new Where.In(choice.From.Place), "reviewer", ReviewerLines.OnlyTheirs(), choice.From.Person, [])]);
        var next = token.Act == ReviewerAct.SecondTry ? Next(reads.ReviewerOf(token.Stream), choice.From.Person, reads) : null;
        return To(token.Stream, ReviewerAct.Read(token, choice.Value, choice.From, next));
    }

    private LicencePaper? Next(Reviewer reviewer, PersonId person, Reads reads) =>
        reviewer.Licence is Licence.Taking or Licence.Held ? null : LicenceChoice.Next(bank.Now, reviewer, reads.Answering(person), shelf.HashOf);

    private Routed.To To(StreamId stream, ReviewerInput input) => new(kind.Call(stream, input));
}

/// <summary><c>/review status</c>.</summary>
internal static class ReviewerStatus
{
    public static Message Show(Origin from, Reads reads)
    {
        var (balance, useful) = (reads.BalanceOf(from.Person), reads.UsefulReviews(from.Person));
        return ReviewerLines.Status(reads.ReviewerOf(from.Person), reads.IsLicensed(from.Person), reads.HasOptedOut(from.Person),
            new(balance.Given, balance.Got, useful.Useful, useful.Of), reads.SettingsOf(from.Person).Licence, from.At);
    }
}
