using System.Globalization;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <content>Sharing answers and reviewing those of others, with right and wrong words, in and out of turn.</content>
internal sealed partial class SimPerson
{
    /// <summary>Words of every answer that is shared, to be quoted.</summary>
    private const string Quotable = "ring buffer of sixty buckets";

    // Pressed now and then only: otherwise nothing would ever come to its end.
    private static readonly string[] Seldom = ["Withdraw", "Withdraw it", "Cancel", "Take my review back", "Begin anew", "Pass", "Coverage", "Overrule", "Root cause"];

    private readonly HashSet<string> acts = [];
    private int words;

    /// <summary>Words by which a review is known again wherever they are shown: whose, about what, which field.</summary>
    public static string Secret(string user, StreamId share, string field, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"<secret {user} {share} {field} {number}>");

    /// <summary>One step towards a shared answer; null when there is nothing of that name to press.</summary>
    /// <param name="label">Of the button or option; null says something.</param>
    public Inbound? Sensibly(string delivery, DateTimeOffset at, string? label)
    {
        acts.Add(delivery);
        var dm = new PlaceId(SimPlatform.Name, "dm-" + user);
        var origin = new Origin(delivery, In(dm), dm, at);
        if (label is null) return Say(origin, $"I keep a {Quotable}, one a second, and {dice.One(Answers)}");
        foreach (var control in platform.SeenBy(origin.Person).Where(message => message.Place == dm).Reverse().SelectMany(message => message.Content.Controls))
        {
            if (control is Control.Button button && button.Label == label) return new Inbound.Choice(origin, button.Token, null);
            if (control is Control.Select select && select.Options.FirstOrDefault(option => option.Label == label) is { } meant) return new Inbound.Choice(origin, select.Token, meant.Value);
        }
        return null;
    }

    private Inbound Review(Origin origin, List<SimMessage> seen)
    {
        var reviews = seen.Where(message => message.Content.Controls.Any(control => OfReview(TokenOf(control)))).ToList();
        var mineToFill = platform.Forms.Where(form => acts.Contains(form.Key) && OfReview(form.Value.Token)).Select(form => form.Value).ToList();
        var threads = seen.Where(message => platform.ForAll.Contains(message.Place)).Select(message => message.Place).Distinct().ToList();
        return dice.Below(100) switch
        {
            < 1 when dice.Percent(40) => new Inbound.Command(At(origin, dice.One([SimPlatform.Lobby, new PlaceId(SimPlatform.Name, "dm-" + user)])), dice.One([CommandTable.ReviewOff, CommandTable.ReviewOn, CommandTable.ReviewOn]), []),
            < 5 => new Inbound.Command(At(origin, SimPlatform.Lobby), CommandTable.ReviewNext, []),
            < 8 when threads.Count > 0 => Say(At(origin, dice.One(threads)), dice.One(Answers)),
            < 9 when mine.Count > 0 => dice.Percent(50) ? Edit(origin) : Delete(origin),
            < 12 when platform.Pressed.Count > 0 => new Inbound.Choice(Anywhere(origin), dice.One(platform.Pressed), dice.One([null, "1", "3", "2:useful", "Yes"])),
            < 28 when mineToFill.Count > 0 => FillReview(origin, mineToFill[^1]),
            < 29 when platform.Forms.Count > 0 => Fill(origin),
            _ => PressReview(origin, reviews) ?? (Inbound)new Inbound.Command(At(origin, SimPlatform.Lobby), CommandTable.ReviewNext, []),
        };
    }

    // Mostly what they were shown last alone; else whatever stands there.
    private Inbound.Choice? PressReview(Origin origin, List<SimMessage> reviews)
    {
        bool IsLikely(Control control) => OfReview(TokenOf(control)) && (!Seldom.Contains(control is Control.Select select ? select.Prompt : ((Control.Button)control).Label) || dice.Percent(4));
        var places = reviews.Select(message => (message, Likely: message.Content.Controls.Where(IsLikely).ToList())).Where(pair => pair.Likely.Count > 0).ToList();
        if (places.Count == 0) return null;
        var (message, likely) = places.FindLast(pair => pair.message.Only is not null) is { message: not null } last && dice.Percent(80) ? last : dice.One(places);
        var pressed = Press(At(origin, message.Place), dice.One(likely));
        platform.Pressed.Add(pressed.Token);
        return pressed;
    }

    private Inbound.Form FillReview(Origin origin, Form form)
    {
        var share = Token.Read(form.Token)!.Stream;
        var isRight = dice.Percent(70);
        return new(origin, form.Token,
        [
            .. form.Inputs.Select(input => new Argument(input.Name, input.Name.StartsWith("quote-", StringComparison.Ordinal)
                ? (isRight ? Quotable : "words that nobody said")
                : Secret(user, share, input.Name, ++words))),
        ]);
    }

    private Origin At(Origin origin, PlaceId place) => origin with { Person = In(place), Place = place };

    // Now and then from another group, in which nothing of this one may be seen or done.
    private Origin Anywhere(Origin origin) => dice.Percent(15) ? origin with { Person = new(SimPlatform.Name, "other", "zed"), Place = new(SimPlatform.Name, "elsewhere") } : origin;

    private static bool OfReview(string token) => Token.Read(token) is { Stream.Kind: Share.StreamName };

    private static string TokenOf(Control control) => control switch
    {
        Control.Button button => button.Token,
        Control.Select select => select.Token,
        _ => "",
    };
}
