namespace NetflixPrep.Benchmarks;

/// <summary>A folder for one measurement, gone with everything in it afterwards.</summary>
internal sealed class ThrowawayFolder : IDisposable
{
    public ThrowawayFolder(DirectoryInfo? below)
    {
        Path = System.IO.Path.Combine(below?.FullName ?? System.IO.Path.GetTempPath(), $"netflixprep-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
