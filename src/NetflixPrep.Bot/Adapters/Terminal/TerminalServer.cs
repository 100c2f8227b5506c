using System.Security.Cryptography;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Something became visible, or stopped being so.</summary>
/// <param name="Message">The message that the fact is about, as it is now.</param>
internal sealed record TerminalNotice(TerminalFact Fact, TerminalMessage? Message);

/// <summary>A line that one person sees on the spot; nobody else does and nothing keeps it.</summary>
/// <param name="IsOwn">The person typed it (a command that changes nothing); else the bot says it.</param>
internal sealed record TerminalWhisper(DateTimeOffset At, string Person, string Place, string Text, bool IsOwn);

/// <summary>
/// The chat platform in the terminal, with a memory of its own: people, channels, threads, direct messages.
/// What a person does is in its file before it is delivered, and is delivered again until it is kept; what the bot shows is there once per key.
/// </summary>
internal sealed class TerminalServer : IDisposable
{
    public const string PlatformName = "terminal";

    /// <summary>The one server there is; null in direct messages, as on other platforms.</summary>
    public const string Group = "study";

    /// <summary>Acts that may wait to be kept; more are refused, as a platform's rate limit would.</summary>
    public const int MaxPending = 1_000;

    private readonly Lock gate = new();
    private readonly TerminalState state = new();
    private readonly TerminalFile file;
    private readonly TimeProvider time;

    private readonly string folder;

    private readonly Func<string>? letters;

    private TerminalServer(string folder, TimeProvider time, Func<string>? letters)
    {
        (this.folder, this.time, this.letters) = (folder, time, letters);
        file = TerminalFile.Open(folder, state.Apply);
    }

    /// <summary>What happened, in order. Handlers run under the server's lock: they hand over or print, and call nothing back.</summary>
    public event Action<TerminalNotice>? Happened;

    /// <summary>A private line that is not kept.</summary>
    public event Action<TerminalWhisper>? Whispered;

    /// <summary>A person did something that is to be delivered.</summary>
    public event Action<TerminalFact.Acted>? Acted;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The time of the newest fact in the file, or null when it is new.</summary>
    public DateTimeOffset? LastAt => Read(now => now.LastAt);

    public TimeProvider Time => time;

    /// <summary>Lines of the file that could not be read.</summary>
    public int DamagedLines => file.Damaged;

    /// <param name="letters">Makes the letters that the ids of a new memory end in; without them its ids are the same in every run.</param>
    /// <exception cref="IOException">Another process has the file open, or the disk refuses.</exception>
    public static TerminalServer Open(string folder, TimeProvider time, Func<string>? letters = null) => new(folder, time, letters);

    /// <summary>Letters of a new memory: two folders, or a folder whose memory was lost, do not share ids.</summary>
    public static string NewLetters() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);

    public static PersonId PersonIn(string person, string place) => new(PlatformName, place[0] == '@' ? null : Group, person);

    public static PlaceId PlaceOf(string place) => new(PlatformName, place);

    /// <summary>Everybody manages the server but those who were demoted; in direct messages there is nothing to manage.</summary>
    public bool IsAdmin(string person, string place) => place[0] != '@' && Read(now => !now.Members.Contains(person));

    /// <summary>Looks at the state; the function must not keep hold of it.</summary>
    public T Read<T>(Func<TerminalState, T> look)
    {
        lock (gate) return look(state);
    }

    /// <summary>Writes facts that depend on the state, and tells those who listen.</summary>
    /// <exception cref="IOException">The disk refused: the fact did not happen.</exception>
    public void Record(Func<TerminalState, TerminalFact?> decide)
    {
        lock (gate)
        {
            if (state.IsNew && letters is not null) Keep(new TerminalFact.Founded(Now, letters()));
            if (decide(state) is not { } fact) return;
            Keep(fact);
            Happened?.Invoke(new(fact, Subject(fact)));
            if (fact is TerminalFact.Acted acted) Acted?.Invoke(acted);
        }
    }

    private void Keep(TerminalFact fact)
    {
        file.Append(fact);
        state.Apply(fact);
    }

    /// <summary>A file that was handed over stands beside the memory, for its owner alone.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Store(string name, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(Path.Combine(folder, Path.GetFileName(name)), options);
        writer.Write(text);
    }

    public void Whisper(string person, string place, string text, bool isOwn = false)
    {
        lock (gate) Whispered?.Invoke(new(Now, person, place, text, isOwn));
    }

    public void Dispose()
    {
        lock (gate) file.Dispose();
    }

    private TerminalMessage? Subject(TerminalFact fact) => fact switch
    {
        TerminalFact.Shown shown => state.MessageOf(shown.Message),
        TerminalFact.Changed changed => state.MessageOf(changed.Message),
        TerminalFact.Ticked ticked => state.MessageOf(ticked.Message),
        TerminalFact.Acted { Deed: Deed.Say say } => state.MessageOf(say.Message),
        TerminalFact.Acted { Deed: Deed.Attach attach } => state.MessageOf(attach.Message),
        TerminalFact.Acted { Deed: Deed.Edit edit } => state.MessageOf(edit.Message),
        TerminalFact.Acted { Deed: Deed.Delete delete } => state.MessageOf(delete.Message),
        TerminalFact.Acted { Deed: Deed.Press press } => state.MessageOf(press.Message),
        _ => null,
    };
}
