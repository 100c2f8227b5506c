// ical.js on calendar files. Reads one file as JSON text a line and prints, for each, its appointments:
// uid, zone, wall time as the file says it, seconds that this is ahead of UTC, minutes, summary, description.
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';

for await (const line of createInterface({ input: process.stdin })) {
  const calendar = new ICAL.Component(ICAL.parse(JSON.parse(line)));
  const zones = new Map(calendar.getAllSubcomponents('vtimezone').map(zone => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]));
  const appointments = calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    const zone = component.getFirstProperty('dtstart').getParameter('tzid') ?? null;
    if (zone !== null && !zones.has(zone)) throw new Error(`${zone} has no rules in the file`);
    const start = event.startDate;
    return {
      uid: event.uid, zone, wall: start.toString(), isDay: start.isDate,
      offset: zone === null ? 0 : zones.get(zone).utcOffset(start),
      minutes: Math.round(event.duration.toSeconds() / 60), summary: event.summary, description: event.description ?? '',
    };
  });
  process.stdout.write(`${JSON.stringify(appointments)}\n`);
}
