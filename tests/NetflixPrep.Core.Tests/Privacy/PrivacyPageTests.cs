using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Privacy;

namespace NetflixPrep.Core.Tests.Privacy;

public class PrivacyPageTests
{
    private static readonly PersonId Presser = new("discord", null, "503");

    [Theory]
    [InlineData("700000000000000001")]
    [InlineData(null)]
    public void A_button_is_about_its_presser_in_the_group_where_it_was_shown(string? group)
    {
        var buttons = PrivacyPage.For(group, null).Controls.Concat(PrivacyPage.Sure(group, 1, open: false).Controls).Cast<Control.Button>().ToList();

        Assert.All(buttons, button => Assert.Equal(Presser with { Group = group }, PrivacyPage.Whose(Token.Read(button.Token)!, Presser)));
    }

    [Fact]
    public void What_cannot_be_taken_back_is_asked_about_and_says_what_goes()
    {
        var message = PrivacyPage.Sure("g", 3, open: true);

        Assert.Contains("3 sessions", message.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains("Your open session ends at once.", message.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Delete everything", "Keep", "Export"], message.Controls.Cast<Control.Button>().Select(button => button.Label));
    }

    [Fact]
    public void A_retention_of_the_group_is_mentioned() =>
        Assert.Contains("This group deletes sessions 90 days after they ended.", PrivacyPage.For("g", 90).Body.ToString(), StringComparison.Ordinal);
}
