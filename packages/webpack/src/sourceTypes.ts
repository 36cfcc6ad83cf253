import type { Chunk, CodeGenerationResult, Compilation, Module } from './Webpack.ts';

/**
 * Source types of our modules, by which the runtime and the tables find them. They are not webpack's own names, whose
 * runtime modules would take them for theirs when its plugins are in the same build.
 */
export const sourceTypes = {
  expose: 'hansa-expose',
  remote: 'hansa-remote',
  consume: 'hansa-consume',
  provide: 'hansa-provide',
} as const;

/** What a module leaves for the table of its source type. */
export function codeData(
  sourceType: string,
  value: unknown,
): NonNullable<CodeGenerationResult['data']> {
  return new Map([[sourceType, value]]) as unknown as NonNullable<CodeGenerationResult['data']>;
}

/** What {@link codeData} left; nothing where the module could not be printed, which webpack has reported. */
export function codeDataOf<Data>(
  { codeGenerationResults }: Compilation,
  module: Module,
  { runtime }: Chunk,
  sourceType: string,
): Data | undefined {
  return codeGenerationResults!.getData(module, runtime, sourceType as never) as Data | undefined;
}
