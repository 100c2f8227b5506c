using System.Globalization;
using System.Text.RegularExpressions;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>Somebody who does sensible and senseless things, by what they see.</summary>
/// <param name="rounds">The rounds that the bank has questions for.</param>
/// <param name="reviewing">Their group shares answers, and most of what they do is about that.</param>
internal sealed partial class SimPerson(string user, SimPlatform platform, Dice dice, Seq<string> rounds, bool reviewing)
{
    private static readonly string[] Answers =
    [
        "A ring buffer of sixty buckets, one a second.", "A dictionary per title.", "That is O(1) for count.", "L1 ends at zero, so it is sparse.",
        "L2 shrinks all weights.", "How many events a second?", "What is the airspeed of a swallow?", "With correlated features: elastic net.",
        "Check latency by experiment cell.", "What changed?", "Restart the ranker.", "I stop experiment R-118.", "About 1,000 titles, then 100.",
        "`; DROP TABLE events; -- @everyone <script>", "ünïcödé ✓ 日本語 \u202E evil", "A test: two plays sixty seconds apart, and an unknown title.",
    ];

    private readonly List<string> tokens = [];
    private readonly List<(string Id, PlaceId Place)> mine = [];

    public string User => user;

    public PersonId In(PlaceId place) => new(SimPlatform.Name, place.Place.StartsWith("dm-", StringComparison.Ordinal) ? null : "group", user);

    /// <summary>What they do next.</summary>
    public Inbound Act(string delivery, DateTimeOffset at)
    {
        var seen = platform.SeenBy(In(SimPlatform.Lobby)).ToList();
        var home = platform.Opened.Select(open => open.Place).LastOrDefault(place => !platform.IsGone(place) && seen.Any(message => message.Place == place && Addressed(message)));
        var place = home == default ? SimPlatform.Lobby : home;
        var from = new Origin(delivery, In(place), place, at);
        acts.Add(delivery);
        if (reviewing && dice.Percent(88)) return Review(from, seen);
        var controls = seen.Where(message => message.Place == place || message.Only is not null).LastOrDefault(message => message.Content.Controls.Count > 0)?.Content.Controls ?? [];
        return dice.Below(100) switch
        {
            < 8 => Start(from),
            < 9 => new Inbound.Command(from, CommandTable.MockStop, []),
            < 10 => new Inbound.Command(from, CommandTable.MockReplay, [new("session", Finished(seen) ?? "nosuchid")]),
            < 17 => Drill(from),
            < 44 when controls.Count > 0 => Press(from, dice.One([.. controls])),
            < 46 when tokens.Count > 0 => new Inbound.Choice(from, dice.One(tokens), dice.Percent(50) ? "3" : null),
            < 50 when platform.Forms.Count > 0 => Fill(from),
            < 53 when mine.Count > 0 => Edit(from),
            < 56 when mine.Count > 0 => Delete(from),
            < 58 => new Inbound.Choice(from, "forged|token", null),
            < 60 => Say(from, dice.One(["done", "hint", "pause", "resume", "skip", "begin", "stop"])),
            < 62 => Say(from, string.Join(' ', Enumerable.Repeat("and then", 170))),
            < 64 => Attach(from),
            _ => Say(from, dice.One(Answers)),
        };
    }

    // The person's own: a private line, or a place in which somebody spoke to them.
    private bool Addressed(SimMessage message) => message.Place.Place == "dm-" + user
        || message.Content.Controls.OfType<Control.Button>().Any() && platform.Opened.Any(open => open.Place == message.Place && Owner(open.Place) == user);

    private string? Owner(PlaceId place) => platform.OwnerOf.GetValueOrDefault(place);

    private Inbound.Command Start(Origin from)
    {
        Seq<Argument> arguments =
        [
            new("round", dice.One(rounds.ToArray())),
            new("minutes", dice.Below(10) is 0 ? "30" : (2 + dice.Below(8)).ToString(CultureInfo.InvariantCulture)),
            new("place", dice.One(["dm", "private", "public", "public"])),
        ];
        if (rounds.Count > 2 && dice.Percent(40)) arguments = arguments.Add(new("style", dice.One(["neutral", "friendly", "sceptic", "silent"]))).Add(new("extra-time", dice.One(["1.25", "1.5"])));
        if (rounds.Count > 2 && dice.Percent(30)) arguments = arguments.Add(new("loop", dice.One(["short", "coding 10, culture 15", "gibberish 7"])));
        return new(from, CommandTable.MockStart, arguments);
    }

    // Subscribes, mostly for some minutes from now, changes that, answers never, late or at once.
    private Inbound.Command Drill(Origin from) => dice.Below(10) switch
    {
        < 4 => new(from, CommandTable.DrillOn,
        [
            new("time", from.At.AddMinutes(1 + dice.Below(20)).ToString("HH:mm", CultureInfo.InvariantCulture)), new("zone", "UTC"),
            new("if-closed", dice.One(["pause", "thread"])), .. dice.Percent(20) ? [new Argument("quiet-hours", "03:00-03:30")] : Seq<Argument>.Empty,
        ]),
        < 6 => new(from, CommandTable.DrillNow, []),
        6 => new(from, CommandTable.DrillSkip, []),
        7 => new(from, CommandTable.DrillSnooze, [new("minutes", dice.One(["5", "60"]))]),
        8 => new(from, CommandTable.DrillAway, [new("until", dice.One(["back", "back", "1", "2"]))]),
        _ => new(from, CommandTable.DrillOff, []),
    };

    private static string? Finished(IEnumerable<SimMessage> seen) =>
        seen.Select(message => SessionKey().Match(message.Content.Body.ToString())).LastOrDefault(match => match.Success)?.Groups[1].Value;

    [GeneratedRegex("Session ([a-z0-9]{8})\\.")]
    private static partial Regex SessionKey();

    private Inbound.Choice Press(Origin from, Control control)
    {
        var (token, value) = control switch
        {
            Control.Button button => (button.Token, (string?)null),
            Control.Select select => (select.Token, dice.One([.. select.Options]).Value),
            _ => ("", null),
        };
        tokens.Add(token);
        return new(from, token, value);
    }

    private Inbound.Form Fill(Origin from)
    {
        var form = dice.One([.. platform.Forms.Values]);
        if (OfReview(form.Token)) return FillReview(from, form);
        return new(from, form.Token, [.. form.Inputs.Select(input => new Argument(input.Name, input.Value ?? "How many events a second?"))]);
    }

    private Inbound.Text Say(Origin from, string text)
    {
        mine.Add((platform.NextId(), from.Place));
        return new(from, mine[^1].Id, text);
    }

    private Inbound.Attached Attach(Origin from)
    {
        mine.Add((platform.NextId(), from.Place));
        return new(from, mine[^1].Id, "counter.py", "def count(self, title):\n    return self.totals[title]  # O(1)\n");
    }

    private Inbound.Edited Edit(Origin origin)
    {
        var (id, place) = dice.One(mine);
        return new(origin with { Place = place, Person = In(place) }, id, dice.One(Answers) + " (edited)");
    }

    private Inbound.Deleted Delete(Origin origin)
    {
        var (id, place) = dice.One(mine);
        return new(origin with { Place = place, Person = In(place) }, id);
    }
}
