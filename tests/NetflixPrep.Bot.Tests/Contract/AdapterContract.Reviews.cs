using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

/// <content>What threads for nobody in particular, and steps on private lines, rest on.</content>
public abstract partial class AdapterContract
{
    [Fact]
    public async Task Opens_a_public_place_for_nobody_without_bringing_anybody_in()
    {
        var place = await Open(Openness.Public, "k", []);

        await Adapter.SendAsync(Out(Shown("inside"), place), Ct);

        Assert.Empty(await Driver.InvitedAsync(place, Ct));
        foreach (var person in (string[])["ana", "ben"]) Assert.Empty(await Driver.PingedAsync(Assert.Single(await Driver.SeesAsync(person, place, Ct)).Id, Ct));
    }

    [Fact]
    public async Task A_place_for_nobody_is_gone_where_no_thread_is_possible()
    {
        var dm = await Open(Openness.Dm, "k");

        var failed = await Assert.ThrowsAsync<SendException>(() => Adapter.SendAsync(Out(new Effect.OpenPlace(dm, "Review", Openness.Public, []), null), Ct));

        Assert.Equal(SendFault.PlaceGone, failed.Fault);
    }

    [Fact]
    public async Task Changes_a_message_of_a_public_thread_in_place_when_others_wrote_below_it()
    {
        var place = await Open(Openness.Public, "k", []);
        var first = await Adapter.SendAsync(Out(Shown("0 of 3 reviews", Button("Review this")), place), Ct);
        await Driver.SayAsync("ben", place, "Nice rings.", Ct);

        var second = await Adapter.SendAsync(Out(Shown("1 of 3 reviews", Button("Review this")), place) with { Replaces = first.MessageIds }, Ct);

        Assert.Equal(first.MessageIds, second.MessageIds);
        var seen = await Driver.SeesAsync("ana", place, Ct);
        Assert.Equal(2, seen.Count);
        Assert.Contains("1 of 3", seen[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Review this"], seen[0].Labels);
    }

    [Fact]
    public async Task Delivers_the_chosen_option_of_a_menu_on_a_private_line()
    {
        await Whisper("score", new Control.Select("Impact", "menu-token", [new("1", "one"), new("2", "two")]));
        Assert.DoesNotContain(await Driver.SeesAsync("ben", Driver.Channel, Ct), message => message.Labels.Count > 0);

        await Driver.PressAsync("ana", Driver.Channel, "2", Ct);

        var choice = Assert.IsType<Inbound.Choice>((await Driver.NextAsync(Ct)).Inbound);
        Assert.Equal(("menu-token", "two", Driver.Person("ana")), (choice.Token, choice.Value, choice.From.Person));
    }

    [Fact]
    public async Task Opens_a_form_from_a_private_line()
    {
        await Whisper("last, your words", Button("Write"));
        await Driver.PressAsync("ana", Driver.Channel, "Write", Ct);
        var press = await Driver.NextAsync(Ct);
        await press.Settle(Settlement.Done(answered: true));

        await Adapter.SendAsync(Out(new Effect.OpenForm(new("form-token", "Your review", [new("strength", "One strength", true, 1000) { Paragraph = true }]))) with { InReplyTo = press.Inbound.From.DeliveryId }, Ct);
        await Driver.FillAsync("ana", [new("strength", "Says the cost at once.")], Ct);

        var form = Assert.IsType<Inbound.Form>((await Driver.NextAsync(Ct)).Inbound);
        Assert.Equal(("form-token", "Says the cost at once."), (form.Token, form.Fields.First(field => field.Name == "strength").Value));
    }

    private async Task Whisper(string text, params Control[] controls)
    {
        await Driver.CommandAsync("ana", Driver.Channel, Ct);
        var command = await Driver.NextAsync(Ct);
        await command.Settle(Settlement.Done(answered: true));
        await Adapter.SendAsync(Out(Shown(text, controls) with { Only = Driver.Person("ana") }) with { InReplyTo = command.Inbound.From.DeliveryId }, Ct);
    }
}
