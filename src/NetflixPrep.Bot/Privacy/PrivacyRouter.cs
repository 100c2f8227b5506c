using System.Text;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Privacy;

namespace NetflixPrep.Bot.Privacy;

/// <summary>The buttons of <c>/privacy</c>. They act for whoever presses them, never for somebody else.</summary>
internal static class PrivacyRouter
{
    /// <summary>Bytes; below what every platform takes as one file.</summary>
    private const int LargestFile = 8_000_000;

    public static Routed Press(Inbound.Choice choice, Token token, Reads reads)
    {
        var whose = PrivacyPage.Whose(token, choice.From.Person);
        return token.Act switch
        {
            PrivacyPage.Export => Whisper(choice.From, Export(whose, choice.From.At, reads)),
            PrivacyPage.Delete => Whisper(choice.From, PrivacyPage.Sure(whose.Group, reads.CountSessions(whose), reads.OpenSession(whose) is not null)),
            PrivacyPage.Keep => Whisper(choice.From, PrivacyPage.Kept()),
            PrivacyPage.DeleteConfirmed => new Routed.Erase(
                new Erasure.OfPerson(whose),
                [.. reads.OpenHomesOf(whose).Select(home => new Effect.ClosePlace(home)), Line(choice.From, PrivacyPage.Deleted(whose.Group))],
                []),
            _ => Whisper(choice.From, PrivacyPage.Unknown()),
        };
    }

    private static Message Export(PersonId whose, DateTimeOffset at, Reads reads)
    {
        var text = Takeout.Of(whose, at, reads);
        return Encoding.UTF8.GetByteCount(text) > LargestFile
            ? PrivacyPage.TooLarge()
            : PrivacyPage.Exported(new($"kept-about-me-{Zones.Day(at, reads.SettingsOf(whose).Zone)}.json", text));
    }

    private static Routed.Answer Whisper(Origin from, Message message) => new([Line(from, message)]);

    private static Effect.Show Line(Origin from, Message message) => new(new Where.In(from.Place), "privacy", message, from.Person, []);
}
