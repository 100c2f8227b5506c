// Writes JSON Schemas of Slack's own types, one file for each type that wanted.ts exports, to the folder that is named.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createFormatter, createParser, createProgram, DEFAULT_CONFIG, SchemaGenerator } from 'ts-json-schema-generator';

const folder = process.argv[2];
// What we send must be known to the last name; what Slack sends is always more than its types tell.
const fits = (name) => ({ ...DEFAULT_CONFIG, path: 'wanted.ts', skipTypeCheck: true, additionalProperties: /^(answer|event|interactive|slash)_/.test(name), expose: 'all', jsDoc: 'none' });
const program = createProgram(fits(''));
mkdirSync(folder, { recursive: true });
for (const [, name] of readFileSync('wanted.ts', 'utf8').matchAll(/^export type (\w+)/gm)) {
  const config = fits(name);
  // A parser keeps what it has seen, and trips over it with the next type: each has its own.
  const schema = new SchemaGenerator(program, createParser(program, config), createFormatter(config), config).createSchema(name);
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(schema));
}
