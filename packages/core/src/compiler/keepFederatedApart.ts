type Groups = Record<string, unknown>;
type Choose = (subject: unknown, ...more: unknown[]) => unknown;

/** Of both bundlers: modules that stand for those of others. */
const CODE = /^(?!(?:remote-module|consume-shared-module)$)/;

/**
 * Keeps modules without code out of the groups of `splitChunks`. A chunk is there when the remote modules in it are; with
 * a share of this build in it too, a remote that takes the share would wait for itself. For a chunk of nothing else some
 * entries would wait in vain: it has no file.
 * @param splitChunks the bundler's own object; the groups in it are the user's, for other builds too, and are replaced
 */
export function keepFederatedApart(splitChunks: unknown): void {
  if (!splitChunks) return;
  const { cacheGroups = {} } = splitChunks as { cacheGroups?: Groups };
  for (const [name, group] of Object.entries(cacheGroups)) {
    if (typeof group === 'function') {
      const choose = group as Choose;
      cacheGroups[name] = (module: { readonly type: string }, ...more: unknown[]) =>
        CODE.test(module.type) ? choose(module, ...more) : undefined;
    } else if (group && typeof group === 'object' && !(group instanceof RegExp)) {
      cacheGroups[name] = { ...group, type: codeOf((group as { type?: unknown }).type) };
    }
  }
}

/** What a group says about types, without those. */
function codeOf(type: unknown): unknown {
  if (type === undefined) return CODE;
  if (type instanceof RegExp) {
    return new RegExp(`${CODE.source}(?=.*?(?:${type.source}))`, type.flags.replace(/[gy]/g, ''));
  }
  if (typeof type !== 'function') return type;
  return (subject: string, ...more: unknown[]) =>
    CODE.test(subject) && (type as Choose)(subject, ...more);
}
