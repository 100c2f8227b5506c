namespace NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

/// <summary>Stands where the tests have Discord's official file, which would cost time that the bot does not spend.</summary>
internal abstract class OfficialApi
{
    public static OfficialApi? Instance => null;

    public abstract IReadOnlyList<string> Check(string method, string path, System.Text.Json.Nodes.JsonNode? body);
}
