import type { RuntimePiece } from './FederationRuntimeModule.ts';
import type { RuntimeBundler, RuntimeCompiler } from './RuntimeCompiler.ts';

interface PolicyPlace {
  readonly compiler: RuntimeCompiler;
  readonly requirements: Set<string>;
}

/**
 * What the runtime is to do for the policies of the page, as the text of an object: in builds with `output.trustedTypes` or
 * `output.crossOriginLoading`, and in those whose modules name `__webpack_nonce__`.
 */
export function policiesText({ compiler, requirements }: PolicyPlace): string | undefined {
  const { RuntimeGlobals } = compiler.webpack as RuntimeBundler;
  const { createScriptUrl, scriptNonce } = RuntimeGlobals;
  const members: string[] = [];
  const { trustedTypes, crossOriginLoading } = compiler.options.output;
  if (crossOriginLoading) members.push(`crossOrigin: ${JSON.stringify(crossOriginLoading)}`);
  if (trustedTypes) {
    requirements.add(createScriptUrl);
    members.push(`url: function (url) { return ${createScriptUrl}(url); }`);
  }
  if (requirements.has(scriptNonce)) {
    members.push(`nonce: function () { return ${scriptNonce}; }`);
  }
  return members.length ? `{ ${members.join(', ')} }` : undefined;
}

/**
 * Takes the nonce of the script that is running: what an entry waits for comes before any of its modules could set
 * `__webpack_nonce__`, and a container is let in by whoever loads it.
 * @param alone whether it is a container to which no runtime of the page hands it
 */
export function noncePieces(
  { compiler, requirements }: PolicyPlace,
  alone: boolean,
): RuntimePiece[] {
  const { scriptNonce } = (compiler.webpack as RuntimeBundler).RuntimeGlobals;
  // The modules that an ES module imports have its nonce.
  const isModule = compiler.options.output.module;
  if (!(requirements.has(scriptNonce) || (alone && !isModule))) return [];
  // Nobody tells an ES module by which script it came.
  const script = `document.${isModule ? `querySelector('script[nonce]')` : 'currentScript'}`;
  const text = `if (!${scriptNonce} && typeof document !== 'undefined' && ${script}) ${scriptNonce} = ${script}.nonce;`;
  return [{ name: 'federation nonce', stage: 'STAGE_TRIGGER', text }];
}
