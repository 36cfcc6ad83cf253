import { fileOf } from '../../src/sharing/paths.ts';

test.each([
  ['/app/a.js', '/app/a.js'],
  ['/app/a.js?inline', '/app/a.js'],
  ['/app/a.js?inline#part', '/app/a.js'],
  ['/a\0#b/c.js#part', '/a#b/c.js'],
  ['/a\0?b/c.js?inline', '/a?b/c.js'],
])('the file of %j', (resource, file) => {
  expect(fileOf(resource)).toBe(file);
});
