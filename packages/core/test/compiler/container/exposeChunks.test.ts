import { withOwnChunks } from '../../../src/compiler/container/exposeChunks.ts';
import { chunkNameFor } from '../../../src/options/exposes.ts';
import { containerOf } from '../../manifest/plan.ts';

const container = (name: string, ...keys: string[]) =>
  containerOf({
    name,
    exposes: keys.map((key) => ({ key, import: [key], chunkName: chunkNameFor(key, new Set()) })),
  });

test('no two exposes of a build have a chunk of one default name', () => {
  const compiler = {};
  const chunks = [container('a', './a'), container('x', './a', './x/a')].flatMap(
    (one) => withOwnChunks(compiler, one).exposes,
  );
  expect(new Set(chunks.map(({ chunkName }) => chunkName)).size).toBe(3);
  expect(chunks[0]!.chunkName).toBe('__federation_expose_a');
});
