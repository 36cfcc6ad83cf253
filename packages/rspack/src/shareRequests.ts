import {
  filtersVersions,
  isPath,
  OptionsError,
  type FederationPlan,
  type OptionProblem,
  type ShareMatchPlan,
} from '@hansa/core';

/** What stands before a request that is not to be shared; an alias takes it away again when the request is resolved. */
export const UNSHARED = 'hansa-unshared/';

/** The request by which a native plugin knows a share: one for a layer must not match what other layers import. */
export function nativeRequest({ request, issuerLayer }: ShareMatchPlan): string {
  return issuerLayer === undefined ? request : `hansa-layer/${issuerLayer}/${request}`;
}

/** Whether Rspack's own matching is not enough for a share. */
export function needsGate(share: ShareMatchPlan): boolean {
  const { issuerLayer, include, exclude, allowNodeModulesSuffixMatch } = share;
  return (
    issuerLayer !== undefined ||
    filtersVersions(share) ||
    include?.request !== undefined ||
    exclude?.request !== undefined ||
    allowNodeModulesSuffixMatch === true
  );
}

/**
 * Refuses what Rspack has no hook for.
 * @throws OptionsError
 */
export function refuseUnsupported({ container, consumes, provides }: FederationPlan): void {
  const problems: OptionProblem[] = [];
  const refuse = (path: string, message: string): unknown =>
    problems.push({ code: 'NOT_SUPPORTED', path, message });
  if (container?.library.type === 'modern-module') {
    refuse('library.type', 'Rspack links such chunks past the federation, use `module`');
  }
  for (const { key, layer } of container?.exposes ?? []) {
    if (layer === undefined) continue;
    refuse(
      `exposes[${JSON.stringify(key)}].layer`,
      `Rspack cannot set it, write a rule \`{ layer: "${layer}" }\` for the module into module.rules`,
    );
  }
  for (const share of consumes) {
    const path = optionPath(share);
    if (share.layer !== undefined) {
      refuse(
        `${path}.layer`,
        'Rspack has no layered shares, use `issuerLayer` with a `shareKey` and an `import` of its own',
      );
    }
    if (isPath(share.request) && needsGate(share)) {
      refuse(path, 'Rspack cannot filter a share by path, write it by name');
    }
  }
  for (const share of twice(provides)) {
    refuse(
      `${optionPath(share)}.shareKey`,
      'Rspack provides a module under one key only, give one of the shares another `import`',
    );
  }
  if (problems.length) throw new OptionsError(problems);
}

function optionPath({ request }: ShareMatchPlan): string {
  return `shared[${JSON.stringify(request)}]`;
}

/** Those whose module is provided under another key already. */
function twice(provides: FederationPlan['provides']): FederationPlan['provides'] {
  const keys = new Map<string, string>();
  return provides.filter(({ request, shareKey, shareScope }) => {
    const key = `${shareScope.join('|')} ${shareKey}`;
    const first = keys.get(request) ?? key;
    keys.set(request, first);
    return first !== key;
  });
}
