import { isObject, oneOf, type Option } from './validate.ts';

/** Types of externals that can yield a container. */
export const EXTERNAL_TYPES = [
  'script',
  'module',
  'import',
  'module-import',
  'promise',
  'var',
  'global',
  'window',
  'self',
  'this',
  'assign',
  'commonjs',
  'commonjs2',
  'commonjs-module',
  'commonjs-static',
  'node-commonjs',
  'amd',
  'amd-require',
  'umd',
  'umd2',
  'jsonp',
  'system',
] as const;

export type ExternalType = (typeof EXTERNAL_TYPES)[number];

/** Without `remoteType`, remotes are like our own container, but only if the user chose how that is. */
export function readRemoteType(option: Option, library?: Option): ExternalType {
  const libraryType = isObject(library?.value) ? library.value.type : undefined;
  const like = EXTERNAL_TYPES.find((type) => type === libraryType && type !== 'jsonp');
  return oneOf(option, EXTERNAL_TYPES) ?? like ?? 'script';
}
