using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>What is to be erased.</summary>
internal abstract record Erasure
{
    private Erasure() { }

    /// <summary>Everything about a person in their group; without a group everything about that human.</summary>
    public sealed record OfPerson(PersonId Person) : Erasure;

    /// <summary>These sessions, finished loops or plans, with all that belongs to them.</summary>
    public sealed record OfSessions(IReadOnlyList<StreamId> Streams) : Erasure;
}

/// <summary>What was erased, as far as somebody holds it in memory.</summary>
/// <param name="Streams">Gone, or without one of their people.</param>
internal sealed record Erased(IReadOnlyList<StreamId> Streams, IReadOnlyList<(StreamId Stream, string Timer)> Timers);

/// <summary>The rows of a person, as SQL over a table with a column <c>person</c>.</summary>
internal sealed record Whose(string Person, bool Everywhere, string Lead, string Tail)
{
    /// <summary>True for rows of theirs.</summary>
    public const string Theirs =
        "(person = @Person OR (@Everywhere AND substr(person, 1, length(@Lead)) = @Lead AND substr(person, -length(@Tail)) = @Tail))";

    public static Whose Of(PersonId person) => new(person.ToString(), person.Group is null, $"{person.Platform}:", $":{person.User}");
}
