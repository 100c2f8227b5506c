using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Privacy;

/// <summary><c>/privacy</c>: what is kept about a person, in plain words, and what its buttons answer.</summary>
public static class PrivacyPage
{
    /// <summary>The kind in the tokens of these buttons. They act for whoever presses them, so they belong to no stream.</summary>
    public const string TokenKind = "privacy";

    public const string Export = "export";
    public const string Delete = "delete";
    public const string DeleteConfirmed = "delete-yes";
    public const string Keep = "keep";

    private static readonly StreamId Self = new(TokenKind, "self");

    /// <param name="group">The group that it is about; null for all groups and direct messages together.</param>
    /// <param name="retentionDays">After how many days the group deletes sessions.</param>
    public static Message For(string? group, int? retentionDays) => new(Prose.Paragraphs(
        Prose.Of($"{Prose.Markdown(group is null ? "From all groups and from here I keep about you:" : "From this group I keep about you:")}\n- your sessions: what you wrote in them and when, what I asked and why, your own scores, what you chose to fix and whether it held\n- your drills: when they come, what you wrote, and which skills are due again\n- your answers to questions of the day; whoever of the group has answered one may read the others' answers to it\n- your study plan, your words for its check-list, and your stories\n- as a reviewer: the scores you gave to samples, your licence, and whether you want invitations\n- committees about your rounds, and your votes in those of others; the group reads them once a committee is closed\n- the commands and buttons you used and the answers to them, so that nothing is done twice"),
        Prose.Of($"I know you by the id of your account and nothing else, and keep nothing else that is written. Nothing leaves this bot: no other service and no model gets it, and no other group sees it."),
        retentionDays is { } days ? Prose.Of($"This group deletes sessions {days} days after they ended.") : Prose.Empty,
        Prose.Of($"*Export* gives you all of it as a file. *Delete* takes it away for good, after one question. What stands in the chat itself stays there; delete it there if you wish.")))
    {
        Title = "What I keep about you",
        Controls = [Button("Export", Export, group), Button("Delete", Delete, group, Tone.Danger)],
    };

    public static Message Exported(Attachment file) => new(Prose.Of($"This is everything I keep about you. It is text in the JSON format; any editor opens it.")) { Attachment = file };

    public static Message TooLarge() => new(Prose.Of($"That is more than fits into one file here. Ask whoever runs this bot: its export command writes your sessions, one at a time if you wish."));

    /// <summary>The one question before everything is deleted.</summary>
    /// <param name="open">One of the sessions is open and will end.</param>
    public static Message Sure(string? group, int sessions, bool open) => new(Prose.Paragraphs(
        Prose.Of($"Delete everything I keep about you {Prose.Markdown(group is null ? "in all groups and here" : "in this group")}? That is {sessions} {Prose.Markdown(sessions == 1 ? "session" : "sessions")} with all that was said, your history, what you chose to fix, your plan, your stories and your licence."),
        open ? Prose.Of($"Your open session ends at once.") : Prose.Empty,
        Prose.Of($"It cannot be taken back. *Export* first if you want to have it.")))
    {
        Controls = [Button("Delete everything", DeleteConfirmed, group, Tone.Danger), Button("Keep", Keep, group), Button("Export", Export, group)],
    };

    public static Message Kept() => new(Prose.Of($"Nothing was deleted."));

    public static Message Deleted(string? group) => new(Prose.Of(
        $"Deleted: I keep nothing about you any more {Prose.Markdown(group is null ? "in any group or here" : "in this group")}. What stands in the chat itself stays there. {new CommandRef(CommandTable.MockStart)} begins anew whenever you like."));

    public static Message Unknown() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.Privacy)} shows the ones that count now."));

    /// <summary>Whose data a button is about: of the one who presses it, in the group that it names; without one everywhere.</summary>
    public static PersonId Whose(Token token, PersonId presser) => presser with { Group = token.About.Length == 0 ? null : token.About };

    private static Control.Button Button(string label, string act, string? group, Tone tone = Tone.Plain) =>
        new(label, new Token(Self, act, 0, group ?? "").ToString(), tone);
}
