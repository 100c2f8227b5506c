namespace NetflixPrep.Core.Interviews;

/// <content>What a panel adds to the sheet.</content>
public abstract partial record Session
{
    /// <summary>The facts are known now; those that a lead told without being asked are not the candidate's asking.</summary>
    private static Sheet Tell(Sheet sheet, SessionEvent.FactsTold told)
    {
        var offered = told.By is null ? [] : told.Facts.Where(id => !sheet.FactsTold.Contains(id) && sheet.Awaited?.Facts.Contains(id) != true);
        var asked = told.By is null ? told.Facts : [];
        return sheet with
        {
            FactsTold = [.. sheet.FactsTold.Union(told.Facts)],
            FactsOffered = [.. sheet.FactsOffered.Except(asked).Union(offered)],
            Awaited = Awaited.Less(sheet.Awaited, told.Facts.Contains, _ => told.By is not null),
        };
    }

    private static Sheet Miss(Sheet sheet, SessionEvent.FactMissed missed) => sheet with
    {
        FactsMissed = sheet.FactsMissed.Add(At(sheet, missed.Asked, missed.At)),
        Awaited = Awaited.Less(sheet.Awaited, _ => false, asked => asked == missed.Asked),
    };

    private static Sheet Await(Sheet sheet, SessionEvent.FactsAwaited awaited)
    {
        var before = sheet.Awaited ?? new([], [], Elapsed(sheet, awaited.At));
        return sheet with
        {
            Awaited = before with { Facts = [.. before.Facts.Union(awaited.Facts)], Unknown = awaited.Facts.Count > 0 ? before.Unknown : [.. before.Unknown.Append(awaited.Asked).Distinct()] },
            FactsOffered = [.. sheet.FactsOffered.Except(awaited.Facts)],
            LastWord = Elapsed(sheet, awaited.At),
        };
    }

    private static Sheet Hear(Speaking speaking, SessionEvent.PanelSaid said)
    {
        var elapsed = Elapsed(speaking.Sheet, said.At);
        return Spoke(speaking.Sheet, said.At) with
        {
            PanelWords = speaking.Sheet.PanelWords.Add(new(said.Person, said.MessageId, said.Text, elapsed, speaking.Part, Deleted: false)),
            PanelSpoke = elapsed,
            Awaited = null,
        };
    }

    private static Sheet Reword(Sheet sheet, SessionEvent.PanelReworded reworded) => sheet with
    {
        PanelWords = [.. sheet.PanelWords.Select(word => word.MessageId == reworded.MessageId ? word with { Text = reworded.Text ?? word.Text, Deleted = reworded.Text is null } : word)],
        Earlier = sheet.Earlier.Count == 0 ? sheet.Earlier : [.. sheet.Earlier.Select(earlier => Reword(earlier, reworded))],
    };

    /// <summary>The time between two parts is nobody's answer.</summary>
    private static Sheet WaitedFor(Speaking over, DateTimeOffset at) =>
        over is Awaiting ? over.Sheet with { Waited = over.Sheet.Waited + Elapsed(over.Sheet, at) - over.Sheet.PartBegan } : over.Sheet;
}
