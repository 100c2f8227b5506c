using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Tests.Chat;

public class CommandPressTests
{
    [Fact]
    public void A_button_stands_for_its_command() =>
        Assert.Equal(CommandTable.DrillNow, CommandPress.Read(CommandPress.Button("Drill now", CommandTable.DrillNow).Token));

    [Theory]
    [InlineData("command/settings|run|0|")]
    [InlineData("command/mock stop|run|0|")]
    [InlineData("command/drill away|run|0|")]
    [InlineData("command/drill on|other|0|")]
    [InlineData("drill/drill on|run|0|")]
    [InlineData("nonsense")]
    public void Nothing_else_is_run_by_a_press(string token) => Assert.Null(CommandPress.Read(token));
}
