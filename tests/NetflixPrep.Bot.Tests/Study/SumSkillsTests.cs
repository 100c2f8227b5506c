using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Drills.Calculators;

namespace NetflixPrep.Bot.Tests.Study;

public sealed class SumSkillsTests
{
    [Fact]
    public void Every_sum_practises_a_skill_of_the_bank_or_one_with_a_label_of_its_own()
    {
        var bank = BuiltInBank.Load().Skills.Select(skill => skill.Id).ToList();
        var own = Sums.OwnSkills.Select(skill => skill.Id).ToList();

        Assert.All(Sums.Kinds, kind => Assert.Contains(kind.Skill, bank.Concat(own)));
        Assert.All(own, id => Assert.StartsWith("sum-", id, StringComparison.Ordinal));
        Assert.Empty(own.Intersect(bank));
    }
}
