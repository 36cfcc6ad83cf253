import type { Container } from '../protocol/container.ts';
import type { RemoteSource } from '../protocol/tables.ts';

/** A remote entry to load. */
export interface EntrySource extends RemoteSource {
  /** A container that is there already does not count. */
  fresh?: boolean;
  /** URL of the manifest that named it. */
  from?: string;
}

export function isContainer(value: unknown): value is Container {
  const container = value as Container | undefined;
  return !!container && typeof container.get === 'function' && typeof container.init === 'function';
}
