// Bolt against the fake Slack. Prints one line for each step it got through, then "done".
import bolt from '@slack/bolt';

const [api, token, appToken] = process.argv.slice(2);
const { App, LogLevel, SocketModeReceiver } = bolt;
const say = (line) => process.stdout.write(`${line}\n`);
const fail = (error) => { say(`error ${error?.stack ?? error} ${JSON.stringify(error?.data ?? {})}`); process.exit(1); };
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);

const clientOptions = { slackApiUrl: api, retryConfig: { retries: 2, factor: 1, minTimeout: 50, maxTimeout: 50 } };
// A short ping timeout makes its pause before it connects again short too.
const receiver = new SocketModeReceiver({ appToken, clientPingTimeout: 500, serverPingTimeout: 2000, logLevel: LogLevel.ERROR, installerOptions: { clientOptions } });
const app = new App({ token, receiver, clientOptions, logLevel: LogLevel.ERROR });
app.error(async (error) => fail(error));
receiver.client.on('connected', () => say('connected'));
receiver.client.on('close', () => say('closed'));

const plain = (text) => ({ type: 'plain_text', text });
const form = () => ({
  type: 'modal', callback_id: 'judge-form', title: plain('A form'), submit: plain('Send'), close: plain('Cancel'),
  blocks: [
    { type: 'input', block_id: 'why', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'text' } },
    { type: 'input', block_id: 'round', label: plain('Round'), element: { type: 'static_select', action_id: 'pick', options: [{ text: plain('Coding'), value: 'coding' }, { text: plain('Design'), value: 'design' }] } },
  ],
});

app.command('/mock', async ({ command, ack, respond }) => {
  await ack({ response_type: 'ephemeral', text: `You said ${command.text}.` });
  await respond({ response_type: 'ephemeral', text: 'And more.' });
  await respond({ response_type: 'in_channel', text: 'For everyone.', replace_original: false });
  say(`command ${command.text}`);
});

app.message(/^limited/, async ({ message, client }) => {
  await client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'white_check_mark' });
  say('reacted');
});

app.message(/^card/, async ({ message, client }) => {
  const posted = await client.chat.postMessage({
    channel: message.channel, thread_ts: message.ts, text: 'A card.', metadata: { event_type: 'judge', event_payload: { key: 'one' } },
    blocks: [
      { type: 'section', text: plain('A card.') },
      { type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'open', text: plain('Open'), value: 'a-token' }, { type: 'button', action_id: 'more', text: plain('More'), value: 'b' }] },
    ],
  });
  const read = await client.conversations.replies({ channel: message.channel, ts: message.ts, include_all_metadata: true });
  say(`card ${posted.ok} ${read.messages.length} ${read.messages[1].metadata.event_payload.key}`);
});

app.event('app_mention', async ({ event }) => say(`mention ${event.text}`));
app.message(/^hello/, async ({ message, say: answer, client }) => {
  const who = await client.users.info({ user: message.user });
  await answer({ text: `Hello, ${who.user.tz}.`, thread_ts: message.ts });
  say(`message ${message.channel_type} ${message.text}`);
});
app.message(/^after the gap/, async () => say('heard again'));
app.message(/^finish/, async () => {
  say('done');
  await app.stop();
  process.exit(0);
});
app.event('message', async ({ event }) => {
  if (event.subtype === 'message_changed' && !event.message.bot_id) say(`changed ${event.message.text} from ${event.previous_message.text}`);
  if (event.subtype === 'message_deleted') say(`deleted ${event.deleted_ts}`);
  if (event.subtype === 'file_share' && event.files) {
    const answer = await fetch(event.files[0].url_private_download, { headers: { Authorization: `Bearer ${token}` } });
    say(`file ${event.files[0].name} ${await answer.text()}`);
  }
});

app.action('open', async ({ ack, body, action, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: form() });
  say(`button ${action.value} ${body.message.thread_ts ? 'in a thread' : ''}`);
});
app.action('more', async ({ ack, body, client, respond }) => {
  await ack();
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'The card, without buttons.' });
  await respond({ response_type: 'ephemeral', replace_original: false, text: 'Taken away.' });
  say('more');
});
app.view('judge-form', async ({ ack, view, body, client }) => {
  const why = view.state.values.why.text.value;
  if (why.length < 3) {
    await ack({ response_action: 'errors', errors: { why: 'Longer, please.' } });
    return say('refused');
  }
  await ack();
  const dm = await client.conversations.open({ users: body.user.id });
  await client.chat.postMessage({ channel: dm.channel.id, text: `Got ${why}.` });
  say(`form ${why} ${view.state.values.round.pick.selected_option.value}`);
});
app.event('app_home_opened', async ({ event, client }) => {
  if (event.tab !== 'home') return;
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text: plain('Nothing runs.') }, { type: 'actions', elements: [{ type: 'button', action_id: 'start', text: plain('Start') }] }] } });
  say(`home ${event.view ? 'again' : 'first'}`);
});
app.action('start', async ({ ack, body }) => {
  await ack();
  say(`start from ${body.view.type}`);
});
app.shortcut('judge-global', async ({ ack, shortcut, client }) => {
  await ack();
  const opened = await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
  await client.views.update({ view_id: opened.view.id, hash: opened.view.hash, view: { ...form(), title: plain('Changed') } });
  say('global shortcut');
});
app.shortcut('judge-message', async ({ ack, shortcut, client }) => {
  await ack();
  await client.filesUploadV2({ channel_id: shortcut.channel.id, thread_ts: shortcut.message.ts, filename: 'notes.txt', content: 'Some notes.', initial_comment: 'Here.' });
  say(`message shortcut ${shortcut.message.text}`);
});

try {
  await app.start();
  const me = await app.client.auth.test();
  say(`ready ${me.user_id} ${me.bot_id}`);
} catch (error) { fail(error); }
