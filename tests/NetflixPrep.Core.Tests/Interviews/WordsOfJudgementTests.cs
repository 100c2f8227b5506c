using System.Reflection;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>The bot reports coverage; people judge.</summary>
public partial class WordsOfJudgementTests
{
    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Fact]
    public void Nothing_that_is_ever_said_judges()
    {
        var said = TotalityTests.Everything.SelectMany(pair => pair.Outcome.Effects).OfType<Effect.Show>().Select(show => show.Message.Body.ToString()).Distinct();

        Assert.All(said, text => Assert.DoesNotMatch(Judgement, text));
    }

    [Fact]
    public void No_wording_without_arguments_judges()
    {
        var wording = typeof(Wording).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(method => method.GetParameters().Length == 0 && method.ReturnType == typeof(Prose));

        Assert.All(wording, method => Assert.DoesNotMatch(Judgement, method.Invoke(null, [])!.ToString()));
    }
}
