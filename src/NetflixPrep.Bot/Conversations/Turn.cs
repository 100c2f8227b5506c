using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>One inbound handled inside the open transaction: journalled, routed, decided, written.</summary>
internal sealed partial class Turn(
    Journal journal, Outbox outbox, StateCache states, Reads reads, ProjectionWriter projection, EffectWriter effects, Eraser eraser, Router route, ILogger log)
{
    /// <summary>How often a timer whose turn failed is tried again: after 1, 2, 4, 8, 16 and 32 minutes.</summary>
    private const int MostTries = 6;

    private const string TriedArgument = "tried";

    private static readonly TimeSpan FirstAgain = TimeSpan.FromMinutes(1);

    /// <returns>Whether the person is answered privately or with a form.</returns>
    public bool Run(Inbound raw, Pending pending)
    {
        var origin = raw.From;
        if (journal.AnsweredBefore(origin.Person.Platform, origin.DeliveryId) is { } before) return before;
        if (raw is Inbound.Due due && !StillSet(due, pending)) return false;

        // The clock of a machine may be set back; receipt times are not.
        var at = origin.At > pending.LastAt ? origin.At : pending.LastAt;
        var inbound = raw with { From = origin with { At = at } };

        Exception? failure = null;
        Routed routed;
        try
        {
            routed = route(inbound, reads);
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is null)
        {
            (routed, failure) = (new Routed.Answer([]), exception);
        }
        if (routed is Routed.Nobody) return false;

        var stored = ChatJson.Write(inbound);
        var id = journal.Add(new(origin.Person.Platform, origin.DeliveryId, origin.Person.ToString(), origin.Place.ToString(), at, origin.At, stored.Kind, stored.Data));
        pending.LastAt = at;
        if (inbound is Inbound.PlaceGone)
        {
            outbox.LoseHome(origin.Place, at);
            outbox.LoseDirect(origin.Place);
        }

        var answered = false;
        failure ??= Carry(routed, new(id, inbound, null, false), pending, ref answered);
        if (failure is not null)
        {
            answered |= Apologise(failure, new(id, inbound, null, false), pending);
            if (inbound is Inbound.Due failed) Again(failed, id, pending);
        }
        if (answered) journal.Answered(id);
        return answered;
    }

    private Exception? Carry(Routed routed, Wisher wisher, Pending pending, ref bool answered)
    {
        switch (routed)
        {
            case Routed.To to:
                return Try(null, to.Calls, to.Also, wisher, pending, ref answered);
            case Routed.Answer answer:
                return Try(null, [], answer.Effects, wisher, pending, ref answered);
            case Routed.Erase erase:
                return Try(erase.What, erase.Calls, erase.Effects, wisher, pending, ref answered);
            case Routed.Each each:
                Exception? first = null;
                foreach (var call in each.Calls) first = Try(null, [call], [], wisher, pending, ref answered) is { } one ? first ?? one : first;
                return first;
            default:
                throw new UnreachableException($"{routed.GetType().Name} is not a way to route.");
        }
    }

    private Exception? Try(Erasure? erasure, IReadOnlyList<StreamCall> calls, Seq<Effect> wishes, Wisher wisher, Pending pending, ref bool answered)
    {
        var here = pending.Here;
        using var step = journal.Savepoint();
        try
        {
            if (erasure is not null) Erase(erasure, wisher.InboundId, pending);
            var replied = effects.Write(wishes, wisher, pending);
            var work = new StreamWork(journal, projection, states, wisher.InboundId, wisher.Inbound.From.At);
            foreach (var call in calls)
                replied |= effects.Write(call.Run(work), wisher with { Stream = call.Stream, Background = call.Background }, pending);
            step.Keep();
            answered |= replied;
            return null;
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is null)
        {
            foreach (var call in calls) states.Drop(call.Stream);
            pending.BackTo(here);
            return exception;
        }
    }

    private void Erase(Erasure erasure, long inboundId, Pending pending)
    {
        var erased = eraser.Run(erasure, inboundId);
        foreach (var stream in erased.Streams) states.Drop(stream);
        pending.Timers.AddRange(erased.Timers.Select(timer => new TimerChange(timer.Stream, timer.Timer, null)));
        LogErased(inboundId, erased.Streams.Count);
    }

    private bool Apologise(Exception failure, Wisher wisher, Pending pending)
    {
        journal.Failed(wisher.InboundId, $"{failure.GetType().Name}: {failure.Message}");
        LogTurnFailed(wisher.InboundId, failure.GetType().Name, failure.StackTrace);
        return wisher.Person is { } person
            && effects.Write([new Effect.Show(new Where.In(wisher.Inbound.From.Place), "trouble", Sentences.TurnFailed, person, [])], wisher, pending);
    }

    /// <summary>What the clock asked for is asked again, later each time: a timer is never lost without a word because one turn failed.</summary>
    private void Again(Inbound.Due due, long id, Pending pending)
    {
        var tried = int.TryParse(due.With.FirstOrDefault(argument => argument.Name == TriedArgument)?.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (tried >= MostTries) return;
        effects.Write(
            [new Effect.Later(due.Stream, due.Timer, [.. due.With.Where(argument => argument.Name != TriedArgument), new(TriedArgument, (tried + 1).ToString(CultureInfo.InvariantCulture))], due.From.At + (FirstAgain * Math.Pow(2, tried)))],
            new(id, due, null, false), pending);
    }

    // A timer that was replaced or cancelled while its Due was on the way never fires.
    private bool StillSet(Inbound.Due due, Pending pending)
    {
        if (!journal.Take(due.Stream, due.Timer, Timers.SetBy(due))) return false;
        pending.Timers.Add(new(due.Stream, due.Timer, null));
        return true;
    }

    [LoggerMessage(2, LogLevel.Information, "Inbound {InboundId} erased {Count} streams and what belonged to them.")]
    private partial void LogErased(long inboundId, int count);

    // Neither the message nor the inbound: both may hold what somebody wrote. The inbound's row has them.
    [LoggerMessage(1, LogLevel.Error, "Turn of inbound {InboundId} failed with {Error}; the inbound is kept.\n{Stack}")]
    private partial void LogTurnFailed(long inboundId, string error, string? stack);
}
