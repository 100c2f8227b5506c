using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot;

/// <summary>The one place that says which router an inbound goes to: by a command's verb, a token's kind of stream, or the kind of stream that is due.</summary>
internal sealed class Switchboard(SessionRouter sessions)
{
    public Routed Route(Inbound inbound, Reads reads) => sessions.Route(inbound, reads);
}
