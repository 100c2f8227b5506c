using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Stories;

/// <summary>Says what an inbound means to somebody's stories. Everything is answered to them alone.</summary>
internal sealed class StoryRouter(StreamKind<StoryShelf, StoryInput, StoryEvent> kind)
{
    /// <summary><c>/story add</c>.</summary>
    public Routed Add(Inbound.Command command, Reads reads) => To(reads.StoriesOf(command.From.Person).Stream, new StoryInput.Add(command.From));

    public Routed Press(Token token, Inbound.Choice choice) => PlanReads.IsOf(token.Stream, choice.From.Person)
        ? To(token.Stream, StoryAct.Read(token, choice.Value, choice.From))
        : NotTheirs(choice.From);

    public Routed Form(Token token, Inbound.Form form) => PlanReads.IsOf(token.Stream, form.From.Person)
        ? To(token.Stream, StoryAct.Read(token, form.Fields, form.From))
        : NotTheirs(form.From);

    /// <summary>The answer to a command that changes nothing.</summary>
    public static Message Show(Inbound.Command command, Reads reads) => command.Verb == CommandTable.StoryCheck
        ? StoryPage.Check(reads.StoriesOf(command.From.Person))
        : StoryPage.List(reads.StoriesOf(command.From.Person));

    private Routed.To To(StreamId stream, StoryInput input) => new(kind.Call(stream, input));

    private static Routed.Answer NotTheirs(Origin from) => new([new Effect.Show(new Where.In(from.Place), "story", StoryPage.OnlyTheirs(), from.Person, [])]);
}
