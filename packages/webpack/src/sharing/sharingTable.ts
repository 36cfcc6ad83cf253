import type { InitializeSharingData, ModuleId, ProvideData } from '@hansa/runtime/protocol';
import { Code, type Printed } from '../Code.ts';
import type { RemoteModule } from '../remotes/RemoteModule.ts';
import { externalId } from '../remotes/remotesTable.ts';
import { codeDataOf, sourceTypes } from '../sourceTypes.ts';
import { modulesIn, type Table, type TableContext } from '../TableRuntimeModule.ts';
import type { Module } from '../Webpack.ts';
import type { ProvideSharedModule, ProvideThunk } from './ProvideSharedModule.ts';

type Scopes = Printed<InitializeSharingData>['scopeToSharingDataMapping'];

/** What this build provides to each share scope, and the remotes that take part in it. */
export const sharingTable: Table = {
  name: 'initializeSharingData',
  collect: (context): Printed<InitializeSharingData> => {
    const { uniqueName } = context.compilation.outputOptions;
    const scopes = Object.create(null) as Scopes;
    for (const [module, thunk] of providers(context)) {
      const { shareScope } = module.data;
      const item = provideOf(module, thunk);
      for (const requirement of thunk.requirements) context.requirements.add(requirement);
      for (const scope of shareScope) (scopes[scope] ??= []).push(item);
    }
    for (const [scope, id] of remotes(context)) {
      const items = (scopes[scope] ??= []);
      if (!items.includes(id)) items.push(id);
    }
    return { scopeToSharingDataMapping: scopes, uniqueName: uniqueName ?? '' };
  },
};

/** Each module once: every entry includes them all. */
function* providers(context: TableContext): Generator<[ProvideSharedModule, ProvideThunk]> {
  const { compilation, chunks } = context;
  const seen = new Set<Module>();
  for (const [chunk, modules] of modulesIn(context, chunks, sourceTypes.provide)) {
    for (const module of modules) {
      if (seen.has(module)) continue;
      seen.add(module);
      const thunk = codeDataOf<ProvideThunk>(compilation, module, chunk, sourceTypes.provide);
      if (thunk) yield [module as ProvideSharedModule, thunk];
    }
  }
}

function* remotes(context: TableContext): Generator<[scope: string, id: ModuleId]> {
  for (const [, modules] of modulesIn(context, context.chunks, sourceTypes.remote)) {
    for (const module of modules as RemoteModule[]) {
      for (const scope of module.data.shareScope) yield [scope, externalId(context, module)];
    }
  }
}

function provideOf({ data }: ProvideSharedModule, { code }: ProvideThunk): Printed<ProvideData> {
  const { shareKey, version, eager, singleton, requiredVersion, strictVersion, layer } = data;
  return {
    name: shareKey,
    version,
    factory: new Code(code),
    eager: eager ? 1 : 0,
    ...(singleton !== undefined && { singleton: singleton ? 1 : 0 }),
    ...(requiredVersion !== undefined && { requiredVersion: requiredVersion || '*' }),
    ...(strictVersion !== undefined && { strictVersion: strictVersion ? 1 : 0 }),
    ...(layer !== undefined && { layer }),
  };
}
