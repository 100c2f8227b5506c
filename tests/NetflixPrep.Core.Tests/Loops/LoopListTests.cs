using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Loops;

public class LoopListTests
{
    private static readonly Seq<LoopPreset> Presets = [new("s1", "Six rounds", "S1 guide", [new("coding", 45, "ours"), new("culture", 45, "S1")], ["python"], 2)];

    [Theory]
    [InlineData("s1")]
    [InlineData("S1 ")]
    [InlineData("six rounds")]
    public void A_preset_by_id_or_label(string typed) => Assert.Equal(("Six rounds", 2, "S1 guide"), (LoopList.Read(typed, Presets).Label, LoopList.Read(typed, Presets).Plan!.Rounds.Count, LoopList.Read(typed, Presets).Plan!.Source));

    [Theory]
    [InlineData("coding 45, system design 60, culture 30", "coding 45|ml-system-design 60|culture 30")]
    [InlineData("Recruiter call (30 min)\nHM - 45 minutes\nML coding: 45\n2 x ML system design 60 min", "recruiter-screen 30|hiring-manager 45|ml-coding 45|ml-system-design 60|ml-system-design 60")]
    [InlineData("coding then behavioural; A/B testing 1 hour", "coding 45|behavioral 45|experimentation 60")]
    [InlineData("Machine learning fundamentals 45 → team fit 45", "ml-fundamentals 45|culture 45")]
    [InlineData("python screen", "coding 45")]
    [InlineData("coding 45 and system design 60 & culture 30", "coding 45|ml-system-design 60|culture 30")]
    [InlineData("coding 45 / system design 60 / culture 30", "coding 45|ml-system-design 60|culture 30")]
    [InlineData("coding 45 - a/b testing 30", "coding 45|experimentation 30")]
    public void A_list_as_the_recruiters_mail_has_it(string typed, string expected) =>
        Assert.Equal(expected, string.Join('|', LoopList.Read(typed, Presets).Plan!.Rounds.Select(round => $"{round.RoundId} {round.Minutes}")));

    [Fact]
    public void Minutes_that_are_not_named_are_said_to_be_ours() => Assert.Equal(["ours", "your list"], LoopList.Read("coding, culture 30", Presets).Plan!.Rounds.Select(round => round.MinutesFrom));

    [Theory]
    [InlineData("coding 45, lunch 60", "I do not know the round \"lunch 60\". Name a preset (s1)")]
    [InlineData("coding 500", "A round has one number, 10 to 90 minutes; \"coding 500\" has not.")]
    [InlineData("coding 1h30", "A round has one number")]
    [InlineData("10:30 coding", "A round has one number")]
    [InlineData(" , ", "The list is empty. Name a preset")]
    [InlineData("coding, coding, coding, coding, coding, coding, coding, coding, coding, coding, coding", "A loop has at most 10 rounds, these are 11.")]
    public void What_cannot_be_read_is_said_with_the_way_to_write_it(string typed, string complaint) => Assert.StartsWith(complaint, LoopList.Read(typed, Presets).Complaint, StringComparison.Ordinal);
}
