using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

/// <summary>What every adapter keeps to, told against the seam alone.</summary>
public abstract partial class AdapterContract : IAsyncLifetime
{
    private int keys;

    private IAdapterDriver Driver { get; set; } = null!;

    private IChatAdapter Adapter => Driver.Adapter;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract Task<IAdapterDriver> CreateAsync();

    public async ValueTask InitializeAsync() => Driver = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Shows_a_message_to_everybody_in_the_place()
    {
        await Show("Hello **all**", Button("Begin"));

        Assert.Equal(["Begin"], (await Seen("ben")).Labels);
        Assert.Contains("Hello", (await Seen("ben")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_a_message_in_place()
    {
        var first = await Show("before");

        var second = await Adapter.SendAsync(Out(Shown("after")) with { Replaces = first.MessageIds }, Ct);

        Assert.Equal(first.MessageIds, second.MessageIds);
        Assert.Contains("after", (await Seen("ana")).Text, StringComparison.Ordinal);
        Assert.Single(await Driver.SeesAsync("ana", Driver.Channel, Ct));
    }

    [Fact]
    public async Task Shows_a_private_answer_to_nobody_else()
    {
        await Driver.CommandAsync("ana", Driver.Channel, Ct);
        var command = await Driver.NextAsync(Ct);
        await command.Settle(Settlement.Done(answered: true));

        await Adapter.SendAsync(Out(Shown("only you") with { Only = Driver.Person("ana") }) with { InReplyTo = command.Inbound.From.DeliveryId }, Ct);

        Assert.Contains("only you", (await Seen("ana")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Driver.SeesAsync("ben", Driver.Channel, Ct), message => message.Text.Contains("only you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hands_a_file_to_one_person_alone()
    {
        await Driver.CommandAsync("ana", Driver.Channel, Ct);
        var command = await Driver.NextAsync(Ct);
        await command.Settle(Settlement.Done(answered: true));
        var message = new Message(Prose.Markdown("Here it is.")) { Attachment = new("kept.json", "{\"words\":\"héllo ✓\"}") };

        await Adapter.SendAsync(Out(Shown("") with { Only = Driver.Person("ana"), Message = message }) with { InReplyTo = command.Inbound.From.DeliveryId }, Ct);

        Assert.Equal(["{\"words\":\"héllo ✓\"}"], await Driver.FilesAsync("ana", Ct));
        Assert.Empty(await Driver.FilesAsync("ben", Ct));
    }

    [Fact]
    public async Task Pings_only_those_it_is_told_to()
    {
        var quiet = await Show("ana and ben, look");
        var loud = await Adapter.SendAsync(Out(Shown("your turn") with { Notify = [Driver.Person("ana")] }), Ct);

        Assert.Empty(await Driver.PingedAsync(quiet.MessageIds[0], Ct));
        Assert.Equal(["ana"], await Driver.PingedAsync(loud.MessageIds[0], Ct));
    }

    [Fact]
    public async Task Ticks_a_message()
    {
        var said = await Driver.SayAsync("ana", Driver.Channel, "my answer", Ct);

        await Adapter.SendAsync(Out(new Effect.Tick(Driver.Channel, said)), Ct);

        Assert.True(await Driver.IsTickedAsync(said, Ct));
    }

    [Fact]
    public async Task Opens_a_form_and_delivers_what_was_filled_in()
    {
        await Show("card", Button("Change"));
        await Driver.PressAsync("ana", Driver.Channel, "Change", Ct);
        var press = await Driver.NextAsync(Ct);
        await press.Settle(Settlement.Done(answered: true));
        await Adapter.SendAsync(Out(new Effect.OpenForm(new("form-token", "Change", [new("minutes", "Minutes", true, 3), new("why", "Why", false, 100)]))) with { InReplyTo = press.Inbound.From.DeliveryId }, Ct);

        await Driver.FillAsync("ana", [new("minutes", "20")], Ct);
        var form = Assert.IsType<Inbound.Form>((await Driver.NextAsync(Ct)).Inbound);

        Assert.Equal("form-token", form.Token);
        Assert.Equal("20", form.Fields.First(field => field.Name == "minutes").Value);
        Assert.Equal("token-Change", Assert.IsType<Inbound.Choice>(press.Inbound).Token);
    }

    [Fact]
    public async Task Delivers_the_chosen_option_of_a_menu()
    {
        await Show("score", new Control.Select("Impact", "menu-token", [new("1", "one"), new("2", "two")]));

        await Driver.PressAsync("ana", Driver.Channel, "2", Ct);

        var choice = Assert.IsType<Inbound.Choice>((await Driver.NextAsync(Ct)).Inbound);
        Assert.Equal(("menu-token", "two"), (choice.Token, choice.Value));
    }

    [Fact]
    public async Task Opens_a_public_place_that_others_read()
    {
        var place = await Open(Openness.Public, "k");

        await Adapter.SendAsync(Out(Shown("inside"), place), Ct);

        Assert.Single(await Driver.SeesAsync("ben", place, Ct));
    }

    [Fact]
    public async Task Opens_a_private_place_for_those_invited()
    {
        var place = await Open(Openness.Private, "k");

        await Adapter.SendAsync(Out(Shown("inside"), place), Ct);

        Assert.Single(await Driver.SeesAsync("ana", place, Ct));
        Assert.Empty(await Driver.SeesAsync("ben", place, Ct));
    }

    [Fact]
    public async Task Opens_direct_messages()
    {
        var place = await Open(Openness.Dm, "k");

        var said = await Adapter.SendAsync(Out(Shown("hello") with { To = new Where.Dm(Driver.Person("ana")) }, null), Ct);

        Assert.Equal(place, said.Place);
        Assert.Empty(await Driver.SeesAsync("ben", place, Ct));
    }

    [Fact]
    public async Task Opens_one_place_when_told_twice()
    {
        var first = await Open(Openness.Public, "same");
        await Driver.RestartAsync(Ct);

        var second = await Open(Openness.Public, "same");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_closed_place_stays_readable_and_takes_no_more_answers()
    {
        var place = await Open(Openness.Public, "k");
        await Adapter.SendAsync(Out(Shown("the end"), place), Ct);

        await Adapter.SendAsync(Out(new Effect.ClosePlace(), place), Ct);

        Assert.Single(await Driver.SeesAsync("ana", place, Ct));
        Assert.False(await Driver.CanWriteAsync("ana", place, Ct));
    }

    [Fact]
    public async Task Says_that_a_deleted_place_is_gone()
    {
        var place = await Open(Openness.Public, "k");
        await Driver.DeleteChannelAsync(place, Ct);

        var failed = await Assert.ThrowsAsync<SendException>(() => Adapter.SendAsync(Out(Shown("anybody?"), place), Ct));

        Assert.Equal(SendFault.PlaceGone, failed.Fault);
    }

    [Fact]
    public async Task Says_that_direct_messages_are_closed()
    {
        await Driver.CloseDmsAsync("ana", Ct);

        var failed = await Assert.ThrowsAsync<SendException>(() => Adapter.SendAsync(Out(Shown("hello") with { To = new Where.Dm(Driver.Person("ana")) }, null), Ct));

        Assert.Equal(SendFault.DmClosed, failed.Fault);
    }

    [Fact]
    public async Task Shows_the_same_key_once_even_after_a_restart()
    {
        var once = Out(Shown("once"));
        var first = await Adapter.SendAsync(once, Ct);
        await Driver.RestartAsync(Ct);

        var second = await Adapter.SendAsync(once, Ct);

        Assert.Equal(first.MessageIds, second.MessageIds);
        Assert.Single(await Driver.SeesAsync("ana", Driver.Channel, Ct));
    }

    [Fact]
    public async Task Takes_the_controls_from_the_older_message()
    {
        var old = await Show("old", Button("Done"));

        await Adapter.SendAsync(Out(Shown("new", Button("Next"))) with { Strip = new(Driver.Channel, old.MessageIds, new(Prose.Markdown("old"))) }, Ct);

        Assert.Equal(["", "Next"], (await Driver.SeesAsync("ana", Driver.Channel, Ct)).Select(message => string.Join(' ', message.Labels)));
    }

    [Fact]
    public async Task Shows_a_long_text_whole()
    {
        var words = Enumerable.Range(0, 1500).Select(at => $"word{at}").ToList();

        var receipt = await Show(string.Join(' ', words));

        var text = string.Join(' ', (await Driver.SeesAsync("ana", Driver.Channel, Ct)).Where(message => receipt.MessageIds.Contains(message.Id)).Select(message => message.Text));
        Assert.Equal(words, text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("**bold** _it_ `code` ~~gone~~ ||spoiler|| > quote # head")]
    [InlineData("@everyone @here <@123> <!channel> <#5> <http://evil|click>")]
    [InlineData("[link](http://evil) :smile: &lt;b&gt; \\*escaped\\*")]
    public async Task Shows_what_somebody_typed_to_the_letter(string typed)
    {
        var shown = await Adapter.SendAsync(Out(Shown("") with { Message = new(Prose.Of($"You said {typed}.")) }), Ct);

        Assert.Equal($"You said {typed}.", (await Seen("ana")).Text);
        Assert.Empty(await Driver.PingedAsync(shown.MessageIds[0], Ct));
    }

    [Fact]
    public async Task Delivers_texts_edits_and_deletions_of_a_person_in_their_place()
    {
        var id = await Driver.SayAsync("ana", Driver.Channel, "frist", Ct);
        await Driver.EditAsync("ana", Driver.Channel, id, "first", Ct);
        await Driver.DeleteAsync("ana", Driver.Channel, id, Ct);

        var said = Assert.IsType<Inbound.Text>((await Driver.NextAsync(Ct)).Inbound);
        var edited = Assert.IsType<Inbound.Edited>((await Driver.NextAsync(Ct)).Inbound);
        var deleted = Assert.IsType<Inbound.Deleted>((await Driver.NextAsync(Ct)).Inbound);

        Assert.Equal(("frist", "first"), (said.Body, edited.Body));
        Assert.Equal([id, id, id], [said.MessageId, edited.MessageId, deleted.MessageId]);
        Assert.Equal((Driver.Person("ana"), Driver.Channel), (said.From.Person, said.From.Place));
    }

    [Fact]
    public async Task Delivers_a_very_long_paste_whole()
    {
        var paste = string.Join('\n', Enumerable.Range(0, 800).Select(at => $"line {at}"));

        await Driver.SayAsync("ana", Driver.Channel, paste, Ct);

        var inbound = (await Driver.NextAsync(Ct)).Inbound;
        Assert.Equal(paste, inbound is Inbound.Attached attached ? attached.Body : ((Inbound.Text)inbound).Body);
    }

    [Fact]
    public async Task Delivers_again_what_was_not_kept()
    {
        await Driver.SayAsync("ana", Driver.Channel, "my answer", Ct);
        var first = await Driver.NextAsync(Ct);
        await first.Settle(Settlement.NotKept("The disk is full."));
        await Driver.WaitForRedeliveryAsync(Ct);

        var second = await Driver.NextAsync(Ct);

        Assert.Equal(first.Inbound.From.DeliveryId, second.Inbound.From.DeliveryId);
        Assert.Equal("my answer", Assert.IsType<Inbound.Text>(second.Inbound).Body);
    }

    [Fact]
    public async Task Does_not_deliver_again_what_was_kept()
    {
        await Driver.SayAsync("ana", Driver.Channel, "my answer", Ct);
        await (await Driver.NextAsync(Ct)).Settle(Settlement.Done(answered: false));

        await Driver.RestartAsync(Ct);

        Assert.True(Driver.IsQuiet);
    }

    [Fact]
    public async Task Delivery_ids_are_unique_also_across_a_restart()
    {
        await Driver.SayAsync("ana", Driver.Channel, "one", Ct);
        await Driver.SayAsync("ben", Driver.Channel, "two", Ct);
        var (one, two) = (await Driver.NextAsync(Ct), await Driver.NextAsync(Ct));
        await one.Settle(Settlement.Done(answered: false));
        await two.Settle(Settlement.Done(answered: false));
        await Driver.RestartAsync(Ct);
        await Driver.SayAsync("ana", Driver.Channel, "three", Ct);
        var three = await Driver.NextAsync(Ct);

        Assert.Equal(3, new HashSet<string>([one.Inbound.From.DeliveryId, two.Inbound.From.DeliveryId, three.Inbound.From.DeliveryId]).Count);
    }

    private Task<PlaceId> Open(Openness openness, string key) => Open(openness, key, [Driver.Person("ana")]);

    private async Task<PlaceId> Open(Openness openness, string key, Seq<PersonId> people)
    {
        var receipt = await Adapter.SendAsync(Out(new Effect.OpenPlace(Driver.Channel, "Coding mock", openness, people), null) with { Key = key }, Ct);
        return receipt.Place!.Value;
    }

    private Task<Receipt> Show(string text, params Control[] controls) => Adapter.SendAsync(Out(Shown(text, controls)), Ct);

    private async Task<Seen> Seen(string person) => (await Driver.SeesAsync(person, Driver.Channel, Ct))[^1];

    private Effect.Show Shown(string text, params Control[] controls) =>
        new(new Where.In(Driver.Channel), "slot", new(Prose.Markdown(text)) { Controls = controls.ToSeq() }, null, []);

    private static Control.Button Button(string label) => new(label, "token-" + label);

    private Outbound Out(Effect effect) => Out(effect, Driver.Channel);

    private Outbound Out(Effect effect, PlaceId? place) => new() { Key = $"key-{++keys}", Effect = effect, Place = place, InReplyTo = null };
}
