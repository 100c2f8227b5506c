using System.Globalization;
using System.Text.RegularExpressions;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>What must hold of shared answers after every life: sealed until they open, each review once, nobody their own reviewer, nobody asked out of turn.</summary>
internal sealed partial class ReviewInvariants(SimulatedWorld world)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(60);

    private readonly List<string> broken = [];
    private readonly List<Fact> facts = [.. world.Bot.Reads.Query<Row>("SELECT stream AS Stream, type AS Type, data AS Data, inbound_id AS InboundId FROM events WHERE stream LIKE 'review/%' ORDER BY position")
        .Select(row => new Fact(StreamId.Parse(row.Stream), row.InboundId, ReviewJson.Read(new(row.Type, row.Data))))];

    private readonly List<Row> reviewers = [.. world.Bot.Reads.Query<Row>("SELECT stream AS Stream, type AS Type, data AS Data, inbound_id AS InboundId FROM events WHERE type IN ('reviewer-opted-out', 'reviewer-opted-in') ORDER BY position")];

    public IReadOnlyList<string> Check()
    {
        foreach (var share in facts.GroupBy(fact => fact.Share))
        {
            Peers([.. share]);
            if (Fold(share) is Share.Begun begun) Ended(share.Key, begun);
            Kept(share.Key, [.. share]);
        }
        Turns();
        Sealed();
        Gone();
        return broken;
    }

    // Peers of one group review each other, each once, and never themselves.
    private void Peers(List<Fact> share)
    {
        Share state = new Share.NotShared();
        foreach (var fact in share)
        {
            var before = state;
            state = state.Evolve(fact.Event);
            if (Reviewer(fact.Event) is not { } person) continue;
            var sheet = ((Share.Begun)state).Sheet;
            Hold(!sheet.IsBy(person), $"{person.User} reviews their own {fact.Share}: {fact.Event.GetType().Name}");
            Hold(person.Group == sheet.Setup.Candidate.Group, $"{person} of another group reviews {fact.Share}");
            Hold(sheet.Seats.Select(seat => seat.Person.User).Distinct().Count() == sheet.Seats.Count, $"somebody has two seats at {fact.Share}");
            if (fact.Event is ReviewEvent.Given) Hold(before is Share.Begun { Sheet: var earlier } && earlier.SeatOf(person) is not { State: SeatState.Given }, $"{person.User} gave two reviews of {fact.Share}");
            if (fact.Event is ReviewEvent.Given && before is Share.Opened) Hold(share.TakeWhile(each => each.Event is not ReviewEvent.Opened).Any(each => each.Event is ReviewEvent.Claimed claimed && claimed.Person.User == person.User), $"{person.User} began {fact.Share} when it was open");
        }
    }

    // When all timers ran out, nothing that was shared is left waiting; the tables say what the facts say.
    private void Ended(StreamId share, Share.Begun state)
    {
        Hold(state is not Share.Open, $"{share} never opens");
        if (state is Share.Opened) foreach (var seat in state.Sheet.Seats) Hold(seat.State is not (SeatState.Claimed or SeatState.Invited), $"the seat of {seat.Person.User} at {share} is still {seat.State}, its time was over {seat.Until:O}");
        var seats = world.Bot.Reads.Query<string>("SELECT person || ' ' || state FROM review_seats WHERE stream = @Share ORDER BY person", new { Share = share.ToString() });
        var scores = world.Bot.Reads.Query<string>("SELECT person || ' ' || dimension || ' ' || score FROM review_scores WHERE stream = @Share ORDER BY person, dimension", new { Share = share.ToString() });
        var expected = state is Share.Withdrawn ? Seq<Seat>.Empty : state.Sheet.Seats;
        Same(share, seats, expected.Select(seat => $"{seat.Person} {Stored(seat.State)}"));
        Same(share, scores, expected.Where(seat => seat.State == SeatState.Given).SelectMany(seat => seat.Scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{seat.Person} {score.Dimension} {score.Score}"))));
        Hold(world.Bot.Reads.First<string>("SELECT state FROM reviews WHERE stream = @Share", new { Share = share.ToString() }) == (state is Share.Preparing or Share.Scoring ? "draft" : state.GetType().Name.ToLowerInvariant()), $"the row of {share} is behind");
    }

    private void Same(StreamId share, IReadOnlyList<string> rows, IEnumerable<string> expected)
    {
        var wanted = expected.Order(StringComparer.Ordinal).ToList();
        Hold(rows.Order(StringComparer.Ordinal).SequenceEqual(wanted), $"{share} has the rows {string.Join(", ", rows)}, its facts say {string.Join(", ", wanted)}");
    }

    // What was written in a thread is kept once, with whoever wrote it.
    private void Kept(StreamId share, List<Fact> own)
    {
        foreach (var said in own.Select(fact => fact.Event).OfType<ReviewEvent.Discussed>().GroupBy(said => said.MessageId))
        {
            Hold(said.Count() == 1, $"{share} has {said.Key} more than once");
            Hold(world.Deliveries.Any(delivery => delivery.Inbound is Inbound.Text text && text.MessageId == said.Key && text.From.Person == said.First().Person), $"{said.Key} in {share} is not {said.First().Person.User}'s");
        }
    }

    // At every asking: nobody was asked while somebody with a lighter load could have been, and nobody who was busy, or does not want to be.
    private void Turns()
    {
        var states = new Dictionary<StreamId, Share>();
        foreach (var turn in facts.GroupBy(fact => fact.InboundId))
        {
            foreach (var asking in turn.Where(fact => fact.Event is ReviewEvent.Invited).GroupBy(fact => fact.Share))
            {
                var sheets = states.Values.OfType<Share.Begun>().Where(state => state is not Share.Withdrawn).ToList();
                var outs = Out(turn.Key);
                var since = asking.First().Event.At - Lately;
                var seats = sheets.SelectMany(state => state.Sheet.Seats.Select(seat => (state.Sheet.Setup.Candidate, seat))).ToList();
                var candidate = ((Share.Begun)states[asking.Key]).Sheet.Setup.Candidate.User;
                int Load(string user) => seats.Count(each => each.seat.Person.User == user && each.seat.At >= since);
                var could = seats.Where(each => each.seat.IsTaken && each.seat.At >= since).Select(each => each.seat.Person.User)
                    .Concat(seats.Where(each => each.seat.At >= since).Select(each => each.Candidate.User))
                    .Concat(sheets.Where(state => state is Share.Open).Select(state => state.Sheet.Setup.Candidate.User))
                    .Distinct()
                    .Where(user => user != candidate && !outs.Contains(user) && !((Share.Begun)states[asking.Key]).Sheet.Seats.Any(seat => seat.Person.User == user)
                        && !seats.Exists(each => each.seat.Person.User == user && each.seat.State is (SeatState.Invited or SeatState.Claimed)))
                    .ToList();
                var asked = asking.Select(fact => ((ReviewEvent.Invited)fact.Event).Person.User).ToList();
                foreach (var person in asked)
                {
                    Hold(could.Contains(person), $"{person} was asked for {asking.Key} and could not be");
                    Hold(!outs.Contains(person), $"{person} was asked for {asking.Key} and does not want to be");
                }
                var passedOver = could.Except(asked).ToList();
                if (passedOver.Count > 0 && asked.Count > 0) Hold(asked.Max(Load) <= passedOver.Min(Load), $"{string.Join(", ", asked)} were asked for {asking.Key}, though {string.Join(", ", passedOver)} have had less to do");
            }
            foreach (var fact in turn) states[fact.Share] = states.GetValueOrDefault(fact.Share, new Share.NotShared()).Evolve(fact.Event);
        }
    }

    /// <summary>Who had said by then that they want no invitations; what they said last counts, here or in direct messages.</summary>
    private HashSet<string> Out(long before) =>
    [
        .. reviewers.Where(said => said.InboundId < before).GroupBy(said => PersonId.Parse(StreamId.Parse(said.Stream).Key).User)
            .Where(person => person.Last().Type == "reviewer-opted-out").Select(person => person.Key),
    ];

    // Whatever stood on a screen before its answer was open: no word and no score of somebody else.
    private void Sealed()
    {
        var rows = world.Bot.Reads.Query<Sent>("SELECT id AS Id, inbound_id AS InboundId, stream AS Stream FROM outbox").ToDictionary(row => Outbox.KeyOf(world.Bot.Database.Nonce, row.Id));
        foreach (var shown in world.Platform.Shown)
        {
            if (!rows.TryGetValue(shown.Key, out var row)) continue;
            var secrets = Secret().Matches(shown.Text).Select(match => (User: match.Groups[1].Value, Share: StreamId.Parse(match.Groups[2].Value), Field: match.Groups[3].Value)).ToList();
            foreach (var (user, share, _) in secrets.Where(secret => secret.User != shown.Reader && secret.Field != "why"))
                Hold(MaySee(shown.Reader, share, row.InboundId), $"{shown.Reader ?? "everybody"} is shown words of {user} about {share} in {shown.Place}: {shown.Text}");
            foreach (var (user, share, _) in secrets.Where(secret => secret.Field == "why")) Hold(shown.Reader == user, $"{shown.Reader ?? "everybody"} is shown why {user} rated a review of {share}");
            foreach (var twice in secrets.Where(secret => secret.Field == "strength").GroupBy(secret => (secret.User, secret.Share)).Where(review => review.Count() > 1))
                broken.Add($"the review of {twice.Key.User} stands twice on one page of {twice.Key.Share}");
            if (row.Stream is { } stream && StreamId.Parse(stream) is { Kind: Share.StreamName } of && OpenedAt(of) is var opened && (opened is null || opened > row.InboundId)) Scores(of, shown.Reader, shown.Text, row.InboundId);
        }
        foreach (var (delivery, form) in world.Platform.Forms)
            foreach (Match match in Secret().Matches(string.Join(' ', form.Inputs.Select(input => input.Value))))
                Hold(world.Deliveries.First(each => each.Inbound.From.DeliveryId == delivery).Inbound.From.Person.User == match.Groups[1].Value, $"a form shows words of {match.Groups[1].Value} to somebody else");
    }

    private void Scores(StreamId share, string? reader, string text, long until)
    {
        if (facts.FirstOrDefault(fact => fact.Share == share)?.Event is not ReviewEvent.Prepared { Setup: var setup }) return;
        foreach (var dimension in setup.Rubric)
            foreach (Match match in Regex.Matches(text, $@"{Regex.Escape(dimension.Label)} ([1-5])\b"))
                Hold(reader is not null && facts.Exists(fact => fact.Share == share && fact.InboundId <= until && fact.Event switch
                {
                    ReviewEvent.Scored scored => scored.Person.User == reader && scored.Dimension == dimension.Id && Text(scored.Score) == match.Groups[1].Value,
                    ReviewEvent.SelfScored own => setup.Candidate.User == reader && own.Dimension == dimension.Id && Text(own.Score) == match.Groups[1].Value,
                    _ => false,
                }), $"{reader ?? "everybody"} is shown '{match.Value}' of {share} before it is open: {text}");
    }

    // Open, and read by the candidate, a reviewer, somebody who decides about flags, or by all when the candidate showed it.
    private bool MaySee(string? reader, StreamId share, long at)
    {
        var until = Fold(facts.Where(fact => fact.Share == share && fact.InboundId <= at));
        if (until is not Share.Opened { Sheet: var sheet }) return false;
        if (sheet.IsPublished) return true;
        return reader is not null && (sheet.Setup.Candidate.User == reader || sheet.Seats.Any(seat => seat.Person.User == reader && seat.State == SeatState.Given) || facts.Exists(fact => fact.Share == share && fact.InboundId <= at && fact.Event is ReviewEvent.Flagged));
    }

    // What was taken back, or hidden, stands nowhere for everybody; a withdrawn answer neither.
    private void Gone()
    {
        foreach (var message in world.Platform.Messages.Where(message => message.Only is null && !world.Platform.IsGone(message.Place)))
        {
            var shown = new SimShown(message.Key, message.Place, null, message.Content);
            if (shown.IsPrivate) continue;
            foreach (Match match in Secret().Matches(shown.Text))
            {
                var (user, share) = (match.Groups[1].Value, StreamId.Parse(match.Groups[2].Value));
                if (Fold(facts.Where(fact => fact.Share == share)) is not Share.Begun state) continue;
                Hold(state is Share.Opened && state.Sheet.Seats.Any(seat => seat.Person.User == user && seat.Counts), $"words of {user} about {share} still stand in {message.Place}, {state.GetType().Name}");
            }
        }
        foreach (var withdrawn in facts.Where(fact => fact.Event is ReviewEvent.Withdrawn).Select(fact => fact.Share))
            foreach (var message in world.Platform.Messages.Where(message => world.Platform.ForAll.Contains(message.Place) && !world.Platform.IsGone(message.Place) && HomeOf(withdrawn) == message.Place && message.Only is null))
                Hold(message.Content.Controls.Count == 0 && message.Content.Title is null, $"{withdrawn} was taken back and still shows '{message.Content.Body}'");
    }

    private PlaceId? HomeOf(StreamId share) => world.Bot.Reads.First<string>("SELECT place FROM places WHERE stream = @Share", new { Share = share.ToString() }) is { } place ? PlaceId.Parse(place) : null;

    private long? OpenedAt(StreamId share) => facts.Find(fact => fact.Share == share && fact.Event is ReviewEvent.Opened)?.InboundId;

    private static PersonId? Reviewer(ReviewEvent fact) => fact switch
    {
        ReviewEvent.Invited it => it.Person,
        ReviewEvent.Claimed it => it.Person,
        ReviewEvent.Scored it => it.Person,
        ReviewEvent.MoveOnChosen it => it.Person,
        ReviewEvent.WordsDrafted it => it.Person,
        ReviewEvent.Given it => it.Person,
        ReviewEvent.CauseNamed it => it.Person,
        ReviewEvent.Overruled it => it.Person,
        _ => null,
    };

    private static string Stored(SeatState state) => state == SeatState.TakenBack ? "taken-back" : state.ToString().ToLowerInvariant();

    private static Share Fold(IEnumerable<Fact> facts) => facts.Aggregate((Share)new Share.NotShared(), (share, fact) => share.Evolve(fact.Event));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Hold(bool holds, string otherwise)
    {
        if (!holds) broken.Add(otherwise);
    }

    [GeneratedRegex(@"<secret (\w+) (review/\w+) (\w+) \d+>")]
    private static partial Regex Secret();

    private sealed record Fact(StreamId Share, long InboundId, ReviewEvent Event);

    private sealed record Row(string Stream, string Type, string Data, long InboundId);

    private sealed record Sent(long Id, long InboundId, string? Stream);
}
