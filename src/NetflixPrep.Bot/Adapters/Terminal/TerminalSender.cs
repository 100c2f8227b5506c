using System.Globalization;
using System.Text;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Carries out the bot's effects on the terminal's platform, and refuses what a real one would refuse.</summary>
internal sealed class TerminalSender(TerminalServer server)
{
    /// <exception cref="SendException">The place is gone, direct messages are closed, or the disk refuses.</exception>
    public Receipt Send(Outbound outbound)
    {
        if (server.Read(state => state.ReceiptOf(outbound.Key)) is { } before) return before;
        try
        {
            return outbound.Effect switch
            {
                Effect.Show show => Show(outbound, show),
                Effect.Tick tick => Tick(outbound, tick),
                Effect.OpenForm form => OpenForm(outbound, form.Form),
                Effect.OpenPlace open => OpenPlace(outbound, open),
                Effect.ClosePlace => ClosePlace(outbound),
                _ => throw new SendException(SendFault.Refused, $"The terminal cannot carry out {outbound.Effect.GetType().Name}."),
            };
        }
        catch (IOException full)
        {
            throw new SendException(SendFault.Transient, "The terminal's file cannot be written.", full);
        }
    }

    private Receipt Show(Outbound outbound, Effect.Show show)
    {
        var place = outbound.Place?.Place ?? (show.To as Where.Dm is { } dm ? "@" + dm.Person.User : throw Gone("Nowhere to show it."));
        CheckOpenForBot(place);
        var sheet = MessageText.Sheet(show.Message, server.Time.LocalTimeZone);
        if (show.Message.Attachment is { } file)
        {
            server.Store(file.Name, file.Text);
            sheet = sheet with { Text = $"{sheet.Text}\n({file.Name}, stored beside {TerminalFile.Name}) {MessageText.Short(file.Text)}" };
        }
        IReadOnlyList<string> stripped = outbound.Strip?.MessageIds ?? [];
        server.Record(state =>
        {
            if (outbound.Replaces is [var old, ..] && state.MessageOf(old) is { IsDeleted: false } standing)
            {
                return new TerminalFact.Changed(server.Now, outbound.Key, old, standing.Place, sheet, [.. stripped.Where(id => id != old)]);
            }
            IReadOnlyList<string> notify = [.. show.Notify.Select(person => person.User)];
            return new TerminalFact.Shown(server.Now, outbound.Key, state.MessageId(state.LastNumber + 1), place, sheet, show.Only?.User, notify, stripped);
        });
        return Receipt(outbound);
    }

    private Receipt Tick(Outbound outbound, Effect.Tick tick)
    {
        server.Record(state => state.Places.ContainsKey(tick.Place.Place)
            ? new TerminalFact.Ticked(server.Now, outbound.Key, tick.MessageId)
            : throw Gone($"{tick.Place.Place} is gone."));
        return Receipt(outbound);
    }

    private Receipt OpenForm(Outbound outbound, Form form)
    {
        server.Record(state =>
        {
            var (person, place) = state.SenderOf(outbound.InReplyTo)
                ?? throw new SendException(SendFault.Refused, "A form answers a command or a press; this one answers nothing that is known.");
            return new TerminalFact.FormOpened(server.Now, outbound.Key, person, place, MessageText.Sheet(form));
        });
        return Receipt(outbound);
    }

    private Receipt OpenPlace(Outbound outbound, Effect.OpenPlace open)
    {
        IReadOnlyList<string> people = [.. open.People.Select(person => person.User).Distinct()];
        server.Record(state =>
        {
            var near = state.Places.GetValueOrDefault(open.Near.Place);
            var parent = near switch
            {
                null when open.Near.Place[0] == '#' => TerminalState.FirstPlace,
                { IsDm: false } => near.Parent ?? near.Name,
                _ => null,
            };
            // A direct message has no threads: the next kind down is a direct message.
            if (open.Openness == Openness.Dm || parent is null)
            {
                if (people.Count == 0) throw new SendException(SendFault.PlaceGone, "No thread can be opened there, and nobody is named for direct messages.");
                var dm = "@" + people[0];
                return DmClosed(state, dm) ? throw ClosedDm(dm) : new TerminalFact.Opened(server.Now, outbound.Key, dm, null, true, [people[0]]);
            }

            var name = $"{parent}/{Slug(open.Name)}";
            var free = Enumerable.Range(1, int.MaxValue).Select(at => at == 1 ? name : $"{name}-{Number(at)}").First(each => !state.Places.ContainsKey(each));
            return new TerminalFact.Opened(server.Now, outbound.Key, free, parent, open.Openness == Openness.Private, people);
        });
        return Receipt(outbound);
    }

    private Receipt ClosePlace(Outbound outbound)
    {
        var place = outbound.Place?.Place ?? throw Gone("No place to close.");
        server.Record(state => state.Places.ContainsKey(place)
            ? new TerminalFact.Closed(server.Now, outbound.Key, place)
            : throw Gone($"{place} is gone."));
        return Receipt(outbound);
    }

    private Receipt Receipt(Outbound outbound) => server.Read(state => state.ReceiptOf(outbound.Key)) ?? new([], outbound.Place);

    private void CheckOpenForBot(string place) => server.Read(state =>
        DmClosed(state, place) ? throw ClosedDm(place)
        : place[0] == '#' && !state.Places.ContainsKey(place) ? throw Gone($"{place} is gone.")
        : true);

    private static bool DmClosed(TerminalState state, string place) => place[0] == '@' && state.DmsClosed.Contains(place[1..]);

    private static SendException ClosedDm(string place) => new(SendFault.DmClosed, $"{place} takes no direct messages.");

    private static SendException Gone(string why) => new(SendFault.PlaceGone, why);

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "thread" : text.Length > 60 ? text[..60].TrimEnd('-') : text;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
