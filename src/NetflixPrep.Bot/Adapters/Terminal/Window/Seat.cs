using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>Where the human at the keyboard sits: as which person, in which place, in which form. It takes whole lines and says what to print.</summary>
internal sealed class Seat
{
    private readonly TerminalHands hands;
    private readonly Action<string> say;
    private readonly WindowOptions options;
    private readonly Dictionary<string, int> unread = [];
    private bool offersSample;

    /// <param name="say">Prints a line of the window itself.</param>
    public Seat(TerminalHands hands, WindowOptions options, Action<string> say)
    {
        (this.hands, this.options, this.say) = (hands, options, say);
        (Person, Place) = (options.Person, hands.HomeOf(options.Person));
        offersSample = options.SampleCommand is not null;
    }

    public string Person { get; private set; }

    public string Place { get; private set; }

    public FormFilling? Form { get; private set; }

    public bool IsLeaving { get; private set; }

    /// <summary>Raised when another place or person is looked at: the view shows what stands there.</summary>
    public event Action? Moved;

    public string Prompt => Form?.Prompt ?? PromptText.Of(
        hands.Server.Now, hands.Server.Time.LocalTimeZone, Place, Person, Clock(),
        [.. unread.Select(each => (each.Key, each.Value))]);

    /// <summary>True when the fact is seen from here; new messages elsewhere are counted.</summary>
    public bool Sees(TerminalNotice notice)
    {
        switch (notice.Fact)
        {
            case TerminalFact.Opened opened when opened.People.Contains(Person) && opened.Place != Place:
                GoTo(opened.Place);
                return false;
            case TerminalFact.FormOpened form when form.Person == Person:
                StartForm(form.Form);
                return false;
            case TerminalFact.Shown { Only: { } only } when only != Person:
                return false;
            case TerminalFact.Acted { Deed: Deed.Press } when notice.Message is { Only: { } only } && only != Person:
                return false;
            case TerminalFact.Shown shown when shown.Place != Place:
                if (hands.Server.Read(state => state.Places.GetValueOrDefault(shown.Place)?.IsSeenBy(Person)) == true)
                {
                    unread[shown.Place] = unread.GetValueOrDefault(shown.Place) + 1;
                }
                return false;
            default:
                return PlaceOf(notice) == Place;
        }
    }

    /// <summary>Opens the form that was open when the program last ended.</summary>
    public void Resume()
    {
        if (hands.Server.Read(state => state.Forms.GetValueOrDefault(Person)) is { } open) StartForm(open.Form);
    }

    public async Task EnterAsync(string text, CancellationToken ct)
    {
        var line = text.Trim();
        if (Form is { } form)
        {
            AnswerForm(form, text);
        }
        else if (line.Length == 0)
        {
            if (offersSample) await hands.SayAsync(Person, Place, options.SampleCommand!, ct);
        }
        else if (!OwnCommand(line) && !Press(line))
        {
            await hands.SayAsync(Person, Place, text, ct);
        }
        offersSample = false;
    }

    /// <summary>Leaves the open form; false when none is open.</summary>
    public bool CancelForm()
    {
        if (Form is null) return false;
        Form = null;
        hands.LeaveForm(Person);
        say("Form left; nothing was sent.");
        return true;
    }

    private bool OwnCommand(string line)
    {
        var space = line.IndexOfAny([' ', '\n']);
        var (word, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        switch (word)
        {
            case "/as":
                As(rest);
                return true;
            case "/go":
                Go(rest);
                return true;
            case "/places":
                ListPlaces();
                return true;
            case "/edit":
                Say(rest.Length == 0 ? "Type the whole new text after /edit." : hands.Edit(Person, rest));
                return true;
            case "/delete":
                Say(hands.Delete(Person));
                return true;
            case "/cancel":
                say("No form is open.");
                return true;
            case "/dm-closed":
                hands.CloseDms(Person);
                return true;
            case "/leave" or "/quit" or "/exit":
                IsLeaving = true;
                return true;
            case "/window":
                foreach (var help in Help) say(help);
                return true;
            case "/text":
                Say(rest.Length == 0 ? "Type the message after /text." : hands.Say(Person, Place, rest));
                return true;
            default:
                return false;
        }
    }

    private bool Press(string line)
    {
        if (line is ['[', .., ']'] && hands.Find(Person, line[1..^1].Trim()) is { } labelled)
        {
            Say(hands.Press(Person, labelled.Message, labelled.Control));
            return true;
        }
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        // A number that is not a choice is a message: "300" may be the answer.
        var newest = hands.Server.Read(state => state.Places.GetValueOrDefault(Place)?.NewestFirst
            .FirstOrDefault(message => message.Sheet.Controls.Count > 0 && message.IsSeenBy(Person)));
        if (newest is null || MessageText.Pressables(newest.Sheet.Controls).FirstOrDefault(each => each.Number == number) is not { } control) return false;
        Say(hands.Press(Person, newest, control));
        return true;
    }

    private void AnswerForm(FormFilling form, string text)
    {
        if (text.Trim() == "/cancel")
        {
            CancelForm();
            return;
        }
        (Form, var complaint) = form.Answer(text);
        Say(complaint);
        if (complaint is null) Ask();
    }

    private void StartForm(FormSheet form)
    {
        Form = new(form, []);
        Ask();
    }

    private void Ask()
    {
        if (Form is not { } form) return;
        if (!form.IsDone)
        {
            foreach (var line in form.Question) say(line);
            return;
        }
        Form = null;
        Say(hands.Fill(Person, form.Answers));
    }

    private void As(string name)
    {
        name = name.TrimStart('@').ToLowerInvariant();
        if (name.Length == 0 || name == "bot" || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))
        {
            say("Say who, in letters and digits: /as ana");
            return;
        }
        Person = name;
        unread.Clear();
        GoTo(hands.HomeOf(name));
        Resume();
    }

    private void Go(string name)
    {
        if (name.Length == 0)
        {
            ListPlaces();
            return;
        }
        var (place, complaint) = hands.FindPlace(Person, name);
        if (place is null) say(complaint + ".");
        else GoTo(place);
    }

    private void GoTo(string place)
    {
        Place = place;
        unread.Remove(place);
        Moved?.Invoke();
    }

    private void ListPlaces()
    {
        var places = hands.Server.Read(state => state.PlacesOf(Person).Select(place => (place.Name, place.IsClosed)).ToList());
        foreach (var (name, closed) in places)
        {
            say($"  {name}{(name == Place ? " (here)" : "")}{(closed ? " (closed)" : "")}{(unread.TryGetValue(name, out var count) ? $" ({count} new)" : "")}");
        }
        say("Go there with /go and a part of the name.");
    }

    private void Say(string? sentence)
    {
        if (sentence is not null) say(sentence);
    }

    private Sheet? Clock() => hands.Server.Read(state => state.Places.GetValueOrDefault(Place) is not { } place ? null : place.NewestFirst
        .TakeWhile(message => message.Order > place.EndedAt)
        .FirstOrDefault(message => message.Author is null && message.Only is null && !message.IsDeleted)?.Sheet);

    private static string? PlaceOf(TerminalNotice notice) => notice.Fact switch
    {
        TerminalFact.Acted acted => acted.Place,
        TerminalFact.Shown shown => shown.Place,
        TerminalFact.Changed changed => changed.Place,
        TerminalFact.Opened opened => opened.Place,
        TerminalFact.Closed closed => closed.Place,
        TerminalFact.Removed removed => removed.Place,
        _ => notice.Message?.Place,
    };

    private static readonly string[] Help =
    [
        "The window's own commands; /help lists the bot's:",
        "  a number          presses that choice of the newest message here; [Label] works too",
        "  /as name          sit down as somebody else",
        "  /go place         look at a channel, a thread (a part of its name is enough) or @you",
        "  /places           all places, with what is new",
        "  /edit text        change your last message; /delete takes it back",
        "  /text words       send words as they are, also /words and numbers",
        "  ```               opens a block of several lines; ``` closes it. A paste is one message",
        "  /dm-closed        take no direct messages any more",
        "  /leave            end (also Ctrl-D); everything is saved, start again to go on",
    ];
}
