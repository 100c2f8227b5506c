using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class StyleTests
{
    [Theory]
    [InlineData(Style.Neutral, "Take the time you need.")]
    [InlineData(Style.Friendly, "No hurry.")]
    [InlineData(Style.Sceptic, "What are you weighing?")]
    public void A_silence_is_met_in_the_style_asked_for(Style style, string words) =>
        Given(Styled(style), A.Asked).When(A.Due(5)).Says(words);

    [Fact]
    public void The_silent_style_nudges_nobody() => Given(Styled(Style.Silent), A.Asked).When(A.Due(5)).ThenNothing();

    [Fact]
    public void The_silent_style_lets_a_monologue_run() =>
        Given(Styled(Style.Silent), A.Asked).When(A.Say(string.Concat(Enumerable.Repeat("word ", 400)))).SaysNothing();

    [Theory]
    [InlineData(Style.Friendly, "Thank you. Question")]
    [InlineData(Style.Sceptic, "Convince me. Question")]
    [InlineData(Style.Silent, "Follow-up 1 of 2:** Question")]
    public void A_follow_up_is_led_in_by_the_style(Style style, string words) =>
        Given(Styled(style), A.Asked, A.Answered("the goal")).When(A.Done(10)).Says(words);

    [Fact]
    public void The_style_never_changes_which_follow_up_comes()
    {
        var asked = Enum.GetValues<Style>().Select(style => Given(Styled(style), A.Asked, A.Answered("the goal")).When(A.Done(10)).Events.OfType<SessionEvent.FollowUpAsked>().Single());

        Assert.Single(asked.Distinct());
    }

    [Fact]
    public void The_card_says_how_it_will_sound() => Given().When(A.Start(A.Setup with { Style = Style.Sceptic })).Says("Style: sceptic.");

    [Fact]
    public void The_card_says_what_the_extra_time_adds() => Given().When(A.Start(A.Setup with { ExtraPercent = 25 })).Says("38 min", "30 min and 25 % extra time", "25 minutes for your answer");

    private static SessionEvent Styled(Style style) => A.StartedWith(A.Setup with { Style = style });
}
