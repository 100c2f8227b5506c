using NetflixPrep.Bot.Cli;

namespace NetflixPrep.Bot.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("settings").FullName;

    [Fact]
    public void Puts_everything_into_the_data_folder()
    {
        var options = Settings.Load(folder, folder);

        Assert.Equal(folder, options.Storage.Folder);
    }

    [Theory]
    [InlineData("""{ "Storage": { "Pth": "x" } }""", "Storage:Pth is not a setting. Did you mean Storage:Path?")]
    [InlineData("""{ "Storage": { "Path": "" } }""", "Storage:Path is empty.")]
    [InlineData("""{ "Storage": { "Synchronous": "OFF" } }""", "Storage:Synchronous can be FULL")]
    [InlineData("""{ "Storage": { "Instance": "a b" } }""", "Storage:Instance is 1 to 32 letters")]
    [InlineData("""{ "Storage": { "BundledSqlite": "perhaps" } }""", "wrong kind")]
    [InlineData("""{ "Log": { "Level": "Loud" } }""", "Log:Level can be")]
    [InlineData("""{ "Storage": """, "appsettings.json cannot be read")]
    public void Refuses_what_cannot_be_meant_and_says_what_to_do(string json, string sentence)
    {
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), json);

        var refused = Assert.Throws<StartException>(() => Settings.Load(null, folder));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_question_folder_that_is_not_there()
    {
        var options = new BotOptions { Questions = new() { Folder = Path.Combine(folder, "none") } };

        var refused = Assert.Throws<StartException>(() => Settings.LoadBank(options));

        Assert.Contains("is not there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_comes_with_the_bot_says_every_key()
    {
        var text = Tidy.Tree.Read("appsettings.json");

        Assert.All(Settings.KeyNames, key => Assert.Contains($"\"{key}\"", text, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
