using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Writes what became of outbox rows, inside the lane's open transaction.</summary>
internal sealed class MarkWriter(Outbox outbox, Turn turn)
{
    public void Write(Mark mark, DateTimeOffset now, Pending pending)
    {
        switch (mark)
        {
            case Mark.Sent sent:
                Sent(sent, now);
                break;
            case Mark.Retry retry:
                outbox.Retry(retry.RowId, retry.NotBefore, ChatJson.WriteIds(retry.SentSoFar), retry.Error, retry.InDoubt);
                break;
            case Mark.Dead dead:
                if (!outbox.Dead(dead.RowId, dead.Error) || dead.Gone is null) break;
                outbox.DropAfter(dead.RowId, dead.Conversation);
                turn.Run(dead.Gone, pending);
                break;
        }
        if (mark.Forgets) outbox.Forget(mark.RowId);
    }

    private void Sent(Mark.Sent sent, DateTimeOffset now)
    {
        // A row that was erased while it was on its way leaves nothing behind.
        if (!outbox.Sent(sent.RowId, now, sent.Place, ChatJson.WriteIds(sent.MessageIds)) || sent.Place is not { } place) return;
        switch (sent.Effect)
        {
            case Effect.Show show:
                if (show.To is Where.Dm dm) outbox.OpenDirect(dm.Person, place);
                if (sent.Stream is not { } stream || show.Only is not null) break;
                outbox.Fill(stream, show.Slot, place, ChatJson.WriteIds(sent.MessageIds), sent.RowId, show.Message.Controls.Count > 0, ChatJson.Write(show.Message));
                if (sent.Stripped is { } slot) outbox.Strip(stream, slot);
                break;
            case Effect.OpenPlace when sent.Stream is { } opened:
                outbox.OpenHome(opened, place, now);
                break;
        }
    }
}
