using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using static NetflixPrep.Core.Tests.Groups.G;

namespace NetflixPrep.Core.Tests.Groups;

public class GroupDeskTests
{
    private static readonly GroupSettings Berlin = GroupSettings.Default with { Zone = "Europe/Berlin" };

    [Fact]
    public void The_first_use_tells_everybody_what_is_kept_and_where_to_change_it() =>
        Given().When(Introduce).Then(Introduced).Says("I keep what is said in sessions, in meetings of two and in review threads, and what you give me by a command or a form; nothing else", "/settings").Privately(false);

    [Fact]
    public void A_group_is_introduced_once() => Assert.Equal(Decision<GroupEvent>.Nothing, Given(Introduced).When(Introduce).Decision);

    [Fact]
    public void Somebody_who_does_not_manage_the_group_changes_nothing_and_is_told_who_can() =>
        Given().When(ChangeByMember(("zone", "Europe/Berlin"))).Then().Says("Only those who manage this group").Privately();

    [Fact]
    public void A_change_is_kept_and_shown() =>
        Given().When(Change(("zone", "Europe/Berlin"))).Then(Set(Berlin)).Says("Saved.", "- Zone: Europe/Berlin").Privately().LeavesTheTimer();

    [Fact]
    public void Several_changes_are_one_fact() =>
        Given(Introduced).When(Change(("practice-channel", "#practice"), ("review-channel", "#reviews"), ("moderators", "@ana, @ben @ana"), ("quiet-hours", "22:00-7:30")))
            .Then(Set(GroupSettings.Default with
            {
                PracticeChannel = new("terminal", "#practice"),
                ReviewChannel = new("terminal", "#reviews"),
                Moderators = [Ada with { User = "ana" }, Ada with { User = "ben" }],
                QuietHours = new(new(22, 0), new(7, 30)),
            })).Says("#practice", "#reviews", "ana, ben", "22:00-07:30");

    [Theory]
    [InlineData("zone", "Berlin", "zone: there is no Berlin. Did you mean zone:Europe/Berlin?")]
    [InlineData("zone", "xyzzy", "zone: is a name such as Europe/Berlin or America/New_York, or off for UTC.")]
    [InlineData("practice-channel", "practice", "practice-channel: is a channel of this group, such as #practice, or off.")]
    [InlineData("review-channel", "@ana", "review-channel: is a channel of this group, such as #practice, or off.")]
    [InlineData("moderators", "@ana ben", "moderators: are people of this group, such as @ana @ben, or off.")]
    [InlineData("moderators", ",", "moderators: are people of this group, such as @ana @ben, or off.")]
    [InlineData("quiet-hours", "22-7", "quiet-hours: is two times, such as 22:00-07:30, or off.")]
    [InlineData("quiet-hours", "25:00-07:30", "quiet-hours: is two times, such as 22:00-07:30, or off.")]
    [InlineData("quiet-hours", "22:00-22:00", "quiet-hours: is two times, such as 22:00-07:30, or off.")]
    [InlineData("retention", "6", "retention: is a number of days from 7 to 3650, or off.")]
    [InlineData("retention", "3651", "retention: is a number of days from 7 to 3650, or off.")]
    [InlineData("retention", "-90", "retention: is a number of days from 7 to 3650, or off.")]
    [InlineData("retention", "ninety", "retention: is a number of days from 7 to 3650, or off.")]
    public void Each_wrong_value_gets_one_sentence_that_says_what_to_type(string name, string value, string sentence) =>
        Given().When(Change((name, value))).Then().Says($"{sentence}\nNothing was changed.").LeavesTheTimer();

    [Fact]
    public void One_wrong_value_keeps_the_right_ones_from_being_taken() =>
        Given().When(Change(("zone", "Europe/Berlin"), ("retention", "1"))).Then().Says("retention: is", "Nothing was changed.");

    [Fact]
    public void Off_takes_each_setting_back()
    {
        var all = new GroupSettings { PracticeChannel = Hall, ReviewChannel = Hall, Moderators = [Ada], Zone = "Europe/Berlin", QuietHours = new(new(22, 0), new(7, 0)), RetentionDays = 90 };

        Given(Set(all)).When(Change(("practice-channel", "off"), ("review-channel", "Off"), ("moderators", "off"), ("zone", "off"), ("quiet-hours", "off"), ("retention", "off")))
            .Then(Set(GroupSettings.Default)).Wakes(null);
    }

    [Fact]
    public void A_retention_is_looked_after_from_a_day_later_on() =>
        Given().When(Change(("retention", "90 days"))).Then(Set(GroupSettings.Default with { RetentionDays = 90 })).Says("- Retention: 90 days").Wakes(Noon.AddDays(1));

    [Fact]
    public void After_each_look_the_next_is_a_day_later() =>
        Given(Set(GroupSettings.Default with { RetentionDays = 90 })).When(Cleared).Then().Wakes(Noon.AddDays(1));

    [Fact]
    public void Without_a_retention_there_is_no_next_look() => Given().When(Cleared).Then().Wakes(null);

    [Fact]
    public void What_is_set_already_is_no_new_fact() => Given(Set(Berlin)).When(Change(("zone", "Europe/Berlin"))).Then().Says("Saved.");

    [Theory]
    [InlineData("23:59", true)]
    [InlineData("07:29", true)]
    [InlineData("07:30", false)]
    [InlineData("12:00", false)]
    public void Quiet_hours_go_over_midnight(string time, bool quiet) =>
        Assert.Equal(quiet, QuietHours.Read("22:00-07:30")!.Covers(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_can_be_folded()
    {
        GroupEvent[][] histories = [[], [Introduced], [Introduced, Set(Berlin)], [Set(GroupSettings.Default with { RetentionDays = 7 })]];
        var inputs = typeof(GroupInput).GetNestedTypes().SelectMany(Variants).ToList();

        Assert.Equal(typeof(GroupInput).GetNestedTypes().Length, inputs.Select(input => input.GetType()).Distinct().Count());
        Assert.All(histories, history => Assert.All(inputs, input =>
        {
            var group = history.Aggregate(Group.New(G.Stream), (state, fact) => state.Evolve(fact));
            Assert.NotNull(new GroupDesk(Names).Decide(group, input).Events.Aggregate(group, (state, fact) => state.Evolve(fact)));
        }));
    }

    [Fact]
    public void An_impossible_fact_throws() => Assert.Throws<UnreachableException>(() => Group.New(G.Stream).Evolve(Introduced).Evolve(Introduced));

    private static IEnumerable<GroupInput> Variants(Type kind) => kind.Name switch
    {
        nameof(GroupInput.Introduce) => [Introduce],
        nameof(GroupInput.Cleared) => [Cleared],
        nameof(GroupInput.Change) =>
        [
            .. from argument in CommandTable.Find(CommandTable.Settings)!.Arguments
               from value in (string[])["off", "", "nonsense", "#x", "@ana", "Europe/Berlin", "22:00-07:30", "30"]
               from input in (GroupInput[])[Change((argument.Name, value)), ChangeByMember((argument.Name, value))]
               select input,
        ],
        _ => throw new InvalidOperationException($"Say what {kind.Name} can look like."),
    };
}
