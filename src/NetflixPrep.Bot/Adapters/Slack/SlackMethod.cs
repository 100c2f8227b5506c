namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What sending a call twice does.</summary>
internal enum Repeat
{
    /// <summary>Nothing more than sending it once.</summary>
    Safe,

    /// <summary>A second message: after a doubtful answer it is looked for first.</summary>
    Unsafe,
}

/// <summary>A method of the Web API: how often it may be called, how its arguments are written, whether it may be repeated.</summary>
/// <param name="PerMinute">Calls a minute that Slack allows a workspace (docs, Rate limits).</param>
internal sealed record SlackMethod(string Name, int PerMinute, Repeat Repeat, bool Json)
{
    public static readonly SlackMethod AuthTest = new("auth.test", 300, Repeat.Safe, Json: false);

    // Documented as both tier 1 and tier 3: the lower one is kept to.
    public static readonly SlackMethod OpenConnection = new("apps.connections.open", 6, Repeat.Safe, Json: false);
    public static readonly SlackMethod PostMessage = new("chat.postMessage", 300, Repeat.Unsafe, Json: true);
    public static readonly SlackMethod PostEphemeral = new("chat.postEphemeral", 100, Repeat.Unsafe, Json: true);
    public static readonly SlackMethod UpdateMessage = new("chat.update", 50, Repeat.Safe, Json: true);
    public static readonly SlackMethod DeleteMessage = new("chat.delete", 50, Repeat.Safe, Json: true);
    public static readonly SlackMethod Permalink = new("chat.getPermalink", 100, Repeat.Safe, Json: false);
    public static readonly SlackMethod OpenDm = new("conversations.open", 50, Repeat.Safe, Json: true);
    public static readonly SlackMethod History = new("conversations.history", 50, Repeat.Safe, Json: false);
    public static readonly SlackMethod Replies = new("conversations.replies", 50, Repeat.Safe, Json: false);
    public static readonly SlackMethod React = new("reactions.add", 50, Repeat.Safe, Json: true);
    public static readonly SlackMethod UserInfo = new("users.info", 100, Repeat.Safe, Json: false);

    // An address that nothing is uploaded to is nothing; completing shows the file.
    public static readonly SlackMethod UploadUrl = new("files.getUploadURLExternal", 100, Repeat.Safe, Json: false);
    public static readonly SlackMethod CompleteUpload = new("files.completeUploadExternal", 100, Repeat.Unsafe, Json: true);

    // A trigger works once: a second try would be refused anyway.
    public static readonly SlackMethod OpenView = new("views.open", 100, Repeat.Unsafe, Json: true);
    public static readonly SlackMethod PublishHome = new("views.publish", 100, Repeat.Safe, Json: true);

    public override string ToString() => Name;
}
