using Microsoft.Extensions.Logging;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Carries out effects.</summary>
internal sealed class DiscordSender(DiscordRest rest, InteractionDesk desk, DiscordPlaces places, AdapterPress presses,
    Func<IReadOnlyDictionary<string, string>> commandIds, Func<bool> canRead, ILogger logger)
{
    public async Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        try
        {
            return outbound.Effect switch
            {
                Effect.Show { Only: { } person } show => await WhisperAsync(outbound, show, person, ct),
                Effect.Show show => await ShowAsync(outbound, show, ct),
                Effect.Tick tick => await TickAsync(tick, ct),
                Effect.OpenForm form => await OpenFormAsync(outbound, form.Form, ct),
                Effect.OpenPlace open => await OpenPlaceAsync(outbound, open, ct),
                Effect.ClosePlace => await ClosePlaceAsync(outbound, ct),
                var other => throw new SendException(SendFault.Refused, $"{other.GetType().Name} is not for a chat platform."),
            };
        }
        catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
        {
            throw DiscordFaults.Translate(failed);
        }
    }

    private async Task<Receipt> ShowAsync(Outbound outbound, Effect.Show show, CancellationToken ct)
    {
        var place = outbound.Place ?? (show.To is Where.Dm dm ? await places.DmAsync(dm.Person, ct) : throw new SendException(SendFault.Refused, "A message without a place."));
        try
        {
            var receipt = await PostAsync(outbound, show, place, ct);
            await StripAsync(outbound.Strip, ct);
            await QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo, null, ct));
            return receipt;
        }
        catch (DiscordException closed) when (closed.Code is DiscordCode.CannotSendToUser or DiscordCode.NoMutualGuilds)
        {
            if (show.To is Where.Dm to) places.DmClosed(to.Person);
            await SayClosedAsync(outbound, ct);
            throw;
        }
    }

    private async Task<Receipt> PostAsync(Outbound outbound, Effect.Show show, PlaceId place, CancellationToken ct)
    {
        var message = canRead() || places.IsDm(place) ? show.Message : AdapterPress.WithAnswerButton(show.Message);
        if (!places.IsDm(place)) message = DiscordRenderer.Mentioning(message, show.Notify); // a direct message tells its person anyway
        var bodies = DiscordRenderer.Render(message, commandIds());
        List<string> notify = [.. show.Notify.Where(person => person.Platform == DiscordReader.Platform).Select(person => person.User)];
        var stands = outbound.Replaces.Count > 0 ? outbound.Replaces : outbound.Sent;
        var ids = new List<string>();
        try
        {
            for (var part = 0; part < bodies.Count; part++)
            {
                if (part >= stands.Count) ids.Add(await NewAsync(outbound.Key, part, place, bodies[part], notify, ct));
                else if (outbound.Replaces.Count == 0) ids.Add(stands[part]);
                else ids.Add(await ChangeAsync(outbound.Key, part, place, stands[part], bodies[part], notify, ct));
            }
        }
        catch (Exception failed) when (ids.Count > 0 && outbound.Replaces.Count == 0 && DiscordFaults.IsOfTheWorld(failed))
        {
            throw DiscordFaults.Translate(failed, ids); // the next attempt goes on after the parts that stand
        }
        if (outbound.Replaces.Count > 0)
            foreach (var surplus in stands.Skip(bodies.Count)) await QuietlyAsync(() => rest.DeleteMessageAsync(place.Place, surplus, ct));
        return new(ids, place);
    }

    private async Task<string> NewAsync(string key, int part, PlaceId place, MessageBody body, List<string> notify, CancellationToken ct)
    {
        try
        {
            return await AwakeAsync(place, () => rest.CreateMessageAsync(place.Place, body, notify, PartKey.Of(key, part), ct), ct);
        }
        catch (DiscordException deleted) when (deleted.Code == DiscordCode.UnknownMessage)
        {
            // It was sent before and somebody deleted it; Discord remembers its nonce, so it needs another.
            return await AwakeAsync(place, () => rest.CreateMessageAsync(place.Place, body, notify, PartKey.Of("anew." + key, part), ct), ct);
        }
    }

    private async Task<string> ChangeAsync(string key, int part, PlaceId place, string message, MessageBody body, List<string> notify, CancellationToken ct)
    {
        try
        {
            return await AwakeAsync(place, async () =>
            {
                await rest.EditMessageAsync(place.Place, message, body, notify, ct);
                return message;
            }, ct);
        }
        catch (DiscordException old) when (old.Code is DiscordCode.UnknownMessage or DiscordCode.OldMessageEdits)
        {
            return await NewAsync(key, part, place, body, notify, ct); // it was deleted, or is too old to change
        }
    }

    private async Task<T> AwakeAsync<T>(PlaceId place, Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (DiscordException asleep) when (asleep.Code == DiscordCode.ThreadArchived)
        {
            await places.ReopenAsync(place, ct);
            return await call();
        }
    }

    /// <summary>The controls have moved on to a newer message; only the last part carried them.</summary>
    private async Task StripAsync(Strip? strip, CancellationToken ct)
    {
        if (strip is not { MessageIds: [.., var last] }) return;
        var bare = new MessageBody { Components = [] };
        await QuietlyAsync(() => InteractionDesk.IsReceipt(last)
            ? desk.EditAsync(last, bare, ct)
            : AwakeAsync(strip.Place, async () =>
            {
                await rest.EditMessageAsync(strip.Place.Place, last, bare, [], ct);
                return true;
            }, ct));
    }

    private async Task<Receipt> WhisperAsync(Outbound outbound, Effect.Show show, PersonId person, CancellationToken ct)
    {
        var bodies = DiscordRenderer.Render(show.Message, commandIds());
        if (outbound.Replaces is [var earlier] && bodies.Count == 1 && InteractionDesk.IsReceipt(earlier) && await desk.EditAsync(earlier, bodies[0], ct))
        {
            await QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo, null, ct));
            return new([earlier], outbound.Place);
        }
        var stands = outbound.Sent.Count > 0 ? outbound.Sent : await AnswerAsync(outbound.InReplyTo, bodies, ct) ?? [];
        if (stands.Count == bodies.Count) return new(stands, outbound.Place);
        // Too late for a private line in the thread: the person's direct messages are as private.
        var dm = await places.DmAsync(person, ct);
        try
        {
            return await PostAsync(outbound with { Replaces = [], Sent = stands }, show, dm, ct);
        }
        catch (DiscordException closed) when (closed.Code is DiscordCode.CannotSendToUser or DiscordCode.NoMutualGuilds)
        {
            places.DmClosed(person);
            await SayClosedAsync(outbound, ct);
            throw;
        }
    }

    private async Task<IReadOnlyList<string>?> AnswerAsync(string? inReplyTo, IReadOnlyList<MessageBody> bodies, CancellationToken ct)
    {
        try
        {
            return await desk.AnswerAsync(inReplyTo, bodies, onlyThem: true, ct);
        }
        catch (DiscordException refused) when (refused.Status == 403 && bodies.Any(body => body.Upload is not null))
        {
            SenderLog.LeftOut(logger, refused); // no files in this channel: direct messages take them
            return null;
        }
    }

    private async Task<Receipt> TickAsync(Effect.Tick tick, CancellationToken ct)
    {
        var receipt = new Receipt([], tick.Place);
        if (!ulong.TryParse(tick.MessageId, out _)) return receipt; // an answer from a form: it stands in the thread already
        try
        {
            await rest.ReactAsync(tick.Place.Place, tick.MessageId, ct);
        }
        catch (DiscordException refused) when (refused.Status is 400 or 403 or 404)
        {
            SenderLog.LeftOut(logger, refused); // the message was deleted, the thread archived, reactions not allowed: the answer is saved all the same
        }
        return receipt;
    }

    private async Task<Receipt> OpenFormAsync(Outbound outbound, Form form, CancellationToken ct)
    {
        var modal = DiscordRenderer.Render(form);
        if (await desk.OpenFormAsync(outbound.InReplyTo, modal, ct)) return new([], outbound.Place);
        var behind = presses.Behind(modal);
        if (await desk.AnswerAsync(outbound.InReplyTo, behind, onlyThem: true, ct) is { } ids) return new(ids, outbound.Place);
        if (outbound.Place is not { } place) throw new SendException(SendFault.Refused, "It is too late to open the form.");
        return new([await NewAsync(outbound.Key, 0, place, behind[0], [], ct)], place);
    }

    private async Task<Receipt> OpenPlaceAsync(Outbound outbound, Effect.OpenPlace open, CancellationToken ct)
    {
        try
        {
            var (place, mend) = await places.OpenAsync(outbound.Key, open, outbound.InReplyTo, ct);
            var where = places.IsDm(place) ? "It goes on in our direct messages." : $"Your place: <#{place.Place}>";
            if (place != open.Near || mend is not null) await QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo, mend is null ? where : $"{where}\n{mend}", ct));
            return new([], place);
        }
        catch (SendException closed) when (closed.Fault == SendFault.DmClosed)
        {
            await QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo,
                "I can open neither a thread here nor direct messages with you. Allow direct messages from this server, or ask an organiser to let me open threads.", ct));
            throw;
        }
    }

    /// <summary>The one who can mend it is the person: told where they asked, if that is still open.</summary>
    private Task SayClosedAsync(Outbound outbound, CancellationToken ct) => QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo,
        "I cannot write to you: please allow direct messages from this server (its menu, Privacy Settings), then try once more.", ct));

    private async Task<Receipt> ClosePlaceAsync(Outbound outbound, CancellationToken ct)
    {
        if (outbound.Place is { } place) await places.CloseAsync(place, ct);
        return new([], outbound.Place);
    }

    /// <summary>For what must not fail the effect: a nicety beside it.</summary>
    private async Task QuietlyAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
        {
            SenderLog.LeftOut(logger, failed);
        }
    }
}

internal static partial class SenderLog
{
    [LoggerMessage(EventId = 3501, Level = LogLevel.Information, Message = "A detail could not be carried out and was left out.")]
    public static partial void LeftOut(ILogger logger, Exception why);
}
