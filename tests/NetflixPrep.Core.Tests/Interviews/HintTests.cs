using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class HintTests
{
    [Fact]
    public void The_first_rung_is_a_nudge() => Given(A.Started, A.Asked).When(A.Hint(2, 1)).Then(A.Hinted(1, 2)).Says("Hint 1 of 3: Who has no history?");

    [Fact]
    public void The_second_rung_follows() => Given(A.Started, A.Asked, A.Hinted(1, 1)).When(A.Hint(2, 2)).Then(A.Hinted(2, 2)).Says("Hint 2 of 3");

    [Fact]
    public void The_last_rung_waits_until_something_was_tried() =>
        Given(A.Started, A.Asked, A.Hinted(1, 1), A.Hinted(2, 2)).When(A.Hint(3, 3)).ThenNothing().Whispers("Try something with the one before first");

    [Fact]
    public void The_last_rung_comes_after_a_try() =>
        Given(A.Started, A.Asked, A.Hinted(1, 1), A.Hinted(2, 2), A.Answered("a row of popular titles", 3)).When(A.Hint(4, 3)).Then(A.Hinted(3, 4)).Shows("Done", "Pause", "More");

    [Fact]
    public void A_second_quick_press_gives_no_second_hint() =>
        Given(A.Started, A.Asked, A.Hinted(1, 1)).When(A.Hint(1, rung: 1)).ThenNothing().Whispers("Hint 1 was given already");

    [Fact]
    public void After_the_last_rung_there_is_no_more() =>
        Given(A.Started, A.Asked, A.Hinted(1, 1), A.Hinted(2, 2), A.Answered("rows", 3), A.Hinted(3, 4)).When(A.Hint(5)).ThenNothing().Whispers("There are no more hints here");

    [Fact]
    public void A_follow_up_has_a_hint_of_its_own() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")).When(A.Hint(11)).Then(A.Hinted(1, 11)).Says("Hint: What would you ship on Friday?").Shows("Done", "Skip", "More");

    [Fact]
    public void A_follow_up_gives_its_hint_once() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline"), A.Hinted(1, 11)).When(A.Hint(11.1)).ThenNothing().Whispers("no more hints");

    [Fact]
    public void A_follow_up_without_a_hint_says_so() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-fixed")).When(A.Hint(11)).ThenNothing().Whispers("no more hints");

    [Fact]
    public void There_are_no_hints_for_questions_for_us() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Invited()).When(A.Hint(11)).ThenNothing().Whispers("That does nothing at this point");
}
