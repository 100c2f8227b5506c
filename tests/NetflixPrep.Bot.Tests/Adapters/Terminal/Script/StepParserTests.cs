using NetflixPrep.Bot.Adapters.Terminal.Script;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Script;

public class StepParserTests
{
    [Theory]
    [InlineData("@ana hello there", "say ana  |hello there| False")]
    [InlineData("@Ana /mock start minutes:20", "say ana  |/mock start minutes:20| False")]
    [InlineData("@ana #study: hello: you", "say ana #study |hello: you| False")]
    [InlineData("@ana #mock/ana-rows: [1, 2] is a list", "say ana #mock/ana-rows |[1, 2] is a list| False")]
    [InlineData("@ana @ana: in private", "say ana @ana |in private| False")]
    [InlineData("@ana @bob: look", "say ana  |@bob: look| False")]
    [InlineData("@ana # heading", "say ana  |# heading| False")]
    [InlineData("@ana text:[Done]", "say ana  |[Done]| True")]
    [InlineData("@ana text:/mock start", "say ana  |/mock start| True")]
    [InlineData("@ana #study: text:!edit", "say ana #study |!edit| True")]
    [InlineData("@ana <<END\none\n\n  # two\nEND", "say ana  |one\n\n  # two| True")]
    [InlineData("@ana #study: <<X\none\nX", "say ana #study |one| True")]
    [InlineData("@ana [ Full notes ]", "press ana |Full notes|")]
    [InlineData("@ana {impact=4; note=a b=c; why=\"x; y\"}", "fill ana impact=4,note=a b=c,why=x; y")]
    [InlineData("@ana {}", "fill ana ")]
    [InlineData("@ana !edit new text", "edit ana |new text|")]
    [InlineData("@ana !delete", "delete ana")]
    [InlineData("@ana !member", "demote ana")]
    [InlineData("+90s", "wait 00:01:30")]
    [InlineData("+5m", "wait 00:05:00")]
    [InlineData("+1h30m", "wait 01:30:00")]
    [InlineData("+1d", "wait 1.00:00:00")]
    [InlineData("!restart", "restart 00:00:00")]
    [InlineData("!down 10m", "restart 00:10:00")]
    [InlineData("!dm-closed Bob", "close bob")]
    [InlineData("!gone #mock/x", "gone #mock/x")]
    public void Reads_one_step(string script, string expected) => Assert.Equal(expected, Tell(Assert.Single(StepParser.Parse(script))));

    [Fact]
    public void Passes_over_comments_and_blank_lines_and_keeps_line_numbers()
    {
        var steps = StepParser.Parse("# a story\r\n\r\n@ana <<END\r\nx\r\nEND\r\n  +5m\r\n");

        Assert.Equal([3, 6], steps.Select(step => step.Line));
    }

    [Theory]
    [InlineData("hello", 1, "a step starts with @name")]
    [InlineData("# x\n@ana", 2, "say what ana does")]
    [InlineData("@ hello", 1, "after @ comes a name")]
    [InlineData("@bot hello", 1, "bot is not a person")]
    [InlineData("@ana !shout", 1, "a person has !edit, !delete and !member")]
    [InlineData("@ana {impact}", 1, "a field is written name=value")]
    [InlineData("@ana <<END\nx", 1, "<<END is not closed")]
    [InlineData("@ana text:", 1, "nothing stands after text:")]
    [InlineData("@ana #study:", 1, "say what ana says in #study")]
    [InlineData("+5", 1, "\"5\" is not a time")]
    [InlineData("+soon", 1, "\"soon\" is not a time")]
    [InlineData("+999999999d", 1, "too long a time")]
    [InlineData("!reboot", 1, "there is no step !reboot")]
    [InlineData("!dm-closed", 1, "say whose direct messages")]
    public void Says_line_and_reason_when_a_step_makes_no_sense(string script, int line, string reason)
    {
        var wrong = Assert.Throws<StepException>(() => StepParser.Parse(script));

        Assert.Equal(line, wrong.Line);
        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
    }

    private static string Tell(Step step) => step switch
    {
        Step.Say say => $"say {say.Person} {say.Place} |{say.Text}| {say.Literal}",
        Step.Press press => $"press {press.Person} |{press.Label}|",
        Step.Fill fill => $"fill {fill.Person} {string.Join(',', fill.Fields.Select(field => $"{field.Name}={field.Value}"))}",
        Step.Edit edit => $"edit {edit.Person} |{edit.Text}|",
        Step.Demote demote => $"demote {demote.Person}",
        Step.Delete delete => $"delete {delete.Person}",
        Step.Wait wait => $"wait {wait.For}",
        Step.Restart restart => $"restart {restart.Away}",
        Step.CloseDms dms => $"close {dms.Person}",
        Step.Remove remove => $"gone {remove.Place}",
        _ => "?",
    };
}
