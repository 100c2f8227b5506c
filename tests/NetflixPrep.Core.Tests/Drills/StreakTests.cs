using NetflixPrep.Core.Drills;

namespace NetflixPrep.Core.Tests.Drills;

public class StreakTests
{
    [Fact]
    public void All_of_the_newest_seven() => Assert.Equal("Your last 7 drills: all answered.", Line("AAAAAAAAA"));

    [Fact]
    public void One_that_was_missed_is_a_free_day() => Assert.Equal("Your last 7 drills: 6 answered, 1 free day.", Line("AAAOAAA"));

    [Fact]
    public void More_than_one_is_said_without_counting_what_was_missed() => Assert.Equal("Your last 7 drills: 4 answered.", Line("AOAOAOA"));

    [Fact]
    public void After_a_long_gap_nothing_is_held_against_anybody() => Assert.Equal("", Line("OOOOOOO"));

    [Fact]
    public void Late_answers_count_as_answers() => Assert.Equal("Your last 3 drills: all answered.", Line("ALL"));

    [Fact]
    public void Skipped_ones_do_not_count_at_all() => Assert.Equal("Your last 2 drills: all answered.", Line("SASSA"));

    [Fact]
    public void Only_the_newest_seven_count() => Assert.Equal("Your last 7 drills: all answered.", Line("OOOAAAAAAA"));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("O")]
    [InlineData("SSS")]
    public void One_drill_is_no_streak(string marks) => Assert.Equal("", Line(marks));

    private static string Line(string marks) => Streak.Of7(marks.Select((mark, at) => new DrillDay(D.Day(at + 1), D.Drill(at), mark switch
    {
        'A' => DayMark.Answered,
        'L' => DayMark.Late,
        'S' => DayMark.Skipped,
        _ => DayMark.Open,
    }))).Line().ToString();
}
