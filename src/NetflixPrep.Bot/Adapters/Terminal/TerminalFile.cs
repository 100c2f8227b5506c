using System.Text.Json;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>The platform's memory: one JSON line per fact, only ever appended. A line is whole or it never happened.</summary>
internal sealed class TerminalFile : IDisposable
{
    public const string Name = "terminal.jsonl";

    private readonly FileStream stream;

    // Everything before this is whole lines; a failed write is cut back to it.
    private long good;

    private TerminalFile(FileStream stream) => this.stream = stream;

    /// <summary>Lines in the middle that could not be read and were passed over.</summary>
    public int Damaged { get; private set; }

    /// <summary>Opens the file in <paramref name="folder"/>, gives every fact in it to <paramref name="apply"/>, and cuts a torn last line.</summary>
    /// <exception cref="IOException">Another process has it open, or the disk refuses.</exception>
    public static TerminalFile Open(string folder, Action<TerminalFact> apply)
    {
        Directory.CreateDirectory(folder);
        var stream = new FileStream(Path.Combine(folder, Name), Options());
        var file = new TerminalFile(stream);
        try
        {
            file.Load(apply);
            return file;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The disk refused; the fact is not in the file.</exception>
    public void Append(TerminalFact fact)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(fact, TerminalJson.Default.TerminalFact);
        var line = new byte[json.Length + 1];
        json.CopyTo(line, 0);
        line[^1] = (byte)'\n';
        try
        {
            if (stream.Length != good) stream.SetLength(good);
            stream.Position = good;
            stream.Write(line);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
        good += line.Length;
    }

    public void Dispose() => stream.Dispose();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            // Only this is a lock on Unix; it ends with the process, however that ends.
            Share = FileShare.None,
            BufferSize = 0,
        };
        // What people answer is nobody else's to read.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private void Load(Action<TerminalFact> apply)
    {
        var buffer = new byte[1 << 16];
        var filled = 0;
        while (stream.Read(buffer, filled, buffer.Length - filled) is var read and > 0)
        {
            filled += read;
            var start = 0;
            while (Array.IndexOf(buffer, (byte)'\n', start, filled - start) is var end and >= 0)
            {
                Take(buffer.AsSpan(start, end - start), apply);
                start = end + 1;
            }
            good += start;
            filled -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, filled);
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }
        if (stream.Length != good) stream.SetLength(good);
    }

    private void Take(ReadOnlySpan<byte> line, Action<TerminalFact> apply)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, TerminalJson.Default.TerminalFact) is { } fact) apply(fact);
        }
        catch (Exception damaged) when (damaged is JsonException or NotSupportedException)
        {
            Damaged++;
        }
    }
}
