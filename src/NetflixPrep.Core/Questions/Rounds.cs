namespace NetflixPrep.Core.Questions;

/// <summary>The nine rounds of the loop; minutes are the default, taken from the guides where they give one, else ours.</summary>
public static class Rounds
{
    public static Seq<Round> All { get; } =
    [
        new("recruiter-screen", "Recruiter screen", 30),
        new("hiring-manager", "Hiring manager", 45),
        new("coding", "Coding", 45),
        new("ml-coding", "ML coding", 45),
        new("ml-fundamentals", "ML fundamentals", 45),
        new("ml-system-design", "System design", 60),
        new("experimentation", "Experimentation", 45),
        new("behavioral", "Behavioural", 45),
        new("culture", "Culture", 45),
    ];

    public static Round? Find(string id) => All.FirstOrDefault(round => round.Id == id);

    public static Seq<string> Levels { get; } = ["L4", "L5", "L6", "L7"];
}
