namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What people see.</summary>
internal sealed partial class FakeSlack
{
    /// <summary>The messages of a place in their order, the person's ephemerals among them: a channel shows no replies, a thread shows its parent first.</summary>
    public IReadOnlyList<FakeMessage> Sees(string user, string place) => Locked<IReadOnlyList<FakeMessage>>(() =>
    {
        var (id, thread) = Split(place);
        if (!Channels.TryGetValue(id, out var channel) || !channel.IsSeenBy(user)) return [];
        var all = channel.Messages.Concat(channel.Ephemerals.Where(message => message.Only == user)).OrderBy(message => message.Ts, StringComparer.Ordinal);
        return thread is null
            ? [.. all.Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts || message.Broadcast)]
            : [.. all.Where(message => message.Ts == thread || (message.ThreadTs == thread && (message.Only is null || channel.HasReplies(thread))))];
    });

    /// <summary>Everything a person sees in any place, newest last.</summary>
    public IReadOnlyList<FakeMessage> SeesAnywhere(string user) => Locked<IReadOnlyList<FakeMessage>>(() =>
        [.. Channels.Values.Where(channel => channel.IsSeenBy(user)).SelectMany(channel => channel.Messages.Concat(channel.Ephemerals.Where(message => message.Only == user))).OrderBy(message => message.Ts, StringComparer.Ordinal)]);

    /// <summary>What only this person was shown, in any place.</summary>
    public IReadOnlyList<FakeMessage> Ephemerals(string user) => Locked<IReadOnlyList<FakeMessage>>(() => [.. SeesAnywhere(user).Where(message => message.Only == user)]);

    /// <summary>The threads of a channel, as places.</summary>
    public IReadOnlyList<string> Threads(string channel) => Locked<IReadOnlyList<string>>(() =>
        [.. In(channel).Messages.Where(message => message.ThreadTs is null && In(channel).HasReplies(message.Ts)).Select(message => $"{channel}:{message.Ts}")]);

    /// <summary>The form on top for a person; null when none is open.</summary>
    public FakeView? Form(string user) => Locked(() => stacks.GetValueOrDefault(user)?.LastOrDefault());

    /// <summary>The home tab of a person; null when none was published.</summary>
    public FakeView? Home(string user) => Locked(() => homes.GetValueOrDefault(user));

    /// <summary>What a person means by a label: in the open form, else in the home that is open, else the newest message that says it; or the only one there that begins so. A menu's option is also called "prompt=option".</summary>
    public FakeControl? Find(string user, string label) => Locked(() =>
    {
        if (Form(user) is { } form) return Best(FakeControls.Of(form), label);
        var home = Home(user);
        var messages = SeesAnywhere(user).Where(message => message.IsBots).Reverse().Select(FakeControls.Of);
        IEnumerable<IEnumerable<FakeControl>> all = home is null ? messages : atHome.Contains(user) ? messages.Prepend(FakeControls.Of(home)) : messages.Append(FakeControls.Of(home));
        return all.Select(controls => Best(controls, label)).FirstOrDefault(control => control is not null);
    });

    private static FakeControl? Best(IEnumerable<FakeControl> controls, string label)
    {
        var here = controls.ToList();
        if (here.Find(one => FakeControls.Same(one.Label, label) || FakeControls.Same($"{one.Prompt}={one.Label}", label)) is { } said) return said;
        var begin = here.Where(one => one.Label.Length > label.Length && one.Label.StartsWith(label, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(one.Label[label.Length])).ToList();
        return begin.Count == 1 ? begin[0] : null;
    }
}
