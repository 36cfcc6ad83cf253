import { consumeIdentity, provideIdentity } from '../../src/compiler/shareIdentity.ts';

it.each([
  ['(default) react@19.0.0 = /n/react/index.js', 'default', 'react', '19.0.0', '/n/react/index.js'],
  [
    '(default) @s/pkg/sub@0 = /n/.pnpm/@s+pkg@1/a = b.js?x',
    'default',
    '@s/pkg/sub',
    '0',
    '/n/.pnpm/@s+pkg@1/a = b.js?x',
  ],
  ['(a|b) a@1.0.0 = |/n/a.js|', 'a|b', 'a', '1.0.0', '/n/a.js'],
  ['(a|b) ui@1.0.0-rc.1+7 = C:\\n\\ui.js', 'a|b', 'ui', '1.0.0-rc.1+7', 'C:\\n\\ui.js'],
])('reads who provides: %s', (text, shareScope, shareKey, version, file) => {
  const identity = provideIdentity(`provide shared module ${text}`);
  expect(identity).toEqual({ shareScope, shareKey, version, file });
});

it.each([
  ['(default) react@*', 'react', '*', undefined],
  ['(default) dep@npm:@o/other@^1.0 (strict)', 'dep', 'npm:@o/other@^1.0', undefined],
  ['(default) own@2@^2 (singleton)', 'own@2', '^2', undefined],
  ['(default) react@^19 (strict) (fallback: /n/r (1)@19/i.js)', 'react', '^19', '/n/r (1)@19/i.js'],
  ['(default) @s/pkg/sub@>=1 <2 || ^3 (singleton)', '@s/pkg/sub', '>=1 <2 || ^3', undefined],
  ['(default) a@1 (fallback: |/n/a (1).js|) (eager)', 'a', '1', '/n/a (1).js'],
  ['(default) ui@1 (strict) (singleton) (fallback: /ui.js) (eager)', 'ui', '1', '/ui.js'],
])('reads who consumes: %s', (text, shareKey, range, file) => {
  const identity = consumeIdentity(`consume shared module ${text}`);
  expect(identity).toEqual({ shareScope: 'default', shareKey, range, file });
});

it('knows no other module', () => {
  expect(provideIdentity('/src/provide shared module (default) a@1 = b')).toBeUndefined();
  expect(consumeIdentity('remote (default) webpack/container/reference/a ./b')).toBeUndefined();
});
