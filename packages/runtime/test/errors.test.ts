import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { federationError, hints, texts } from '../src/errors.ts';

const page = readFileSync(join(__dirname, '../README.md'), 'utf8');
const codes = Object.keys(texts) as (keyof typeof texts)[];

test.each(codes)('the message of %s leads to its place in the README', (code) => {
  const { message } = federationError(code, {});
  expect(message).toContain(`https://npmjs.com/package/@hansa/runtime#${code} `);
  expect(page).toContain(`<a id="${code}">`);
});

test.each(Object.keys(hints))('the README explains the reason %s', (reason) => {
  expect(page).toContain(`| \`${reason}\` `);
});

test('of a file behind an expose the text is another than that of the entry', () => {
  const { message } = federationError('RUNTIME-008', { phase: 'chunk' });
  expect(message).toContain('its build has errors. https:');
});

test('the README explains no code that there is not', () => {
  const listed = [...page.matchAll(/<a id="(.+?)">/g)].map(([, code]) => code);
  expect(listed).toEqual(codes);
});
