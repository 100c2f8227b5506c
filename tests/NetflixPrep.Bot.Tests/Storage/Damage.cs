namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>What a failing disk does to a file.</summary>
internal static class Damage
{
    public static void Flip(string path, int from, int count)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var bytes = new byte[count];
        file.Position = from;
        var read = file.Read(bytes);
        for (var i = 0; i < read; i++) bytes[i] ^= 0xFF;
        file.Position = from;
        file.Write(bytes, 0, read);
    }
}
