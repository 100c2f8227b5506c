// discord.js against the fake Discord. Prints one line for each step it got through, then "done".
import { Client, Partials } from 'discord.js';

const [api, token] = process.argv.slice(2);
const base = new URL(api).origin;
const client = new Client({
  intents: [1, 512, 4096, 32768],
  partials: [Partials.Channel],
  enforceNonce: true,
  rest: { api: `${base}/api`, version: '10', cdn: `${base}/cdn`, retries: 1, timeout: 5000, globalRequestsPerSecond: 50, offset: 0 },
  ws: { version: 10 },
});
const say = (line) => process.stdout.write(`${line}\n`);
const fail = (error) => { say(`error ${error?.stack ?? error}`); process.exit(1); };
process.on('unhandledRejection', fail);
client.on('error', fail);
client.on('shardResume', (id, replayed) => say(`resumed ${replayed}`));
client.once('clientReady', () => say(`ready ${client.user.id} ${client.guilds.cache.size}`));

client.on('interactionCreate', async (interaction) => {
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: 'One', value: 'one' }]);
      return say('completed');
    }
    if (interaction.isChatInputCommand()) {
      const reply = await interaction.reply({ content: `You said ${interaction.options.getString('round')}.`, withResponse: true });
      return say(`command ${interaction.commandName} ${interaction.options.getSubcommand()} ${reply.resource?.message?.id ? 'with message' : 'without message'}`);
    }
    if (interaction.isButton()) {
      await interaction.showModal({ custom_id: 'judge-form', title: 'A form', components: [{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } }] });
      return say('button');
    }
    if (interaction.isModalSubmit()) {
      await interaction.deferReply({ flags: 64 });
      await interaction.editReply('Got it.');
      await interaction.followUp({ content: 'And more.', flags: 64 });
      return say(`form ${interaction.fields.getTextInputValue('why')}`);
    }
  } catch (error) { fail(error); }
});

client.on('messageCreate', async (message) => {
  try {
    if (message.author.bot) return;
    if (message.content === 'finish') {
      say('done');
      await client.destroy();
      return process.exit(0);
    }
    if (message.content === 'thread') {
      const thread = await message.channel.threads.create({ name: 'From the judge', type: 12, invitable: false });
      await thread.members.add(message.author.id);
      const posted = await thread.send('In the thread.');
      await posted.edit('In the thread, changed.');
      return say('thread');
    }
    if (message.channel.isThread()) {
      await message.reply('Read in the thread.');
      await message.channel.setLocked(true);
      await message.channel.setArchived(true);
      return say(`message thread ${message.content}`);
    }
    const where = message.inGuild() ? 'guild' : 'dm';
    if (where === 'dm') await message.channel.send('Hello.');
    else await message.react('✅');
    say(`message ${where} ${message.content}`);
  } catch (error) { fail(error); }
});

client.login(token).catch(fail);
