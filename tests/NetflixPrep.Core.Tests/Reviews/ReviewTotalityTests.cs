using System.Reflection;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.Table;

namespace NetflixPrep.Core.Tests.Reviews;

/// <summary>Every state with every input.</summary>
public partial class ReviewTotalityTests
{
    private static readonly Func<Table>[] Situations =
    [
        () => new(),
        () => Prepared(),
        () => Prepared(Setup with { Self = [] }).Post(),
        () => Shared(),
        () => Shared().Claim(Ben).Do(Ben, from => new ReviewInput.Score(from, "impact", "4")),
        () => Shared().Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Ben])),
        () => Shared().Claim(Ben).Score(Ben, 4, 3, 2),
        () => Shared().Do(PersonId.Bot, from => new ReviewInput.PlaceLost(from)).Review(Ben),
        () => Shared(Setup with { Needed = 1 }).Claim(Cleo).Review(Ben),
        () => Shared(Setup with { Needed = 1 }).Review(Ben).Do(Ana, from => new ReviewInput.FlagReview(from, "1", [Mo])),
        () => Shared(Setup with { Needed = 1 }).Review(Ben).Do(Ana, from => new ReviewInput.Publish(from, [])),
        () => Shared().Do(Ana, from => new ReviewInput.Withdraw(from, Sure: true)),
    ];

    private static readonly Lazy<List<(ReviewInput Input, Table After)>> Everything = new(() =>
    [
        .. from situation in Situations
           let state = situation().State
           from person in new[] { Ana, Ben, Mo, Stranger, PersonId.Bot, Ben with { Group = null } }
           from later in new[] { TimeSpan.Zero, TimeSpan.FromDays(4) }
           from kind in typeof(ReviewInput).GetNestedTypes()
           from input in Variants(kind, new("try", person, Home, Monday + later))
           select (input, Table.In(state).Later(later).Do(person, _ => input)),
    ]);

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor|fail\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Fact]
    public void Every_pair_is_answered_and_can_be_folded() => Assert.True(Everything.Value.Count > 5_000);

    [Fact]
    public void Whoever_pressed_always_gets_an_answer() => Assert.All(
        Everything.Value.Where(pair => pair.Input is not (ReviewInput.SeatDue or ReviewInput.DeadlineDue or ReviewInput.Invite or ReviewInput.TellDue or ReviewInput.FlagsDue or ReviewInput.DraftDue or ReviewInput.Refresh
            or ReviewInput.PlaceLost or ReviewInput.Discuss or ReviewInput.EditDiscussion or ReviewInput.DeleteDiscussion)),
        pair => Assert.Contains(pair.After.Last.Effects, effect => effect is Effect.Show { Only: not null } or Effect.OpenForm));

    [Fact]
    public void The_clock_and_the_thread_never_whisper() => Assert.All(
        Everything.Value.Where(pair => pair.Input is ReviewInput.SeatDue or ReviewInput.DeadlineDue or ReviewInput.Invite or ReviewInput.TellDue or ReviewInput.FlagsDue or ReviewInput.DraftDue or ReviewInput.Refresh or ReviewInput.PlaceLost or ReviewInput.Discuss),
        pair => Assert.DoesNotContain(pair.After.Last.Effects, effect => effect is Effect.Show { Only: not null }));

    [Fact]
    public void Nobody_of_another_group_changes_or_reads_anything() => Assert.All(
        Everything.Value.Where(pair => pair.Input.From.Person == Stranger && pair.Input is not (ReviewInput.SeatDue or ReviewInput.DeadlineDue or ReviewInput.Invite or ReviewInput.TellDue or ReviewInput.FlagsDue or ReviewInput.DraftDue or ReviewInput.Refresh
            or ReviewInput.PlaceLost or ReviewInput.Discuss or ReviewInput.EditDiscussion or ReviewInput.DeleteDiscussion or ReviewInput.Prepare)),
        pair =>
        {
            Assert.Empty(pair.After.Last.Events);
            Assert.DoesNotContain(pair.After.Shows, show => Text(show).Contains(First, StringComparison.Ordinal));
        });

    [Fact]
    public void Only_the_person_of_a_direct_message_is_pinged() => Assert.All(
        Everything.Value.SelectMany(pair => pair.After.Shows), show => Assert.True(show.Notify.Count == 0 || (show.To is Where.Dm dm && show.Notify is [var only] && only == dm.Person)));

    [Fact]
    public void Tokens_and_labels_fit_the_platforms() => Assert.All(
        Everything.Value.SelectMany(pair => pair.After.Shows).SelectMany(show => show.Message.Controls), control =>
        {
            switch (control)
            {
                case Control.Button button:
                    Assert.True(button.Label.Length <= 30 && Token.Read(button.Token) is not null, button.Token);
                    break;
                case Control.Select select:
                    Assert.InRange(select.Options.Count, 1, 25);
                    Assert.All(select.Options, option => Assert.True(option.Label.Length <= 75 && option.Value.Length <= 75 && (option.Description ?? "").Length <= 75));
                    break;
            }
        });

    [Fact]
    public void Nothing_that_is_ever_said_judges() => Assert.All(
        Everything.Value.SelectMany(pair => pair.After.Shows).Select(show => show.Message.Body.ToString()).Distinct(), text => Assert.DoesNotMatch(Judgement, text));

    private static IEnumerable<ReviewInput> Variants(Type kind, Origin origin)
    {
        var parameters = kind.GetConstructors().Single(constructor => constructor.GetParameters() is [{ Name: "From" }, ..]).GetParameters();
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in parameters) all = [.. from given in all from value in Values(parameter, origin) select (object?[])[.. given, value]];
        return all.Select(arguments => (ReviewInput)Activator.CreateInstance(kind, arguments)!);
    }

    private static object?[] Values(ParameterInfo parameter, Origin origin) => parameter switch
    {
        { Name: "From" } => [origin],
        { Name: "Setup" } => [Setup],
        { Name: "Fresh" } => [null, Setup with { Answers = [Setup.Answers[0] with { Lines = [] }] }],
        { Name: "Step" } => [0, 1],
        { Name: "Value" } => [null, "4", "1:useful", "Yes", nameof(ShareParts.Answer), "alias", "no-baseline", "ml-system-design.rows:goal", "nonsense"],
        { Name: "Dimension" } => ["impact", "execution"],
        { Name: "Balance" } => [new Balance(1, 4)],
        { Name: "Licensed" or "LicenceNeeded" or "Here" or "Sure" or "Hide" or "Moderates" } => [true, false],
        { Name: "Fields" } => [Seq<Argument>.Empty, new Seq<Argument>([new("quote-impact", "popularity by country"), new("quote-execution", "popularity by country"), new("quote-clarity", "popularity by country"), new("strength", "The goal comes first, in plain words"), new("change", "Say how late the page may be")])],
        { Name: "About" } => ["", "1", "9"],
        { Name: "Text" } => ["", "a word"],
        { Name: "MessageId" } => ["m1"],
        { Name: "Severity" } => [new Seq<Severity>([new(Ben, -0.4, 9)])],
        { Name: "Before" } => [Seq<ReviewedRound>.Empty],
        { Name: "Moderators" or "Candidates" } => [new Seq<PersonId>([Mo, Cleo])],
        { Name: "Person" } => [Ben, Dan],
        _ => throw new InvalidOperationException($"Say which values {parameter.Member.DeclaringType!.Name}.{parameter.Name} can have."),
    };
}
