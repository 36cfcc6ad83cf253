import * as fc from 'fast-check';

export interface Pair {
  version: string;
  range: string;
}

type Release = readonly [number, number, number];

const small = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(9, 10, 11, 99, 100) },
);
const release: fc.Arbitrary<Release> = fc.tuple(small, small, small);
const prerelease = fc.constantFrom(
  ...['-0', '-1', '-2', '-10', '-alpha', '-alpha.1', '-alpha.beta', '-beta', '-beta.2', '-beta.11'],
  ...['-rc', '-rc.1', '-rc.1.x', '-RC.1', '-a-b', '--', '-0a', '-x'],
);
const build = fc.constantFrom('+build', '+001', '+a.b-c.5');
const maybe = (part: fc.Arbitrary<string>, nothing: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: nothing, arbitrary: fc.constant('') }, { weight: 1, arbitrary: part });

/** A release at most one step away from the given one in each part, most often the same. */
function near([major, minor, patch]: Release): fc.Arbitrary<Release> {
  const step = (part: number): fc.Arbitrary<number> =>
    fc.constantFrom(part, part, part, part + 1, Math.max(0, part - 1));
  return fc.oneof(
    fc.constant([major, minor, patch] as const),
    fc.tuple(step(major), step(minor), step(patch)),
  );
}

/** `1.2.3-rc.1`, `v1.2.3`, `1.2`, `1.x`, `1.*.*`, `*`, and now and then `x.2`. */
function operand(around: Release): fc.Arbitrary<string> {
  const full = fc
    .tuple(maybe(fc.constant('v'), 9), near(around), maybe(prerelease, 1), maybe(build, 12))
    .map(([v, parts, pre, meta]) => v + parts.join('.') + pre + meta);
  const partial = near(around).chain((parts) =>
    fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('x', 'X', '*'),
        fc.integer({ min: 0, max: 15 }),
      )
      .map(([length, from, x, backwards]) =>
        parts
          .slice(0, length)
          .map((part, i) => ((backwards ? i >= from : i < from) ? x : part))
          .join('.'),
      ),
  );
  return fc.oneof({ weight: 4, arbitrary: full }, { weight: 2, arbitrary: partial });
}

function comparatorSet(around: Release): fc.Arbitrary<string> {
  const operator = fc.constantFrom('', '^', '^', '~', '~>', '>=', '>=', '<=', '<', '>', '=');
  const space = fc.constantFrom('', '', '', ' ', '  ');
  const comparator = fc.tuple(operator, space, operand(around)).map((parts) => parts.join(''));
  const simple = fc.array(comparator, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
  const hyphen = fc
    .tuple(operand(around), fc.constantFrom(' - ', '  -  '), operand(around))
    .map((parts) => parts.join(''));
  return fc.oneof(
    { weight: 12, arbitrary: simple },
    { weight: 4, arbitrary: hyphen },
    { weight: 1, arbitrary: fc.constantFrom('', ' ') },
  );
}

/** A version, and a range whose numbers are close to it. */
export const pair: fc.Arbitrary<Pair> = release.chain((around) =>
  fc.record({
    version: fc
      .tuple(maybe(fc.constant('v'), 20), maybe(prerelease, 2), maybe(build, 12))
      .map(([v, pre, meta]) => v + around.join('.') + pre + meta),
    range: fc
      .tuple(
        fc.array(comparatorSet(around), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('||', ' || '),
      )
      .map(([sets, or]) => sets.join(or)),
  }),
);

/** The same with one character of the range, or of the version, replaced, added or taken away. */
export const damagedPair: fc.Arbitrary<Pair> = fc
  .tuple(pair, fc.nat(), fc.constantFrom(...'0129.-xv<>=~^ |_a', ''), fc.nat(1), fc.nat(5))
  .map(([{ version, range }, at, text, remove, which]) => {
    const damage = (whole: string): string => {
      const start = at % (whole.length + 1);
      return whole.slice(0, start) + text + whole.slice(start + remove);
    };
    return which ? { version, range: damage(range) } : { version: damage(version), range };
  });

export const version: fc.Arbitrary<string> = pair.map((both) => both.version);
