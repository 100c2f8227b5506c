using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>What <c>panel:</c> takes, and what it answers to what it cannot take.</summary>
public class PanelEntryTests
{
    private static readonly Opening Opening = new(new QuestionBank(new() { Questions = [B.Question("coding.streams")] }), id => $"hash of {id}")
    {
        Person = (near, name) => name.StartsWith('@') ? near with { User = name[1..] } : null,
    };

    [Fact]
    public void A_panel_sits_in_a_public_thread_in_the_order_of_its_names()
    {
        var setup = Assert.IsType<Opened.Ready>(Start("@bea, @cleo")).Setup;

        Assert.Equal((new Panel([A.Bea, P.Cleo], Open: false), Openness.Public), (setup.Panel, setup.Openness));
    }

    [Fact]
    public void It_may_be_open() => Assert.Equal(new Panel([], Open: true), Assert.IsType<Opened.Ready>(Start("Open")).Setup.Panel);

    [Fact]
    public void Somebody_named_twice_has_one_seat() => Assert.Equal([A.Bea], Assert.IsType<Opened.Ready>(Start("@bea @bea")).Setup.Panel!.Named);

    [Fact]
    public void Without_the_argument_there_is_none() => Assert.Null(Assert.IsType<Opened.Ready>(Start(null)).Setup.Panel);

    [Theory]
    [InlineData("bea", "such as panel:\"@ben @cleo\", or panel:open.")]
    [InlineData("@bea nobody", "takes people of this group")]
    [InlineData(",", "takes people of this group")]
    [InlineData("@bea @ada", "You are the candidate, so name only others")]
    [InlineData("@bot", "name people in panel:")]
    [InlineData("@b @c @d @e @f", "at most 4 interviewers")]
    public void What_it_cannot_take_is_answered_with_what_to_do(string panel, string part) => Assert.Contains(part, Assert.IsType<Opened.Refused>(Start(panel)).Complaint, StringComparison.Ordinal);

    [Theory]
    [InlineData("private")]
    [InlineData("dm")]
    public void Another_place_is_refused(string place) => Assert.Contains("say place:public", Assert.IsType<Opened.Refused>(Start("open", place)).Complaint, StringComparison.Ordinal);

    [Fact]
    public void The_public_place_is_taken() => Assert.IsType<Opened.Ready>(Start("open", "public"));

    [Fact]
    public void In_direct_messages_it_is_refused() =>
        Assert.Contains("A panel needs a group", Assert.IsType<Opened.Refused>(Start("open", by: A.Ada with { Group = null })).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_loop_has_none()
    {
        Assert.Contains("leave loop: out", Opening.NotInLoop([new("panel", "open")]), StringComparison.Ordinal);
        Assert.Null(Opening.NotInLoop([new("loop", "week")]));
    }

    [Fact]
    public void Change_keeps_the_panel_and_a_second_run_has_none()
    {
        var setup = Assert.IsType<Opened.Ready>(Start("open")).Setup;

        Assert.Equal(setup.Panel, Assert.IsType<Opened.Ready>(Opening.Change(setup, A.From(0), [new("minutes", "20")], new([], null))).Setup.Panel);
        Assert.Null(Opening.Again(setup, [], A.Stream, A.From(0), [], new([], null)).Panel);
    }

    private static Opened Start(string? panel, string? place = null, PersonId? by = null) => Opening.Start(
        A.Stream, A.From(0, by), [.. panel is null ? Seq<Argument>.Empty : [new("panel", panel)], .. place is null ? Seq<Argument>.Empty : [new("place", place)]], new([], null));
}
