namespace NetflixPrep.Bot.Tests.Tidy;

/// <summary>The arrows of docs/ARCHITECTURE.md, held by looking at each file's own words.</summary>
public sealed class WhoSeesWhom
{
    [Theory]
    [InlineData("src/NetflixPrep.Core", "NetflixPrep.Bot")]
    [InlineData("src/NetflixPrep.Bot/Storage", "NetflixPrep.Bot.Adapters")]
    [InlineData("src/NetflixPrep.Bot/Storage", "NetflixPrep.Bot.Sessions")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Bot.Storage")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Bot.Conversations")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Bot.Sessions")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Core.Interviews")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Core.Questions")]
    [InlineData("src/NetflixPrep.Bot/Conversations", "NetflixPrep.Bot.Sessions")]
    [InlineData("src/NetflixPrep.Bot/Conversations", "NetflixPrep.Core.Interviews")]
    [InlineData("src/NetflixPrep.Bot/Storage", "NetflixPrep.Bot.Groups")]
    [InlineData("src/NetflixPrep.Bot/Storage", "NetflixPrep.Bot.Privacy")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Bot.Groups")]
    [InlineData("src/NetflixPrep.Bot/Adapters", "NetflixPrep.Core.Groups")]
    [InlineData("src/NetflixPrep.Bot/Conversations", "NetflixPrep.Bot.Groups")]
    [InlineData("src/NetflixPrep.Bot/Conversations", "NetflixPrep.Core.Groups")]
    public void Nothing_here_knows_of(string folder, string other) =>
        Assert.DoesNotContain(Tree.Sources(folder), file => Tree.Read(file).Contains(other, StringComparison.Ordinal));

    [Theory]
    [InlineData("Dapper", "src/NetflixPrep.Bot/Storage/")]
    [InlineData("YamlDotNet", "src/NetflixPrep.Bot/Questions/")]
    [InlineData("NodaTime", "src/NetflixPrep.Core/Calendars/")]
    public void Only_its_own_folder_uses_the_library(string library, string folder) =>
        Assert.DoesNotContain(Tree.Sources("src"), file => !file.StartsWith(folder, StringComparison.Ordinal)
            && Tree.Read(file).Contains($"using {library}", StringComparison.Ordinal));

    [Fact]
    public void No_adapter_knows_another()
    {
        var adapters = Directory.GetDirectories(Path.Combine(Tree.Root, "src/NetflixPrep.Bot/Adapters")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name != "Sockets").ToList();
        var meetings = from one in adapters
                       from other in adapters
                       where one != other
                       from file in Tree.Sources($"src/NetflixPrep.Bot/Adapters/{one}")
                       where Tree.Read(file).Contains($"NetflixPrep.Bot.Adapters.{other}", StringComparison.Ordinal)
                       select file;

        Assert.Empty(meetings);
    }
}
