using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>The few fixed sentences the machinery itself says.</summary>
internal static class Sentences
{
    /// <summary>After a turn that failed.</summary>
    public static Message TurnFailed { get; } = new(Prose.Markdown(
        "That did not work, and it is not your doing. What you wrote is saved. Please try once more; if it happens again, tell whoever runs this bot."));

    /// <summary>When storage failed, so that nothing could be kept.</summary>
    public static string NotKept(StorageFault? fault) => fault switch
    {
        StorageFault.Full =>
            "I could not save that: the disk is full. Nothing you said before is lost. Please ask whoever runs this bot to free some space, then send it again.",
        StorageFault.Damaged =>
            "I could not save that: the database file is damaged. Please keep a copy of your text and ask whoever runs this bot to restore the newest backup; nothing you said before that backup is lost.",
        _ =>
            "I could not save that: the database cannot be written just now. Nothing you said before is lost. Please send it again in a minute; if that does not help, tell whoever runs this bot.",
    };
}
