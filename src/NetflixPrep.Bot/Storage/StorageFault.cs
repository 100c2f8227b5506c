using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>The ways in which the store itself fails, apart from mistakes of ours.</summary>
internal enum StorageFault
{
    Full,
    Damaged,
    CannotWrite,
}

/// <summary>Tells storage that fails from a statement that is wrong.</summary>
internal static class StorageFaults
{
    // Primary result codes, https://sqlite.org/rescode.html
    private const int Perm = 3, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Null when the exception is not storage's.</summary>
    public static StorageFault? Of(Exception exception) => exception is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        Full => StorageFault.Full,
        Corrupt or NotADatabase => StorageFault.Damaged,
        Perm or Busy or Locked or NoMemory or ReadOnly or IoError or CannotOpen => StorageFault.CannotWrite,
        _ => null,
    };
}
