import type { RuntimeBundler, RuntimeCompiler, RuntimeModuleClass } from './RuntimeCompiler.ts';

/** A piece of text in a runtime chunk. */
export interface RuntimePiece {
  readonly name: string;
  readonly text: string;
  readonly stage: 'STAGE_NORMAL' | 'STAGE_BASIC' | 'STAGE_ATTACH' | 'STAGE_TRIGGER';
  /** Whether the text stands at the top level of an ES module, where it can `await`. */
  readonly topLevel?: boolean;
}

export type FederationRuntimeModuleClass = new (piece: RuntimePiece) => object;

export function federationRuntimeModule({
  webpack,
}: RuntimeCompiler): FederationRuntimeModuleClass {
  const { RuntimeModule, runtime } = webpack as RuntimeBundler;
  const Base: RuntimeModuleClass = runtime?.RuntimeModule ?? RuntimeModule;
  return class FederationRuntimeModule extends Base {
    readonly piece: RuntimePiece;

    constructor(piece: RuntimePiece) {
      super(piece.name, Base[piece.stage]);
      this.piece = piece;
    }

    shouldIsolate(): boolean {
      return !this.piece.topLevel;
    }

    generate(): string {
      return this.piece.text;
    }
  };
}
