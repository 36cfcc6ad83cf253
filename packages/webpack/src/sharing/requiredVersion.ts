import {
  claimOf,
  dependencyOf,
  foldersAbove,
  type RangeClaim,
  type ReadPackage,
} from '@hansa/core';

export type RequiredVersion =
  RangeClaim | { readonly range: undefined } | { readonly problem: string };

/**
 * Range that the nearest package above `context` which depends on `packageName` asks for. A package asks nothing of
 * itself.
 */
export async function requiredVersion(
  read: ReadPackage,
  context: string,
  packageName: string,
): Promise<RequiredVersion> {
  try {
    for (const folder of foldersAbove(context)) {
      const data = await read(folder);
      if (!data) continue;
      if (data['name'] === packageName) return { range: undefined };
      const dependency = dependencyOf(data, packageName);
      if (dependency !== undefined) return claimOf(dependency);
    }
  } catch (error) {
    return { problem: (error as Error).message };
  }
  return { problem: `no package.json from ${context} upwards depends on ${packageName}` };
}
