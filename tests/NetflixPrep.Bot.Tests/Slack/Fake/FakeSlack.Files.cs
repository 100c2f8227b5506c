using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Files: the three steps of an upload, and downloads.</summary>
internal sealed partial class FakeSlack
{
    public Dictionary<string, FakeFile> Files { get; } = [];

    private JsonObject UploadUrl(JsonObject args)
    {
        var length = (int)args["length"]!;
        if (length <= 0) return Error("invalid_arguments", "[ERROR] length must be above 0");
        var file = NewFile((string)args["filename"]!, BotUser, length);
        return Ok(("upload_url", $"{WebBase}/upload/{file.Id}"), ("file_id", file.Id));
    }

    private Reply TakeUpload(string id, byte[] bytes)
    {
        if (!Files.TryGetValue(id, out var file)) return new(404, Error("file_not_found"));
        if (bytes.Length != file.Announced)
        {
            Violate($"an upload of {bytes.Length} bytes where {file.Announced} were announced");
            return new(400, Error("invalid_length"));
        }
        file.Bytes = bytes;
        return new(200, null) { Raw = $"OK - {bytes.Length}", ContentType = "text/plain" };
    }

    private JsonObject CompleteUpload(JsonObject args)
    {
        if (args["files"] is not JsonArray { Count: > 0 } named) return Error("invalid_arguments", "[ERROR] missing required field: files");
        var files = new List<FakeFile>();
        foreach (var one in named)
        {
            if (!Files.TryGetValue((string?)one?["id"] ?? "", out var file) || file.Bytes is null || file.Shared) return Error("file_not_found");
            file.Title = (string?)one!["title"] ?? file.Title;
            files.Add(file);
        }
        if (args["channel_id"] is { } id)
        {
            var said = new JsonObject { ["channel"] = id.DeepClone(), ["text"] = args["initial_comment"]?.DeepClone() ?? "", ["thread_ts"] = args["thread_ts"]?.DeepClone() };
            if (Target(said, mayBePerson: false, out var channel) is { } wrong) return wrong;
            if (ThreadOf(said, channel) is { } noThread) return noThread;
            Manners(said, "files.completeUploadExternal");
            var message = new FakeMessage(NewTs(), channel.Id, BotUser) { Text = (string)said["text"]!, ThreadTs = (string?)said["thread_ts"], Files = files, At = Time.GetUtcNow() };
            channel.Messages.Add(message);
            Echo(channel, Delivered(message, channel));
        }
        foreach (var file in files) file.Shared = true;
        return Ok(("files", new JsonArray([.. files.Select(file => file.ToJson())])));
    }

    private JsonObject FileInfo(JsonObject args) => Files.TryGetValue((string)args["file"]!, out var file) && file.Bytes is not null ? Ok(("file", file.ToJson())) : Error("file_not_found");

    private JsonObject DeleteFile(JsonObject args)
    {
        if (!Files.TryGetValue((string)args["file"]!, out var file)) return Error("file_not_found");
        if (file.Owner != BotUser) return Error("cant_delete_file");
        Files.Remove(file.Id);
        return Ok();
    }

    /// <summary>Without a token that may read files, Slack shows its sign-in page with 200.</summary>
    private Reply Download(string name, string authorization)
    {
        var page = new Reply(302, null) { Raw = "", ContentType = "text/html; charset=utf-8", Headers = new() { ["Location"] = $"{WebBase}/login" } };
        if (authorization != $"Bearer {BotToken}" || !Scopes.Contains("files:read")) return page;
        return Files.GetValueOrDefault(name.Split('-')[^1])?.Bytes is { } bytes ? new(200, null) { Bytes = bytes, ContentType = "application/octet-stream" } : new(404, Error("file_not_found"));
    }

    private FakeFile NewFile(string name, string owner, long announced, byte[]? bytes = null)
    {
        var id = NewKey("F");
        return Files[id] = new(id, name, owner) { Announced = announced, Bytes = bytes, Url = $"{WebBase}/files-pri/{TeamId}-{id}/{Uri.EscapeDataString(name)}" };
    }
}
