using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>The net that every request of the bot goes through in these tests, tried with bodies whose answer is known.</summary>
public sealed class OfficialApiTests
{
    [Theory]
    [InlineData("POST", "channels/1/messages", """{"content":"Hello.","allowed_mentions":{"parse":[]},"nonce":"a","enforce_nonce":true}""")]
    [InlineData("PATCH", "channels/1/messages/2", """{"components":[]}""")]
    [InlineData("POST", "channels/1/threads", """{"name":"Interview","type":12,"invitable":false,"auto_archive_duration":10080}""")]
    [InlineData("POST", "interactions/1/token/callback", """{"type":5,"data":{"flags":64}}""")]
    [InlineData("POST", "users/@me/channels", """{"recipient_id":"100000000000000001"}""")]
    [InlineData("PUT", "channels/1/messages/2/reactions/x/@me", null)]
    public void What_fits_discords_file_is_let_through(string method, string path, string? body)
    {
        Assert.SkipWhen(OfficialApi.Instance is null, OfficialApi.Absent);

        Assert.Empty(OfficialApi.Instance.Check(method, path, body is null ? null : JsonNode.Parse(body)));
    }

    [Theory]
    [InlineData("POST", "channels/1/messages", """{"contant":"Hello."}""")]
    [InlineData("POST", "channels/1/messages", """{"content":"Hello.","nonce":"abcdefghijklmnopqrstuvwxyz"}""")]
    [InlineData("POST", "channels/1/threads", """{"name":"Interview","auto_archive_duration":61}""")]
    [InlineData("POST", "channels/1/threads", null)]
    [InlineData("POST", "interactions/1/token/callback", """{"type":99}""")]
    [InlineData("POST", "interactions/1/token/callback", """{"type":9,"data":{"custom_id":"a","title":"A title with more than forty-five characters in it","components":[]}}""")]
    [InlineData("POST", "users/@me/channels", """{"recipient_id":100000000000000001}""")]
    [InlineData("PUT", "channels/1/messages/2/reactions/x/@me", "{}")]
    [InlineData("POST", "channels/1/nonsense", "{}")]
    public void What_does_not_fit_is_found(string method, string path, string? body)
    {
        Assert.SkipWhen(OfficialApi.Instance is null, OfficialApi.Absent);

        Assert.NotEmpty(OfficialApi.Instance.Check(method, path, body is null ? null : JsonNode.Parse(body)));
    }

    [Theory]
    [InlineData(null, "/somewhere/shared/discord-openapi.json")]
    [InlineData("/elsewhere/file.json", "/elsewhere/file.json")]
    public void The_file_stands_beside_the_repository_unless_the_variable_names_another(string? variable, string file) =>
        Assert.Equal(Path.GetFullPath(file), OfficialApi.FileFor("/somewhere/repository", variable));
}
