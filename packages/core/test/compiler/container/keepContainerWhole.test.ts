import { keepContainerWhole } from '../../../src/compiler/container/keepContainerWhole.ts';

interface Selection {
  chunks?: unknown;
  minChunks?: number;
}

interface SplitChunks extends Selection {
  cacheGroups?: Record<string, false | Selection>;
  fallbackCacheGroup?: Selection;
}

const chunk = (name: string | undefined, initial: boolean) =>
  ({ name, canBeInitial: () => initial }) as Parameters<
    Extract<SplitChunks['chunks'], (chunk: never) => boolean>
  >[0];

function selects(chunks: SplitChunks['chunks'], name: string | undefined, initial: boolean) {
  if (typeof chunks !== 'function') throw new Error(`not wrapped: ${String(chunks)}`);
  return chunks(chunk(name, initial));
}

test.each([
  ['all', true, true, true],
  ['initial', true, false, false],
  [/^main$/, true, false, false],
  [(one: { name?: string | undefined }) => one.name !== 'main', false, true, true],
] as const)(
  '%s: the container is left out, the others are as before',
  (chunks, main, async, unnamed) => {
    const splitChunks: SplitChunks = { chunks: chunks as NonNullable<SplitChunks['chunks']> };
    keepContainerWhole(splitChunks, 'shop');
    expect(selects(splitChunks.chunks, 'shop', true)).toBe(false);
    expect(selects(splitChunks.chunks, 'main', true)).toBe(main);
    expect(selects(splitChunks.chunks, 'async', false)).toBe(async);
    expect(selects(splitChunks.chunks, undefined, false)).toBe(unnamed);
  },
);

test('cache groups and the fallback group select for themselves', () => {
  const splitChunks: SplitChunks = {
    chunks: 'async',
    fallbackCacheGroup: Object.freeze({ chunks: 'all' }),
    cacheGroups: {
      vendor: Object.freeze({ chunks: 'all' }),
      inherits: { minChunks: 2 },
      default: false,
    },
  };
  keepContainerWhole(splitChunks, 'shop');
  const { vendor, inherits } = splitChunks.cacheGroups as Record<string, SplitChunks>;
  expect(selects(vendor?.chunks, 'shop', true)).toBe(false);
  expect(selects(vendor?.chunks, 'main', true)).toBe(true);
  expect(selects(splitChunks.fallbackCacheGroup?.chunks, 'shop', true)).toBe(false);
  expect(splitChunks.chunks).toBe('async');
  expect(inherits).toEqual({ minChunks: 2 });
});
