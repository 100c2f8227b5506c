using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Works off gateway events in order: reads them, answers look-ups, hands inbounds over, and tells the gateway what is kept.</summary>
internal sealed class DiscordIntake(DiscordWiring wiring, GatewayClient gateway, DiscordRest rest, InteractionDesk desk, DiscordPlaces places,
    AdapterPress presses, CommandRegistration registration, TextFileReader files, ChannelWriter<Delivery> deliveries, TimeProvider time, ILogger logger)
{
    private readonly Dictionary<string, CommandSpec> specs = wiring.Commands.ToDictionary(spec => spec.Verb);
    private readonly SideTasks beside = new(failed => IntakeLog.Unsaid(logger, failed));
    private bool registering;

    public string? Application { get; set; }

    /// <summary>The bot's own user id.</summary>
    public string? Self { get; set; }

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            Register(ct);
            await foreach (var happened in gateway.Events.ReadAllAsync(ct)) await HandleAsync(happened, ct);
        }
        finally
        {
            await beside.EndedAsync();
        }
    }

    private async Task HandleAsync(GatewayEvent happened, CancellationToken ct)
    {
        // The event counts as kept when each of its inbounds is.
        var receipt = new EventReceipt(() => gateway.Kept(happened));
        try
        {
            if (happened.Type == "READY") await ReadyAsync(happened, ct);
            else if (happened.Type == "GUILD_DELETE" && !happened.Data.Flag("unavailable")) await KickedAsync(happened, receipt, ct);
            foreach (var reading in DiscordReader.Read(happened.Type, happened.Data, Self, happened.At)) await TakeAsync(reading, happened.Stamp, receipt, ct);
        }
        catch (Exception bad) when (bad is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // One event that cannot be worked off must not stop the rest.
            IntakeLog.Skipped(logger, happened.Type, bad);
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or OutOfMemoryException))
        {
            // The host failed, not the event: it stays open, so that a resume brings it again.
            IntakeLog.Skipped(logger, happened.Type, failed);
            return;
        }
        receipt.Release();
    }

    private async Task TakeAsync(Reading reading, long stamp, EventReceipt receipt, CancellationToken ct)
    {
        switch (reading)
        {
            case Reading.Said { Inbound: var inbound } when Matters(inbound):
                places.Saw(inbound.From.Place, inbound.From.Person.Group);
                places.DmOpen(inbound.From.Person); // somebody who writes may have opened them
                await HandOverAsync(inbound, receipt, null, ct);
                break;
            case Reading.FileSent file when Listens(file.From):
                receipt.Hold();
                Beside(FetchAsync(file, receipt, ct));
                break;
            case Reading.Asked asked:
                places.Saw(asked.Interaction.Place, asked.Interaction.Person.Group, asked.Interaction.AppPermissions);
                places.DmOpen(asked.Interaction.Person);
                await AskedAsync(asked, stamp, receipt, ct);
                break;
        }
    }

    private async Task AskedAsync(Reading.Asked asked, long stamp, EventReceipt receipt, CancellationToken ct)
    {
        var interaction = asked.Interaction;
        switch (asked.Inbound)
        {
            case Inbound.Command command when interaction.Kind == InteractionKind.Completion:
                Beside(CompleteAsync(interaction, command, ct));
                return;
            case Inbound.Command command when specs.TryGetValue(command.Verb, out var spec):
                // A replay reaches the journal as well, which knows it by its delivery id.
                var isNew = desk.Take(interaction, stamp, spec.AnswersPrivately, spec.OpensForm);
                if (!spec.IsLookup(command.Arguments)) await HandOverAsync(command, receipt, null, ct);
                else if (isNew) Beside(LookUpAsync(command, spec.AnswersPrivately, ct));
                return;
            case Inbound.Command command:
                IntakeLog.UnknownCommand(logger, command.Verb);
                if (desk.Take(interaction, stamp, privately: true, opensForm: false))
                    Beside(desk.AnswerAsync(interaction.DeliveryId, [new() { Content = "This command is no longer there. Discord may need a minute to show the new ones." }], onlyThem: true, ct));
                return;
            case Inbound.Choice choice when AdapterPress.IsOurs(choice.Token):
                if (!desk.Take(interaction, stamp, privately: true, opensForm: true)) return;
                Beside(presses.FormOf(choice.Token) is { } form
                    ? desk.OpenFormAsync(interaction.DeliveryId, form, ct)
                    : desk.AnswerAsync(interaction.DeliveryId, [new() { Content = "This form is no longer there. Please press the button of the newest message." }], onlyThem: true, ct));
                return;
            case Inbound.Form written when AdapterPress.AnswerOf(written) is { } answer:
                desk.Take(interaction, stamp, privately: false, opensForm: false);
                await HandOverAsync(new Inbound.Text(written.From, written.From.DeliveryId, answer), receipt, answer, ct);
                return;
            case { } inbound:
                var opensForm = inbound is Inbound.Choice press && Token.Read(press.Token) is { } token && wiring.OpensForm(token);
                desk.Take(interaction, stamp, privately: true, opensForm);
                await HandOverAsync(inbound, receipt, null, ct);
                return;
        }
    }

    /// <param name="shown">An answer from the Answer form, shown in the thread once it is kept.</param>
    private async Task HandOverAsync(Inbound inbound, EventReceipt receipt, string? shown, CancellationToken ct)
    {
        receipt.Hold();
        await deliveries.WriteAsync(new(inbound, settlement =>
        {
            // Called from the lane, which must not wait for the network.
            if (settlement.Kept) receipt.Release();
            if (settlement.Kept && shown is not null) Beside(ShowAnswerAsync(inbound.From, shown, ct));
            else if (inbound is Inbound.Command or Inbound.Choice or Inbound.Form || shown is not null) Beside(desk.SettledAsync(inbound.From.DeliveryId, settlement, ct));
            else if (settlement is { Kept: false, Sentence: { } sentence }) Beside(SayAsync(inbound.From.Place, inbound.From.DeliveryId, sentence, ct));
            return ValueTask.CompletedTask;
        }), ct);
    }

    private async Task ShowAnswerAsync(Origin from, string answer, CancellationToken ct) =>
        await desk.AnswerAsync(from.DeliveryId, DiscordRenderer.Render(new Message(new Prose([new Part.Person(from.Person), new Part.Markdown(": "), new Part.Typed(answer)]))), onlyThem: false, ct);

    /// <summary>Storage failed: said directly, past the outbox that cannot keep it.</summary>
    private async Task SayAsync(PlaceId place, string deliveryId, string sentence, CancellationToken ct)
    {
        try
        {
            await rest.CreateMessageAsync(place.Place, new() { Content = sentence }, [], PartKey.Of("not-kept-" + deliveryId, 0), ct);
        }
        catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
        {
            IntakeLog.Unsaid(logger, failed);
        }
    }

    private async Task CompleteAsync(DiscordInteraction interaction, Inbound.Command command, CancellationToken ct)
    {
        try
        {
            var options = interaction.Focused is { } focused ? await wiring.Lookups.CompleteAsync(interaction.Person, command.Verb, focused.Name, focused.Value, ct) : [];
            await rest.CompleteAsync(interaction, [.. options.Take(DiscordLimits.CommandChoices).Select(DiscordCommands.Choice)], ct);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            IntakeLog.LookupFailed(logger, command.Verb, failed); // the person goes on typing
        }
    }

    private async Task LookUpAsync(Inbound.Command command, bool privately, CancellationToken ct)
    {
        IReadOnlyList<MessageBody> answer;
        try
        {
            answer = DiscordRenderer.Render(await wiring.Lookups.AnswerAsync(command, ct), registration.Ids);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            IntakeLog.LookupFailed(logger, command.Verb, failed);
            answer = [new() { Content = "That did not work just now. Please try once more." }];
        }
        await desk.AnswerAsync(command.From.DeliveryId, answer, privately, ct);
    }

    private async Task FetchAsync(Reading.FileSent file, EventReceipt receipt, CancellationToken ct)
    {
        string? text = null;
        try
        {
            text = file.Size <= TextFileReader.MaxBytes ? await files.ReadAsync(file.Url, ct) : null;
        }
        catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed) || (failed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            IntakeLog.FileUnread(logger, file.MessageId, failed);
        }
        if (text is not null) await HandOverAsync(new Inbound.Attached(file.From, file.MessageId, file.FileName, text), receipt, null, ct);
        else await SayAsync(file.From.Place, file.From.DeliveryId, "I could not read that file, so it is not saved. Plain text up to 500 kB works; pasting it as messages does too.", ct);
        receipt.Release();
    }

    /// <summary>A new session: what was said in the gap was not delivered, so open conversations are read.</summary>
    private async Task ReadyAsync(GatewayEvent ready, CancellationToken ct)
    {
        Self = ready.Data.Get("user")?.Id("id") ?? Self;
        Application ??= ready.Data.Get("application")?.Id("id");
        Register(ct);
        foreach (var conversation in await wiring.OpenConversations(ct))
        {
            if (conversation.Place.Platform != DiscordReader.Platform) continue;
            try
            {
                await CatchUpAsync(conversation, ready.At, ct);
            }
            catch (DiscordException gone) when (gone.Code is DiscordCode.UnknownChannel or DiscordCode.MissingAccess)
            {
                var lost = new Origin($"gone:{conversation.Place.Place}", PersonId.Bot with { Group = conversation.Group }, conversation.Place, ready.At);
                await HandOverAsync(new Inbound.PlaceGone(lost, "the place is gone or closed to the bot"), new EventReceipt(() => { }), null, ct);
            }
            catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
            {
                IntakeLog.NoCatchUp(logger, failed);
            }
        }
    }

    private async Task CatchUpAsync(OpenConversation conversation, DateTimeOffset at, CancellationToken ct)
    {
        // A thread's first message is younger than the thread; for direct messages the last one must be known.
        var after = conversation.LastMessageId ?? (conversation.Group is null ? null : conversation.Place.Place);
        while (after is not null)
        {
            var page = (await rest.ListMessagesAsync(conversation.Place.Place, after, ct)) is { ValueKind: JsonValueKind.Array } list
                ? list.EnumerateArray().Where(message => ulong.TryParse(message.Id("id"), out _)).OrderBy(message => ulong.Parse(message.Id("id")!, System.Globalization.CultureInfo.InvariantCulture)).ToList() : [];
            foreach (var message in page)
                foreach (var reading in DiscordReader.Read("MESSAGE_CREATE", message, Self, at))
                    await TakeAsync(InGroup(reading, conversation.Group), time.GetTimestamp(), new EventReceipt(() => { }), ct);
            after = page.Count == 100 ? page[^1].Id("id") : null;
        }
    }

    /// <summary>A listed message does not say its server, unlike a delivered one.</summary>
    private static Reading InGroup(Reading reading, string? group) => reading switch
    {
        Reading.Said said => new Reading.Said(said.Inbound with { From = said.Inbound.From with { Person = said.Inbound.From.Person with { Group = group } } }),
        Reading.FileSent file => file with { From = file.From with { Person = file.From.Person with { Group = group } } },
        _ => reading,
    };

    private async Task KickedAsync(GatewayEvent happened, EventReceipt receipt, CancellationToken ct)
    {
        var guild = happened.Data.Id("id");
        foreach (var conversation in await wiring.OpenConversations(ct))
        {
            if (guild is null || conversation.Group != guild) continue;
            var from = new Origin($"gone:{conversation.Place.Place}", PersonId.Bot with { Group = guild }, conversation.Place, happened.At);
            await HandOverAsync(new Inbound.PlaceGone(from, "the bot is no longer in the server"), receipt, null, ct);
        }
    }

    private void Register(CancellationToken ct)
    {
        if (registering || Application is not { } application) return;
        registering = true;
        Beside(RegisterAsync(application, ct));
    }

    private async Task RegisterAsync(string application, CancellationToken ct)
    {
        foreach (var wait in Backoff.Delays(wiring.Seed))
        {
            try
            {
                await registration.RegisterAsync(application, ct);
                return;
            }
            catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
            {
                RegistrationLog.Later(logger, failed);
                await Task.Delay(wait, time, ct);
            }
        }
    }

    private bool Matters(Inbound inbound) => inbound is Inbound.PlaceGone ? wiring.Listens(inbound.From.Place) : Listens(inbound.From);

    private bool Listens(Origin from) => from.Person.Group is null || wiring.Listens(from.Place);

    private void Beside(Task task) => beside.Add(task);
}
