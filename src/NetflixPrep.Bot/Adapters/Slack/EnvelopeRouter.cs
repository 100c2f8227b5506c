using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>
/// Takes payloads, however they came: reads them, answers look-ups, hands inbounds over, and acknowledges. Events are
/// acknowledged once kept, because Slack delivers them again; what people press or type as a command is within two seconds.
/// </summary>
internal sealed class EnvelopeRouter(SlackWiring wiring, SlackIdentity self, SlackCommands commands, SlackDesk desk, SlackPlaces places, SlackPeople people, SlackPresses presses,
    SlackSender sender, SlackHome home, TextFileReader files, ChannelWriter<Delivery> deliveries, SideTasks beside, SlackSpeech speech, TimeProvider time, ILogger logger)
{
    /// <summary>So long a command waits to learn who sent it: well before it is acknowledged without its turn.</summary>
    private static readonly TimeSpan PatienceForProfile = TimeSpan.FromSeconds(1);

    private readonly RecentIds answered = new();

    /// <param name="ack">Answers where the payload came from.</param>
    public async ValueTask TakeAsync(SlackEnvelope envelope, SlackAck ack, CancellationToken ct)
    {
        var (at, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            switch (envelope.Type)
            {
                case "events_api":
                    // Kept when each of its inbounds is.
                    var receipt = new EventReceipt(() => ack.Empty());
                    foreach (var reading in SlackReader.ReadEvent(envelope.Payload, self, at)) await TakeAsync(reading, receipt, ct);
                    receipt.Release();
                    return;
                case "slash_commands" when SlackReader.ReadCommand(envelope.Id, envelope.Payload, at) is SlackReading.Typed typed:
                    await TypedAsync(typed, ack, stamp, ct);
                    return;
                case "interactive" when SlackReader.ReadInteractive(envelope.Id, envelope.Payload, at) is { } done:
                    await InteractiveAsync(done, ack, stamp, ct);
                    return;
                default:
                    RouterLog.Unknown(logger, envelope.Type);
                    ack.Empty();
                    return;
            }
        }
        catch (Exception bad) when (bad is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // One payload that cannot be worked off must not come for ever.
            RouterLog.Skipped(logger, envelope.Type, bad);
            ack.Empty();
        }
    }

    /// <summary>A reading of an event, or of a listed message.</summary>
    public async ValueTask TakeAsync(SlackReading reading, EventReceipt receipt, CancellationToken ct)
    {
        switch (reading)
        {
            case SlackReading.Said { Inbound: Inbound.PlaceGone gone }:
                await GoneAsync(gone, receipt, ct);
                break;
            case SlackReading.Said { Inbound: var inbound } when await LocateAsync(inbound.From, ct) is { } origin:
                if (inbound is Inbound.Text && places.IsClosed(origin.Place) && !SlackPlace.Of(origin.Place).IsDm) break;
                await HandOverAsync(inbound with { From = origin }, receipt, ct);
                break;
            case SlackReading.Mentioned { Text: var text } when wiring.Listens(text.From.Place):
                if (text.Body.Length > 0) await HandOverAsync(text, receipt, ct);
                break;
            case SlackReading.Mentioned { Text: var text } when text.From.Person.Group is not null:
                await AddressedAsync(text, receipt, ct);
                break;
            case SlackReading.FileSent file when await LocateAsync(file.From, ct) is { } origin:
                receipt.Hold();
                beside.Add(FetchAsync(file with { From = origin }, receipt, ct));
                break;
            case SlackReading.HomeOpened opened:
                home.Opened(opened.Person);
                break;
            case SlackReading.Removed removed:
                RouterLog.Removed(logger, removed.Event);
                break;
        }
    }

    private async ValueTask TypedAsync(SlackReading.Typed typed, SlackAck ack, long stamp, CancellationToken ct)
    {
        var isNew = desk.Take(typed.Interaction, ack, stamp);
        switch (commands.Read(typed.Text))
        {
            case CommandLine.Parsed parsed when parsed.Spec.IsLookup(parsed.Arguments):
                if (isNew) beside.Add(AnswerAsync(new(typed.From, parsed.Spec.Verb, parsed.Arguments), ct));
                break;
            case CommandLine.Parsed parsed:
                await KnownAsync(new Inbound.Command(typed.From, parsed.Spec.Verb, parsed.Arguments), null, ct);
                break;
            case CommandLine.Complaint complaint:
                if (isNew) beside.Add(desk.AnswerCommandAsync(typed.Interaction.DeliveryId, [MessageBody.Of(complaint.Sentence)], ct));
                break;
        }
    }

    private async ValueTask InteractiveAsync(SlackReading reading, SlackAck ack, long stamp, CancellationToken ct)
    {
        switch (reading)
        {
            case SlackReading.Shortcut shortcut:
                if (desk.Take(shortcut.Interaction, ack, stamp)) beside.Add(ShortcutAsync(shortcut, ct));
                ack.Empty();
                break;
            case SlackReading.Done { Interaction: { Place: { } place } interaction } done:
                var isNew = desk.Take(interaction, ack, stamp);
                await DoneAsync(interaction, done.At(place), isNew, ct);
                break;
            case SlackReading.Done done: // in App Home: it goes on in their direct messages
                beside.Add(AtHomeAsync(done, desk.Take(done.Interaction, ack, stamp), ct));
                break;
        }
    }

    private async Task AtHomeAsync(SlackReading.Done done, bool isNew, CancellationToken ct)
    {
        // A form must open at once; where it leads is found out when it is sent in.
        if (done.At(PlaceId.Bot) is Inbound.Choice { Token: var token } && SlackPresses.IsOurs(token)) await PressedAsync(done.Interaction, token, isNew, ct);
        else await DoneAsync(done.Interaction, done.At((await places.DmAsync(done.Interaction.Person, ct)).Id), isNew, ct);
    }

    private async ValueTask DoneAsync(SlackInteraction interaction, Inbound inbound, bool isNew, CancellationToken ct)
    {
        switch (inbound)
        {
            case Inbound.Choice choice when SlackPresses.IsOurs(choice.Token):
                beside.Add(PressedAsync(interaction, choice.Token, isNew, ct));
                break;
            case Inbound.Choice choice when CommandPress.Read(choice.Token) is { } verb:
                // As if it were typed, so that the profile is asked where it matters.
                await KnownAsync(new Inbound.Command(choice.From, verb, []), null, ct);
                break;
            case Inbound.Form { Token: SlackPresses.Start } form:
                if (presses.Wrong(form.Fields, commands) is { Count: > 0 } wrong) desk.Complain(interaction.DeliveryId, wrong);
                else await HandOverAsync(SlackPresses.Started(form), null, ct);
                break;
            default:
                await KnownAsync(inbound, null, ct);
                break;
        }
    }

    /// <summary>A button of our own: it opens a form.</summary>
    private async Task PressedAsync(SlackInteraction interaction, string token, bool isNew, CancellationToken ct)
    {
        if (!isNew) return;
        var done = presses.FormOf(token) is { } form && desk.TriggerOf(interaction.DeliveryId) is { } trigger && await sender.TryOpenAsync(trigger, form, interaction.Place, ct);
        await desk.SettledAsync(interaction.DeliveryId, Settlement.Done(answered: true), ct);
        if (!done) await speech.WhisperAsync(interaction, Prose.Markdown("This form could not be opened. Please press the button of the newest message."), ct);
    }

    private async Task ShortcutAsync(SlackReading.Shortcut shortcut, CancellationToken ct)
    {
        var interaction = shortcut.Interaction;
        switch (shortcut.Callback)
        {
            case SlackManifest.StartShortcut:
                await PressedAsync(interaction with { Place = null }, SlackPresses.Start, isNew: true, ct);
                break;
            case SlackManifest.ControlsShortcut when interaction.Place is { } place:
                await speech.WhisperAsync(interaction, await LookUpAsync(new(new(interaction.DeliveryId, interaction.Person, place, time.GetUtcNow()), CommandTable.MockStatus, []), ct), ct);
                break;
            default:
                RouterLog.Unknown(logger, shortcut.Callback);
                break;
        }
    }

    /// <summary>Somebody addressed the bot in a channel where no session is: a command, or a question what it can do.</summary>
    private async ValueTask AddressedAsync(Inbound.Text text, EventReceipt receipt, CancellationToken ct)
    {
        var from = text.From with { Place = SlackPlace.Of(text.From.Place).Root.Id };
        if (commands.Read(text.Body) is CommandLine.Parsed parsed && !parsed.Spec.IsLookup(parsed.Arguments))
        {
            await KnownAsync(new Inbound.Command(from, parsed.Spec.Verb, parsed.Arguments), receipt, ct);
        }
        else if (answered.Add(from.DeliveryId))
        {
            var verb = commands.Read(text.Body) is CommandLine.Parsed { Spec.Verb: var asked } ? asked : CommandTable.Help;
            var interaction = new SlackInteraction(from.DeliveryId, SlackKind.Command, from.Person, text.From.Place);
            beside.Add(WhisperLookUpAsync(interaction, new(from, verb, []), ct));
        }
    }

    private async Task WhisperLookUpAsync(SlackInteraction interaction, Inbound.Command command, CancellationToken ct) => await speech.WhisperAsync(interaction, await LookUpAsync(command, ct), ct);

    private async Task AnswerAsync(Inbound.Command command, CancellationToken ct) =>
        await desk.AnswerCommandAsync(command.From.DeliveryId, await speech.RenderAsync(await LookUpAsync(command, ct), command.From.Person, ct), ct);

    private async Task<Message> LookUpAsync(Inbound.Command command, CancellationToken ct)
    {
        try
        {
            return await wiring.Lookups.AnswerAsync(await KnowingWhoAsync(command, ct), ct);
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or OutOfMemoryException))
        {
            RouterLog.LookupFailed(logger, command.Verb, failed);
            return new(Prose.Markdown("That did not work just now. Please try once more."));
        }
    }

    /// <summary>What changes something. Who has to be asked about does not hold up what comes after it.</summary>
    private async ValueTask KnownAsync(Inbound inbound, EventReceipt? receipt, CancellationToken ct)
    {
        if (!Minds(inbound))
        {
            await HandOverAsync(inbound, receipt, ct);
            return;
        }
        receipt?.Hold();
        beside.Add(AskedAsync());

        async Task AskedAsync()
        {
            await HandOverAsync(await KnowingWhoAsync(inbound, ct), receipt, ct);
            receipt?.Release();
        }
    }

    /// <summary>Whether who sent it makes a difference: by their zone anywhere; only a workspace has somebody who manages it.</summary>
    private bool Minds(Inbound inbound) => inbound switch
    {
        Inbound.Command command => wiring.Commands.Any(spec => spec.Verb == command.Verb && (spec.MindsProfile || (spec.MindsAdmin && command.From.Person.Group is not null))),
        Inbound.Choice choice => choice.From.Person.Group is not null && wiring.MindsAdmin(choice.Token),
        _ => false,
    };

    private async Task<T> KnowingWhoAsync<T>(T inbound, CancellationToken ct)
        where T : Inbound
    {
        if (!Minds(inbound)) return inbound;
        var asking = people.AboutAsync(inbound.From.Person.User, ct);
        try
        {
            var (isAdmin, zone) = await asking.WaitAsync(PatienceForProfile, time, ct);
            return inbound with { From = inbound.From with { Admin = isAdmin && inbound.From.Person.Group is not null, Zone = zone } };
        }
        catch (TimeoutException)
        {
            beside.Add(asking); // known the next time
            return inbound;
        }
    }

    /// <param name="receipt">Of the event; null for what the desk acknowledges.</param>
    private async ValueTask HandOverAsync(Inbound inbound, EventReceipt? receipt, CancellationToken ct)
    {
        places.Saw(inbound.From.Place, inbound.From.Person);
        receipt?.Hold();
        await deliveries.WriteAsync(new(inbound, settlement =>
        {
            // Called from the lane, which must not wait for the network.
            if (receipt is null) beside.Add(desk.SettledAsync(inbound.From.DeliveryId, settlement, ct));
            else if (settlement.Kept) receipt.Release();
            else if (settlement.Sentence is { } sentence && answered.Add("not-kept:" + inbound.From.DeliveryId)) beside.Add(speech.SayAsync(inbound.From, sentence, ct));
            return ValueTask.CompletedTask;
        }), ct);
    }

    private async Task FetchAsync(SlackReading.FileSent file, EventReceipt receipt, CancellationToken ct)
    {
        if (!self.May("files:read"))
        {
            if (answered.Add(file.From.DeliveryId))
                await speech.SayAsync(file.From, "I cannot read files in this workspace, so that one is not saved. Please paste the text as messages; an organiser can mend it with the scope files:read.", ct);
            receipt.Release();
            return;
        }
        string? text = null;
        try
        {
            text = file.Url is { } url && file.Size <= TextFileReader.MaxBytes ? await files.ReadAsync(url, ct) : null;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            RouterLog.FileUnread(logger, file.MessageId, failed);
        }
        if (text is not null) await HandOverAsync(new Inbound.Attached(file.From, file.MessageId, file.FileName, text), receipt, ct);
        else if (answered.Add(file.From.DeliveryId)) await speech.SayAsync(file.From, "I could not read that file, so it is not saved. Plain text up to 500 kB works; pasting it as messages does too.", ct);
        receipt.Release();
    }

    /// <summary>A channel is lost with every home in it.</summary>
    private async ValueTask GoneAsync(Inbound.PlaceGone gone, EventReceipt receipt, CancellationToken ct)
    {
        var channel = SlackPlace.Of(gone.From.Place).Channel;
        foreach (var conversation in await wiring.OpenConversations(ct))
        {
            if (conversation.Place.Platform != SlackReader.Platform || SlackPlace.Of(conversation.Place).Channel != channel) continue;
            await HandOverAsync(gone with { From = gone.From with { DeliveryId = $"gone:{conversation.Place.Place}", Place = conversation.Place } }, receipt, ct);
        }
    }

    /// <summary>Where it counts as said; null when it is nothing to us. In direct messages people write beside their thread.</summary>
    private async ValueTask<Origin?> LocateAsync(Origin said, CancellationToken ct)
    {
        var place = SlackPlace.Of(said.Place);
        if (!place.IsDm) return wiring.Listens(said.Place) ? said : null;
        if (wiring.Listens(said.Place)) return said;
        if (place.Thread is not null) return wiring.Listens(place.Root.Id) ? said with { Place = place.Root.Id } : said;
        var threads = (await wiring.OpenConversations(ct)).Where(open => open.Place.Platform == SlackReader.Platform && SlackPlace.Of(open.Place).Channel == place.Channel).Take(2).ToList();
        return threads is [var only] ? said with { Place = only.Place } : said;
    }
}

internal static partial class RouterLog
{
    [LoggerMessage(EventId = 4601, Level = LogLevel.Error, Message = "An envelope {Type} could not be worked off; it was acknowledged and skipped.")]
    public static partial void Skipped(ILogger logger, string type, Exception why);

    [LoggerMessage(EventId = 4602, Level = LogLevel.Information, Message = "An envelope or shortcut {Type} means nothing to the bot; it was acknowledged.")]
    public static partial void Unknown(ILogger logger, string type);

    [LoggerMessage(EventId = 4603, Level = LogLevel.Warning, Message = "The look-up for '{Verb}' failed.")]
    public static partial void LookupFailed(ILogger logger, string verb, Exception why);

    [LoggerMessage(EventId = 4604, Level = LogLevel.Warning, Message = "The file of message {MessageId} could not be read.")]
    public static partial void FileUnread(ILogger logger, string messageId, Exception why);

    [LoggerMessage(EventId = 4605, Level = LogLevel.Warning, Message = "A conversation could not be read after the gap: {Why}.")]
    public static partial void NoCatchUp(ILogger logger, string why);

    [LoggerMessage(EventId = 4606, Level = LogLevel.Warning, Message = "Something beside the queue failed.")]
    public static partial void Unsaid(ILogger logger, Exception why);

    [LoggerMessage(EventId = 4607, Level = LogLevel.Error, Message = "The app was taken out of the workspace ({Event}): install it again to go on.")]
    public static partial void Removed(ILogger logger, string @event);
}
