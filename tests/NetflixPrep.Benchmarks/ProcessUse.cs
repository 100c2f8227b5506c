using System.Diagnostics;
using System.Globalization;

namespace NetflixPrep.Benchmarks;

/// <summary>What this process used so far, as the operating system counts it.</summary>
internal static class ProcessUse
{
    public static double PeakMegabytes() => Megabytes(Process.GetCurrentProcess().PeakWorkingSet64);

    public static double Megabytes(long bytes) => Math.Round(bytes / (1024.0 * 1024.0), 1);

    /// <summary>Handed to the operating system by write calls; null where it does not say (it does on Linux).</summary>
    public static long? BytesWritten() =>
        File.Exists("/proc/self/io")
            ? long.Parse(File.ReadLines("/proc/self/io").First(line => line.StartsWith("wchar:", StringComparison.Ordinal))["wchar:".Length..], CultureInfo.InvariantCulture)
            : null;
}
