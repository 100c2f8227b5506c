using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>The bank that comes with the bot, as the build made it of prompts/.</summary>
internal static class BuiltInBank
{
    internal const string Resource = "bank.json";

    internal static QuestionBank Load()
    {
        using var stream = typeof(BuiltInBank).Assembly.GetManifestResourceStream(Resource) ?? throw new FileNotFoundException(Resource);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(BankJson.Read(bytes));
    }
}
