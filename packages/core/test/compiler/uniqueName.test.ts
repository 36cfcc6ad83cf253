import { setUniqueName } from '../../src/compiler/uniqueName.ts';

class ReactRefreshPlugin {}
class OtherPlugin {}
const plugin = new OtherPlugin();
const refresh = new ReactRefreshPlugin();

it.each<[string, string | undefined, object[], string | undefined, boolean]>([
  ['is that of the app', undefined, [plugin], 'app', false],
  ['is what the user wrote', 'own', [refresh, plugin], 'own', false],
  ['is told to come too late', undefined, [refresh, plugin], 'app', true],
  [
    'is told so beside what is no class',
    undefined,
    [Object.create(null) as object, refresh, plugin],
    'app',
    true,
  ],
  ['comes in time', undefined, [plugin, refresh], 'app', false],
  ['is that of an app whose plugin another one applies', undefined, [refresh], 'app', false],
])('the name %s', (_, uniqueName, plugins, expected, isLate) => {
  const options = { mode: 'development', output: { uniqueName }, plugins };
  const notice = setUniqueName(options, 'app', plugin);
  expect(options.output.uniqueName).toBe(expected);
  expect(!!notice).toBe(isLate);
});

it.each(['production', undefined])('is no matter in production: %s', (mode) => {
  const options = { mode, output: {}, plugins: [refresh, plugin] };
  expect(setUniqueName(options, 'app', plugin)).toBeUndefined();
});

it('an app without a name has none', () => {
  const options = { output: { uniqueName: undefined } };
  expect(setUniqueName(options, '', plugin)).toBeUndefined();
  expect(options.output.uniqueName).toBeUndefined();
});
