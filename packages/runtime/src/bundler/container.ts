import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import type { ContainerInitOptions, ShareScope, ShareScopeMap } from '../protocol/container.ts';
import { scopeOf, toList } from '../share/provide.ts';
import type { Glue } from './require.ts';

/** `get` and `init` of the container. */
export function installContainer({ req, state }: Glue): void {
  req.getContainer = (expose, getScope) => {
    const { moduleMap } = req.initializeExposesData!;
    const load = own(moduleMap, expose);
    if (!load) {
      // 2.x hosts and those of webpack look for these words.
      let detail = `Module "${expose}" does not exist in container.`;
      if (__DEV__) detail += ' It exposes ' + Object.keys(moduleMap).join(', ');
      return Promise.reject(
        federationError('RUNTIME-014', { remote: state.name, module: expose, detail }),
      );
    }
    req.R = getScope;
    const result = load();
    req.R = undefined;
    return result;
  };

  req.initContainer = (shareScope, initScope, options) => {
    const { shareScope: names } = req.initializeExposesData!;
    adopt(state.shareScopeMap, names, shareScope, options);
    return req.I(names, initScope);
  };
}

/** From here on the scopes of this build are those of the host. */
function adopt(
  map: ShareScopeMap,
  names: string | string[],
  shareScope: ShareScope,
  options: ContainerInitOptions = {},
): void {
  const { shareScopeKeys, shareScopeMap: hostMap } = options;
  const several = Array.isArray(names) ? names : shareScopeKeys;
  if (hostMap && Array.isArray(several)) {
    for (const name of several) map[name] = scopeOf(hostMap, name);
  } else {
    map[toList(names)[0]!] = shareScope;
  }
}
