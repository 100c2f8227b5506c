namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>One step of a script.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
internal abstract record Step(int Line)
{
    /// <summary>A message, or a command when it starts with a slash and is not <paramref name="Literal"/>.</summary>
    /// <param name="Place">As it was typed, or null for where the person is.</param>
    internal sealed record Say(int Line, string Person, string? Place, string Text, bool Literal) : Step(Line);

    internal sealed record Press(int Line, string Person, string Label) : Step(Line);

    internal sealed record Fill(int Line, string Person, IReadOnlyList<Pair> Fields) : Step(Line);

    internal sealed record Edit(int Line, string Person, string Text) : Step(Line);

    internal sealed record Delete(int Line, string Person) : Step(Line);

    /// <summary>From here on the person does not manage the server.</summary>
    internal sealed record Demote(int Line, string Person) : Step(Line);

    internal sealed record Wait(int Line, TimeSpan For) : Step(Line);

    /// <summary>The process goes and comes again after a while: no while for <c>!restart</c>.</summary>
    internal sealed record Restart(int Line, TimeSpan Away) : Step(Line);

    internal sealed record CloseDms(int Line, string Person) : Step(Line);

    /// <summary>Somebody deletes a thread or channel.</summary>
    internal sealed record Remove(int Line, string Place) : Step(Line);
}

/// <summary>A line that makes no sense.</summary>
internal sealed class StepException(int line, string reason) : Exception(reason)
{
    public int Line => line;
}
