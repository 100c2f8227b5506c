using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters;

/// <summary>The read-only port: look-ups that change nothing and are never journalled.</summary>
internal interface ILookups
{
    /// <summary>The answer to a command that changes nothing, see <see cref="CommandSpec.IsLookup"/>.</summary>
    ValueTask<Message> AnswerAsync(Inbound.Command command, CancellationToken ct);

    /// <summary>At most 25 values for an option that is being typed.</summary>
    ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct);
}
