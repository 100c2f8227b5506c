using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>Two groups whose people take licences.</summary>
internal sealed class LicenceRig : IAsyncDisposable
{
    public static readonly PersonId Ana = TwoGroups.In("one", "ana");
    public static readonly PersonId AnaInTwo = TwoGroups.In("two", "ana");
    public static readonly PersonId AnaAlone = TwoGroups.In(null, "ana");
    public static readonly PersonId Ben = TwoGroups.In("one", "ben");

    public TwoGroups Bot { get; } = new();

    public Reads Reads => new(Bot.Database.Writer);

    /// <summary>The newest message that was shown.</summary>
    public Effect.Show Shown => Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last(show => show.Only is not null);

    public string Told => Shown.Message.Body.ToString();

    public Licence LicenceOf(PersonId person) => Reads.ReviewerOf(person).Licence;

    /// <summary>The paper that the person is at.</summary>
    public LicencePaper PaperOf(PersonId person) => ((Licence.Taking)LicenceOf(person)).Paper;

    /// <summary>A score on the newest menu that was shown.</summary>
    public Task ScoreAsync(PersonId person, int points)
    {
        var select = Shown.Message.Controls.OfType<Control.Select>().Single();
        return Bot.HearAsync(new Inbound.Choice(Bot.From(person, TwoGroups.Channel(person)), select.Token, $"{points}"));
    }

    /// <summary>A whole try, from the command to the last score.</summary>
    /// <param name="off">Points that every score lies beside the agreed one.</param>
    public async Task TakeAsync(PersonId person, QuestionBank bank, int off = 0)
    {
        await Bot.CommandAsync(person, "/review licence");
        var paper = PaperOf(person);
        var question = bank.Find(paper.QuestionId)!;
        foreach (var kind in paper.Order)
            foreach (var gold in question.Samples.Single(sample => sample.Kind == kind).Gold)
                await ScoreAsync(person, gold.Score > 3 ? gold.Score - off : gold.Score + off);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
