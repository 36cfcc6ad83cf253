import { federationError } from '../errors.ts';
import { own } from '../own.ts';
import type { ContainerInitOptions, ShareScope } from '../protocol/container.ts';
import { mergeScope } from '../share/merge.ts';
import { scopeOf, toList } from '../share/provide.ts';
import { reportSecondHost } from '../share/report.ts';
import type { Glue } from './require.ts';

/** `get` and `init` of the container. */
export function installContainer({ req, state }: Glue): void {
  req.getContainer = (expose, getScope) => {
    const { moduleMap } = req.initializeExposesData!;
    const load = own(moduleMap, expose);
    if (!load) {
      // 2.x hosts and those of webpack look for these words.
      let detail = 'Module "' + expose + '" does not exist in container.';
      if (__DEV__) detail += ' It exposes ' + Object.keys(moduleMap).join(', ');
      return Promise.reject(
        federationError('RUNTIME-014', { remote: state.name, module: expose, detail }),
      );
    }
    req.R = getScope;
    try {
      return load();
    } finally {
      req.R = undefined;
    }
  };

  req.initContainer = (shareScope, initScope, options) => {
    const { shareScope: names } = req.initializeExposesData!;
    const map = state.shareScopeMap;
    const inForce = Object.assign({}, map);
    adopt(names, shareScope, options, (name, scope) => {
      if (__API__) {
        const hostShareScopeMap = options && options.shareScopeMap;
        req.federation.instance!.initShareScopeMap(name, scope, { hostShareScopeMap });
      }
      map[name] = scope;
    });
    // The host sees what we provide, also when it is not the first.
    const ready = req.I(names, initScope);
    for (const name of Object.keys(inForce)) {
      const given = map[name]!;
      if (inForce[name] === given) continue;
      if (__DEV__) reportSecondHost(state, name, inForce[name]!, given);
      mergeScope((map[name] = inForce[name]!), given);
    }
    return ready;
  };
}

/** The scopes of this build are those of the host. */
function adopt(
  names: string | string[],
  shareScope: ShareScope,
  options: ContainerInitOptions = {},
  set: (name: string, scope: ShareScope) => void,
): void {
  const { shareScopeKeys, shareScopeMap: hostMap } = options;
  const several = Array.isArray(names) ? names : shareScopeKeys;
  if (hostMap && Array.isArray(several)) {
    for (const name of several) set(name, scopeOf(hostMap, name));
  } else {
    set(toList(names)[0]!, shareScope);
  }
}
