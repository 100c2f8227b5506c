using System.Diagnostics;

namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>Runs a script on a virtual clock and writes the transcript. After each step everything it caused is done before the next begins.</summary>
/// <param name="start">Starts a process on the data as it is; called again at each restart.</param>
internal sealed class ScriptRunner(Func<CancellationToken, Task<ScriptProcess>> start, VirtualTime time, TextWriter output, TextWriter errors)
{
    /// <summary>What the process exits with when a step makes no sense.</summary>
    public const int NoSense = 2;

    private const int MaxRounds = 10_000;

    private readonly Transcript transcript = new(output, time.LocalTimeZone);
    private ScriptProcess process = null!;

    /// <summary>Runs all steps. Returns 0, or 2 with <c>FILE:LINE: reason</c> on the error output; a script that cannot be read runs nothing.</summary>
    public async Task<int> RunAsync(string fileName, string script, CancellationToken ct)
    {
        IReadOnlyList<Step> steps;
        try
        {
            steps = StepParser.Parse(script);
        }
        catch (StepException wrong)
        {
            return await ComplainAsync(fileName, wrong.Line, wrong.Message);
        }

        await StartAsync(ct);
        try
        {
            foreach (var step in steps)
            {
                var complaint = await StepAsync(step, ct);
                await CalmAsync(ct);
                transcript.Flush();
                if (complaint is not null) return await ComplainAsync(fileName, step.Line, complaint);
            }
            return 0;
        }
        finally
        {
            transcript.Flush();
            await StopAsync();
        }
    }

    private async Task<string?> StepAsync(Step step, CancellationToken ct)
    {
        var hands = process.Hands;
        switch (step)
        {
            case Step.Say say:
                var (place, complaint) = say.Place is null ? (hands.HomeOf(say.Person), null) : hands.FindPlace(say.Person, say.Place);
                if (place is null) return complaint;
                return say.Literal ? hands.Say(say.Person, place, say.Text) : await hands.SayAsync(say.Person, place, say.Text, ct);
            case Step.Press press:
                return hands.Find(press.Person, press.Label) is { } found
                    ? hands.Press(press.Person, found.Message, found.Control)
                    : $"{press.Person} sees no [{press.Label}]; {Labels(press.Person)}";
            case Step.Fill fill: return hands.Fill(fill.Person, fill.Fields);
            case Step.Edit edit: return hands.Edit(edit.Person, edit.Text);
            case Step.Delete delete: return hands.Delete(delete.Person);
            case Step.Demote demote:
                hands.Demote(demote.Person);
                return null;
            case Step.CloseDms dms:
                hands.CloseDms(dms.Person);
                return null;
            case Step.Remove remove: return hands.RemovePlace(remove.Place);
            case Step.Wait wait:
                await AdvanceAsync(wait.For, ct);
                return null;
            case Step.Restart restart:
                await RestartAsync(restart.Away, ct);
                return null;
            default: throw new UnreachableException($"{step.GetType().Name} is not a step.");
        }
    }

    private async Task StartAsync(CancellationToken ct)
    {
        process = await start(ct);
        transcript.Listen(process.Server);
        await CalmAsync(ct);
        transcript.Flush();
    }

    private async Task StopAsync()
    {
        await process.Stop();
        process.Adapter.Dispose();
        process.Server.Dispose();
    }

    private async Task RestartAsync(TimeSpan away, CancellationToken ct)
    {
        await StopAsync();
        if (away > TimeSpan.Zero)
        {
            transcript.Remark(time.GetUtcNow(), "the process is away");
            time.AdvanceTo(time.GetUtcNow() + away);
        }
        transcript.Remark(time.GetUtcNow(), "restart");
        await StartAsync(ct);
    }

    // From one due time to the next, so that everything happens at its own minute.
    private async Task AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        var target = time.GetUtcNow() + by;
        while (await NextAsync(ct) is { } next && next <= target)
        {
            time.AdvanceTo(next);
            await CalmAsync(ct);
            transcript.Flush();
        }
        time.AdvanceTo(target);
        process.Server.Record(_ => new TerminalFact.ClockMoved(target));
    }

    private async Task CalmAsync(CancellationToken ct)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var busy = false;
            while (process.Adapter.TryTake(out var delivery))
            {
                await process.Deliver(delivery, ct);
                busy = true;
            }
            await process.Settle(ct);
            if (await process.NextDue(ct) is { } due && due <= time.GetUtcNow())
            {
                await process.FireDue(ct);
                await process.Settle(ct);
                busy = true;
            }
            if (!busy) return;
        }
        throw new InvalidOperationException($"Something is due again and again at {time.GetUtcNow():O}: a timer that sets itself for now.");
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken ct)
    {
        var due = await process.NextDue(ct);
        var timer = time.NextTimer;
        return due is null || timer < due ? timer ?? due : due;
    }

    private string Labels(string person)
    {
        var labels = process.Server.Read(state => state.Pressable(person)
            .SelectMany(message => MessageText.Pressables(message.Sheet.Controls)).Select(each => $"[{each.Label}]").Distinct().Take(12).ToList());
        return labels.Count == 0 ? "there is nothing to press" : $"there is {string.Join(" ", labels)}";
    }

    private async Task<int> ComplainAsync(string fileName, int line, string reason)
    {
        await errors.WriteLineAsync($"{fileName}:{line}: {reason}");
        return NoSense;
    }
}
