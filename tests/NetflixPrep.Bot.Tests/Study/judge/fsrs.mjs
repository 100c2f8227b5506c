// ts-fsrs on histories of reviews. Reads one history a line, such as [[0,3],[2,1]] (days since the review before, grade),
// and prints one line for each: stability, difficulty, days to the next review and lapses after each review.
import { createInterface } from 'node:readline';
import { createEmptyCard, fsrs } from 'ts-fsrs';

const scheduler = fsrs({ request_retention: 0.9, maximum_interval: 36500, enable_short_term: false, enable_fuzz: false });
const day = 24 * 60 * 60 * 1000;

for await (const line of createInterface({ input: process.stdin })) {
  let now = Date.UTC(2026, 0, 5);
  let card = createEmptyCard(new Date(now));
  const after = [];
  for (const [gap, grade] of JSON.parse(line)) {
    now += gap * day;
    card = scheduler.next(card, new Date(now), grade).card;
    after.push([card.stability, card.difficulty, card.scheduled_days, card.lapses]);
  }
  process.stdout.write(`${JSON.stringify(after)}\n`);
}
