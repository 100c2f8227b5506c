namespace NetflixPrep.Core.Drills.Memory;

/// <summary>How something came back to mind. The numbers are FSRS's own and are stored.</summary>
public enum Grade
{
    /// <summary>It was not found.</summary>
    Again = 1,

    /// <summary>It was found after a probe.</summary>
    Hard = 2,

    /// <summary>It was found.</summary>
    Good = 3,
}

/// <summary>What is known of one thing to remember after its last review.</summary>
/// <param name="Stability">Days after which it is recalled in nine of ten cases.</param>
/// <param name="Difficulty">1 to 10.</param>
/// <param name="Reviews">How often it was reviewed so far, 1 or more.</param>
/// <param name="Lapses">How often it was not found after it had been seen before.</param>
public sealed record Remembered(double Stability, double Difficulty, DateOnly LastOn, DateOnly DueOn, int Reviews, int Lapses);
