using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Tests.Chat;

public class CommandLineTests
{
    private static readonly Seq<CommandSpec> Table =
    [
        new("mock start", "Start a mock", [
            new("round", "Which round", ArgumentKind.Round) { Choices = [new("Coding", "coding"), new("System design", "ml-system-design")] },
            new("minutes", "How long", ArgumentKind.Number) { Min = 5, Max = 120 },
            new("question", "Which question", ArgumentKind.Question) { MaxLength = 20 },
            new("extra-time", "More time", ArgumentKind.Number),
        ]),
        new("mock", "What runs", []),
        new("mock stop", "Stop", []),
        new("drill on", "Drills", [new("time", "When", ArgumentKind.Text) { Required = true }, new("zone", "Where", ArgumentKind.Text)]),
        new("question search", "Search", [new("words", "What for", ArgumentKind.Text) { Required = true }]),
        new("plan", "A plan", [
            new("interview-date", "When", ArgumentKind.Text),
            new("view", "What to show", ArgumentKind.Choice) { Bare = true, Choices = [new("today", "today"), new("the week", "week")] },
        ]),
        new("help", "Help", []) { ReadsOnly = true },
    ];

    [Theory]
    [InlineData("/question search cold start", "words=cold start")]
    [InlineData("/question search round:coding top k", "round=coding words=top k")]
    [InlineData("/question search words:\"top k\"", "words=top k")]
    [InlineData("/question report coding.rows the hint, it says all", "question=coding.rows text=the hint, it says all")]
    [InlineData("/question report question:coding.rows the hint", "question=coding.rows text=the hint")]
    public void The_text_of_a_command_needs_no_name(string typed, string read)
    {
        var parsed = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(typed, CommandTable.All));

        Assert.Equal(read, string.Join(' ', parsed.Arguments.Select(argument => $"{argument.Name}={argument.Value}")));
    }

    [Theory]
    [InlineData("/mock start", "mock start []")]
    [InlineData("mock start", "mock start []")]
    [InlineData("/MOCK Start round:CODING", "mock start [round=coding]")]
    [InlineData("/mock start round:\"system design\" minutes:20", "mock start [round=ml-system-design, minutes=20]")]
    [InlineData("/mock start question:\"homepage rows\"", "mock start [question=homepage rows]")]
    [InlineData("/mock start question:“homepage rows”", "mock start [question=homepage rows]")]
    [InlineData("/mock start extra_time:05", "mock start [extra-time=5]")]
    [InlineData("/mock", "mock []")]
    [InlineData("/drill on time:07:30 zone:Europe/Dublin", "drill on [time=07:30, zone=Europe/Dublin]")]
    [InlineData("/question search cold start", "question search [words=cold start]")]
    [InlineData("/plan today", "plan [view=today]")]
    [InlineData("/plan the week", "plan [view=week]")]
    [InlineData("/question search offline: up or down", "question search [words=offline: up or down]")]
    public void Reads_a_command_by_the_longest_verb(string text, string expected)
    {
        var parsed = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(text, Table));

        Assert.Equal(expected, $"{parsed.Spec.Verb} [{string.Join(", ", parsed.Arguments.Select(each => $"{each.Name}={each.Value}"))}]");
    }

    [Theory]
    [InlineData("/mokc start", "There is no /mokc. Did you mean /mock start?")]
    [InlineData("/drill no", "There is no /drill no. Did you mean /drill on?")]
    [InlineData("/drill", "Say what about drill: /drill on.")]
    [InlineData("/xyzzy", "There is no /xyzzy. /help lists the commands.")]
    [InlineData("/", "Type a command after the slash; /help lists them.")]
    [InlineData("/mock start minuets:20", "/mock start has no minuets:. Did you mean minutes:?")]
    [InlineData("/mock start colour:red", "/mock start has no colour:. It takes round:, minutes:, question:, extra-time:.")]
    [InlineData("/mock start minutes:soon", "minutes: is a whole number from 5 to 120, such as minutes:20.")]
    [InlineData("/mock start minutes:500", "minutes: is a whole number from 5 to 120, such as minutes:20.")]
    [InlineData("/mock start round:codin", "round: is one of coding, ml-system-design. Did you mean round:coding?")]
    [InlineData("/mock start question:homepage rows", "Put a value with spaces in quotes: question:\"homepage rows\".")]
    [InlineData("/mock start question:\"homepage rows", "A quotation mark is open: close it with another \".")]
    [InlineData("/mock start question:\"a title that is far too long\"", "question: holds at most 20 characters, these are 28.")]
    [InlineData("/mock start question:", "question: has no value. Type it right after the colon, such as question:\"some words\".")]
    [InlineData("/mock start round coding", "Write a colon after round, such as round:coding.")]
    [InlineData("/mock start minutes:20 minutes:30", "minutes: stands there twice. Keep one.")]
    [InlineData("/mock stop now", "/mock stop takes no options: leave out \"now\".")]
    [InlineData("/drill on", "/drill on needs time: (When). Type /drill on time:\"some words\"")]
    public void Says_what_to_type_instead(string text, string sentence)
    {
        var complaint = Assert.IsType<CommandLine.Complaint>(CommandLine.Read(text, Table));

        Assert.Equal(sentence, complaint.Sentence);
    }
}
