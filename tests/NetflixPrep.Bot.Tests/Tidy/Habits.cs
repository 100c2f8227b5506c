namespace NetflixPrep.Bot.Tests.Tidy;

/// <summary>Habits that are cheaper to hold than to argue about.</summary>
public sealed class Habits
{
    private const int LongestFile = 350;

    [Fact]
    public void No_source_file_is_too_long_to_explain() =>
        Assert.DoesNotContain(Tree.Sources("src"), file => Tree.Read(file).AsSpan().Count('\n') > LongestFile);

    [Theory]
    [InlineData("Thread.Sleep")]
    [InlineData("Task.Delay(1")]
    [InlineData("Task.Delay(2")]
    [InlineData("Task.Delay(5")]
    public void No_test_sleeps(string sleep) =>
        Assert.DoesNotContain(Tree.Sources("tests"), file => !file.EndsWith("/Habits.cs", StringComparison.Ordinal) && Tree.Read(file).Contains(sleep, StringComparison.Ordinal));

    [Theory]
    [InlineData("#region")]
    [InlineData("dynamic ")]
    [InlineData("async void")]
    [InlineData("NotImplementedException")]
    [InlineData("DateTime.Now")]
    public void No_source_uses(string habit) =>
        Assert.DoesNotContain(Tree.Sources("src"), file => Tree.Read(file).Contains(habit, StringComparison.Ordinal));

    [Theory]
    [InlineData("Utils")]
    [InlineData("Helper")]
    [InlineData("Manager")]
    [InlineData("Service")]
    public void No_type_is_called(string vague) =>
        Assert.DoesNotContain(Tree.Sources("src"), file => Path.GetFileNameWithoutExtension(file).EndsWith(vague, StringComparison.Ordinal));

    [Fact]
    public void Every_public_type_of_the_core_says_what_it_is()
    {
        var silent = from file in Tree.Sources("src/NetflixPrep.Core")
                     let lines = Tree.Read(file).Split('\n')
                     from at in Enumerable.Range(0, lines.Length)
                     where lines[at].StartsWith("public ", StringComparison.Ordinal) && !lines[at].StartsWith("public enum", StringComparison.Ordinal)
                     let above = lines.Take(at).Reverse().FirstOrDefault(line => !line.StartsWith('[')) ?? ""
                     where !above.StartsWith("///", StringComparison.Ordinal)
                     select $"{file}:{at + 1}";

        Assert.Empty(silent);
    }
}
