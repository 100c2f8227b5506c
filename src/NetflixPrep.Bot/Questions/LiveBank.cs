using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>The bank that is in use now. A reload puts another whole bank in its place; who is in the middle of something keeps the one it took.</summary>
internal sealed class LiveBank(QuestionBank first)
{
    private volatile QuestionBank now = first;

    public QuestionBank Now => now;

    public static implicit operator LiveBank(QuestionBank bank) => new(bank);

    public void Replace(QuestionBank bank) => now = bank;
}
