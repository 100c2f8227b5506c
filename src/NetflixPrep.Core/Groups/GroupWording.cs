using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Core.Groups;

/// <summary>What the desk of a group says.</summary>
public static class GroupWording
{
    /// <summary>The first-use notice, for everybody in the place where the bot was first used.</summary>
    internal static Message Introduction() => new(Prose.Of(
        $"I run timed mock interviews. I keep what is said in sessions, in meetings of two and in review threads, and what you give me by a command or a form; nothing else that is written in this group. {new CommandRef(CommandTable.Privacy)} shows each of you what I keep about you, and deletes it if you wish. {new CommandRef(CommandTable.Settings)} shows how I work here, {new CommandRef(CommandTable.Help)} what I can do."))
    {
        Title = "Hello",
    };

    /// <summary><c>/settings</c> in direct messages.</summary>
    public static Message NoGroup() => new(Prose.Of($"Settings belong to a group. Use {new CommandRef(CommandTable.Settings)} in a channel of your group."));

    /// <summary>How the bot works in a group, and how to change it for those who may.</summary>
    /// <param name="saved">Something was just changed.</param>
    /// <param name="dailyLost">The date of the newest question of the day when it could not be shown in the practice channel as it is now.</param>
    public static Message Settings(GroupSettings settings, bool admin, bool saved = false, DateOnly? dailyLost = null) => new(Prose.Paragraphs(
        saved ? Prose.Of($"Saved.") : Prose.Empty,
        Prose.Lines(
            Prose.Of($"- Practice channel: {Place(settings.PracticeChannel)}"),
            Prose.Of($"- Review channel: {Place(settings.ReviewChannel)}"),
            Prose.Of($"- Moderators: {People(settings.Moderators)}"),
            Prose.Of($"- Zone: {settings.Zone}"),
            Prose.Of($"- Quiet hours: {settings.QuietHours?.ToString() ?? "none"}"),
            Prose.Of($"- Retention: {Retention(settings.RetentionDays)}"),
            Prose.Of($"- Daily question: {settings.DailyQuestion?.ToString() ?? "none"}"),
            Prose.Of($"- Reviews: {settings.Reviews} open an answer, or {settings.ReviewDays} days with what there is"),
            Prose.Of($"- Reviewer's licence: {(settings.Licence == LicenceRule.Required ? "required" : "recommended")}")),
        admin && dailyLost is { } lost
            ? Prose.Of($"The question of {DrillWording.Day(lost)} could not be shown: the practice channel is gone or closed to me. Let me into it, or name another: {new CommandRef(CommandTable.Settings, "practice-channel:#practice")}.")
            : Prose.Empty,
        admin
            ? Prose.Of($"To change one: {new CommandRef(CommandTable.Settings, "zone:Europe/Berlin")}. off takes it back. Nothing needs to be set.")
            : Prose.Of($"Those who manage this group can change them.")))
    {
        Title = "Settings of this group",
    };

    internal static Prose NotTheirs() => Prose.Of($"Only those who manage this group can change its settings, so nothing was changed. {new CommandRef(CommandTable.Settings)} alone shows them.");

    internal static Prose Wrong(Seq<string> complaints) => Prose.Lines([.. complaints.Select(Prose.Typed), Prose.Of($"Nothing was changed.")]);

    private static Prose Place(PlaceId? channel) => channel is { } known ? Prose.Of($"{known}") : Prose.Of($"none; things are shown where they are asked for");

    private static Prose People(Seq<PersonId> people) => people.Count == 0
        ? Prose.Of($"none; those who manage the group look after it")
        : Prose.Join(", ", people.Select(person => Prose.Of($"{person}")));

    private static Prose Retention(int? days) => days is { } some
        ? Prose.Of($"{some} days. Once a day, sessions that ended longer ago are deleted with all that was said in them and all that was learnt from them, and so are questions of the day with their answers")
        : Prose.Of($"off; sessions are kept until their person deletes them");
}
