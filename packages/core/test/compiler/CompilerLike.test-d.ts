import type { Compiler as RspackCompiler } from '@rspack/core';
import type { Compiler as WebpackCompiler } from 'webpack';
import type { CompilerLike } from '../../src/compiler/CompilerLike.ts';

export const fromWebpack = (compiler: WebpackCompiler): CompilerLike => compiler;
export const fromRspack = (compiler: RspackCompiler): CompilerLike => compiler;
