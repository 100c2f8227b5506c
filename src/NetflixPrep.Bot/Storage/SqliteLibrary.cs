using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace NetflixPrep.Bot.Storage;

/// <summary>Which SQLite runs: the operating system's own (which gets its patches) when it is newer than the bundled one.</summary>
internal static class SqliteLibrary
{
    /// <summary>Set to 1 to use the bundled library whatever the system has.</summary>
    public const string ForceBundledVariable = "NETFLIXPREP_SQLITE_BUNDLED";

    private const string Bundled = "e_sqlite3";

    private static readonly Lock Gate = new();
    private static Chosen? chosen;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    /// <summary>Chooses once a process, before the first connection; later calls answer with the same choice.</summary>
    public static SqliteInUse Use(bool forceBundled = false)
    {
        lock (Gate)
        {
            if (chosen is not null) return chosen.InUse;
            var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
            chosen = Choose(provider, forceBundled || Environment.GetEnvironmentVariable(ForceBundledVariable) == "1");
            NativeLibrary.SetDllImportResolver(provider, static (name, _, _) => name == Bundled ? chosen!.Handle : 0);
            Batteries_V2.Init();
            return chosen.InUse;
        }
    }

    private static Chosen Choose(Assembly provider, bool forceBundled)
    {
        var bundled = NativeLibrary.TryLoad(Bundled, provider, null, out var ours) ? VersionOf(ours) : null;
        if (!forceBundled)
        {
            foreach (var name in SystemNames)
            {
                if (!NativeLibrary.TryLoad(name, out var theirs)) continue;
                // On Windows "sqlite3" may be found twice; any that is newer will do.
                if (VersionOf(theirs) is { } version && version > (bundled ?? 0))
                    return new(theirs, new(SqliteOrigin.System, Written(version), bundled is { } other ? Written(other) : null));
                NativeLibrary.Free(theirs);
            }
        }
        return bundled is { } number
            ? new(ours, new(SqliteOrigin.Bundled, Written(number), Written(number)))
            : new(0, new(SqliteOrigin.Bundled, "unknown", null));
    }

    private static string[] SystemNames =>
        OperatingSystem.IsWindows() ? ["sqlite3.dll", "winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"]
        : ["libsqlite3.so.0"];

    private static int? VersionOf(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(function)()
            : null;

    private static string Written(int number) => $"{number / 1_000_000}.{number / 1000 % 1000}.{number % 1000}";

    private sealed record Chosen(nint Handle, SqliteInUse InUse);
}

internal enum SqliteOrigin
{
    Bundled,
    System,
}

/// <summary>What <c>doctor</c> prints: where the library is from, its version, and the bundled one's.</summary>
internal sealed record SqliteInUse(SqliteOrigin Origin, string Version, string? BundledVersion)
{
    public override string ToString() => Origin == SqliteOrigin.System
        ? $"SQLite {Version} of the operating system (bundled: {BundledVersion ?? "none"})"
        : $"SQLite {Version}, bundled";
}
