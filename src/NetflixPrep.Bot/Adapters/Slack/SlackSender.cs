using Microsoft.Extensions.Logging;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Carries out effects.</summary>
internal sealed class SlackSender(SlackApi api, SlackDesk desk, PostLedger posts, SlackPlaces places, SlackPeople people, SlackPresses presses, SlackCommands commands, SlackHome home, SlackFiles files, ILogger logger)
{
    public const string DmsClosed = "I cannot write to you: open my Messages tab under Apps once, or ask an administrator to allow messages from this app. Then try once more.";

    private static readonly HashSet<string> Nobody = [];

    public async Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        try
        {
            var receipt = outbound.Effect switch
            {
                Effect.Show { Only: { } person } show => await WhisperAsync(outbound, show.Message, person, ct),
                Effect.Show show => await ShowAsync(outbound, show, ct),
                Effect.Tick tick => await TickAsync(tick, ct),
                Effect.OpenForm form => await OpenFormAsync(outbound, form.Form, ct),
                Effect.OpenPlace open => await OpenPlaceAsync(outbound, open, ct),
                Effect.ClosePlace => Close(outbound),
                var other => throw new SendException(SendFault.Refused, $"{other.GetType().Name} is not for a chat platform."),
            };
            if (outbound.Effect is Effect.Show or Effect.OpenPlace or Effect.ClosePlace) home.Changed(ConcernedBy(outbound, receipt), CancellationToken.None);
            return receipt;
        }
        catch (SlackException failed)
        {
            throw SlackFaults.Translate(failed);
        }
    }

    private async Task<Receipt> ShowAsync(Outbound outbound, Effect.Show show, CancellationToken ct)
    {
        try
        {
            var place = outbound.Place is { } known ? SlackPlace.Of(known) : show.To is Where.Dm dm ? await places.DmAsync(dm.Person, ct) : throw new SendException(SendFault.Refused, "A message without a place.");
            var receipt = await PostAsync(outbound, show.Message, place, show.Notify, ct);
            await StripAsync(outbound.Strip, ct);
            return receipt;
        }
        catch (SlackException closed) when (SlackCode.IsDmClosed(closed.Code))
        {
            await SayClosedAsync(outbound, ct);
            throw;
        }
    }

    private async Task<Receipt> PostAsync(Outbound outbound, Message message, SlackPlace place, IEnumerable<PersonId> notify, CancellationToken ct)
    {
        var bodies = await RenderAsync(message, place, notify, ct);
        var stands = outbound.Replaces.Count > 0 ? outbound.Replaces : outbound.Sent;
        var ids = new List<string>();
        try
        {
            for (var part = 0; part < bodies.Count; part++)
            {
                var key = SlackPartKey.Of(outbound.Key, part);
                if (part >= stands.Count) ids.Add(await posts.PostAsync(place, bodies[part], key, ct));
                else if (outbound.Replaces.Count == 0) ids.Add(stands[part]);
                else ids.Add(await ChangeAsync(place, stands[part], bodies[part], key, ct));
            }
        }
        catch (SlackException failed) when (ids.Count > 0 && outbound.Replaces.Count == 0)
        {
            throw SlackFaults.Translate(failed, ids); // the next attempt goes on after the parts that stand
        }
        if (outbound.Replaces.Count > 0)
            foreach (var surplus in stands.Skip(bodies.Count)) await QuietlyAsync(() => api.DeleteAsync(place.Channel, surplus, ct));
        return new(ids, place.Id);
    }

    private async Task<IReadOnlyList<MessageBody>> RenderAsync(Message message, SlackPlace place, IEnumerable<PersonId> notify, CancellationToken ct)
    {
        // A direct message tells its person anyway.
        var pinged = place.IsDm ? Nobody : notify.Where(person => person.Platform == SlackReader.Platform).Select(person => person.User).ToHashSet();
        if (pinged.Count > 0) message = SlackRenderer.Mentioning(message, notify);
        return SlackRenderer.Render(message, await people.ContextAsync(commands, message, pinged, places.OwnerOf(place.Id), ct));
    }

    private async Task<string> ChangeAsync(SlackPlace place, string ts, MessageBody body, string key, CancellationToken ct)
    {
        try
        {
            await api.UpdateAsync(place.Channel, ts, body, ct);
            return ts;
        }
        catch (SlackException gone) when (SlackCode.IsUnchangeable(gone.Code))
        {
            return await posts.PostAsync(place, body, key, ct); // it was deleted, or is too old to change
        }
    }

    /// <summary>The controls have moved on to a newer message; only the last part carried them.</summary>
    private async Task StripAsync(Strip? strip, CancellationToken ct)
    {
        if (strip is not { MessageIds: [.., var last] } || !SlackPlace.IsTs(last)) return;
        await QuietlyAsync(async () =>
        {
            var place = SlackPlace.Of(strip.Place);
            var bodies = await RenderAsync(strip.Message with { Controls = [] }, place, [], ct);
            await api.UpdateAsync(place.Channel, last, bodies[^1], ct);
        });
    }

    /// <summary>For one person: where they acted, else as a line that only they see, else in their direct messages.</summary>
    private async Task<Receipt> WhisperAsync(Outbound outbound, Message message, PersonId person, CancellationToken ct)
    {
        var place = outbound.Place is { } known ? SlackPlace.Of(known) : (SlackPlace?)null;
        List<string> ids = [.. outbound.Sent];
        var first = 0;
        if (message.Attachment is { } file)
        {
            // The file is the first part, so that what is tried again after it does not upload it again.
            if (ids.Count == 0) ids.Add(await files.HandAsync(file, person, ct));
            message = SlackFiles.Beside(message, ids[0]);
            first = 1;
        }
        var bodies = SlackRenderer.Render(message, await people.ContextAsync(commands, message, Nobody, person.User, ct));
        var stand = await desk.AnswerAsync(outbound.InReplyTo, [.. bodies.Skip(ids.Count - first)], ct);
        for (var at = 0; at < stand; at++) ids.Add($"e:{outbound.Key}:{ids.Count}");
        try
        {
            for (var part = ids.Count - first; part < bodies.Count; part++)
            {
                if (place is { IsDm: false } channel && await EphemeralAsync(channel, person, bodies[part], ct))
                {
                    ids.Add($"e:{outbound.Key}:{part}");
                    continue;
                }
                var dm = place is { IsDm: true } ? place.Value : await places.DmAsync(person, ct);
                ids.Add(await posts.PostAsync(dm, bodies[part], SlackPartKey.Of(outbound.Key, part), ct));
            }
        }
        catch (SlackException failed) when (ids.Count > 0)
        {
            throw SlackFaults.Translate(failed, ids);
        }
        return new(ids, outbound.Place);
    }

    private async Task<bool> EphemeralAsync(SlackPlace place, PersonId person, MessageBody body, CancellationToken ct)
    {
        try
        {
            await api.PostEphemeralAsync(place.Channel, place.Thread, person.User, body, ct);
            return true;
        }
        catch (SlackException refused) when (refused.Outcome is SlackOutcome.ApiError)
        {
            return false; // the bot or the person is not in the channel
        }
    }

    private async Task<Receipt> TickAsync(Effect.Tick tick, CancellationToken ct)
    {
        var receipt = new Receipt([], tick.Place);
        if (!SlackPlace.IsTs(tick.MessageId)) return receipt; // an answer from a form
        try
        {
            await api.ReactAsync(SlackPlace.Of(tick.Place).Channel, tick.MessageId, ct);
        }
        catch (SlackException refused) when (refused.Outcome is SlackOutcome.ApiError)
        {
            SlackSenderLog.LeftOut(logger, refused.Message); // the message was deleted, or reactions are not allowed: the answer is saved all the same
        }
        return receipt;
    }

    private async Task<Receipt> OpenFormAsync(Outbound outbound, Form form, CancellationToken ct)
    {
        if (desk.TriggerOf(outbound.InReplyTo) is { } trigger && await TryOpenAsync(trigger, form, outbound.Place, ct)) return new([], outbound.Place);
        // Too late, or the trigger is used: the form waits behind a button.
        if (desk.Find(outbound.InReplyTo)?.Person is not { } person) throw new SendException(SendFault.Refused, "It is too late to open the form.");
        return await WhisperAsync(outbound, presses.Behind(form), person, ct);
    }

    public async Task<bool> TryOpenAsync(string trigger, Form form, PlaceId? place, CancellationToken ct)
    {
        try
        {
            var view = SlackRenderer.Render(form);
            await api.OpenViewAsync(trigger, view with { PrivateMetadata = FormMetadata.Write(form.Token, place) }, ct);
            return true;
        }
        catch (SlackException failed)
        {
            SlackSenderLog.LeftOut(logger, failed.Message);
            return false;
        }
    }

    private async Task<Receipt> OpenPlaceAsync(Outbound outbound, Effect.OpenPlace open, CancellationToken ct)
    {
        try
        {
            var (place, mend) = await places.OpenAsync(outbound.Key, open, ct);
            if (place.Id != open.Near || mend is not null)
            {
                var link = await places.LinkAsync(place, ct);
                var where = link is null
                    ? Prose.Markdown(place.IsDm ? "It goes on in our direct messages." : "It goes on in the thread I have just opened here.")
                    : Prose.Markdown($"Your place: [the thread]({link}){(place.IsDm ? " in our direct messages" : "")}.");
                var note = new Message(Prose.Paragraphs(where, mend is null ? Prose.Empty : Prose.Typed(mend)));
                await QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo, SlackRenderer.Render(note, new(commands))[0], ct));
            }
            return new([], place.Id);
        }
        catch (SlackException closed) when (SlackCode.IsDmClosed(closed.Code))
        {
            await SayClosedAsync(outbound, ct);
            throw;
        }
    }

    private Receipt Close(Outbound outbound)
    {
        if (outbound.Place is { } place) places.Close(place);
        return new([], outbound.Place);
    }

    /// <summary>The one who can mend it is the person: told where they asked, if that is still open.</summary>
    private Task SayClosedAsync(Outbound outbound, CancellationToken ct) => QuietlyAsync(() => desk.FinishAsync(outbound.InReplyTo,
        MessageBody.Of(DmsClosed), ct));

    /// <summary>Whose App Home shows this.</summary>
    private string? ConcernedBy(Outbound outbound, Receipt receipt) => outbound.Effect switch
    {
        Effect.Show { Only: { } person } => person.User,
        Effect.Show { To: Where.Dm dm } => dm.Person.User,
        Effect.OpenPlace { People: [var first, ..] } => first.User,
        _ => desk.Find(outbound.InReplyTo)?.Person.User ?? (receipt.Place is { } place ? places.OwnerOf(place) : null),
    };

    /// <summary>For what must not fail the effect: a nicety beside it.</summary>
    private async Task QuietlyAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SlackException failed)
        {
            SlackSenderLog.LeftOut(logger, failed.Message);
        }
    }
}

internal static partial class SlackSenderLog
{
    [LoggerMessage(EventId = 4501, Level = LogLevel.Information, Message = "A detail could not be carried out and was left out: {Why}.")]
    public static partial void LeftOut(ILogger logger, string why);
}
