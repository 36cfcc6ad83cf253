/** The kinds of hooks by what their listeners take and return. Types only. */
import type { ModuleFederation } from '../host.ts';

export type Maybe<T> = T | void | undefined;
export interface Origin {
  origin: ModuleFederation;
}
export interface Sync<Args extends unknown[], Returns = void> {
  kind: 'sync';
  listener: (...args: Args) => Maybe<Returns>;
}
export interface Async<Args extends unknown[], Returns = void> {
  kind: 'async';
  listener: (...args: Args) => Maybe<Returns> | Promise<Maybe<Returns>>;
}
export interface SyncWaterfall<Data extends object> {
  kind: 'syncWaterfall';
  listener: (data: Data) => Maybe<Data>;
}
export interface AsyncWaterfall<Data extends object> {
  kind: 'asyncWaterfall';
  listener: (data: Data) => Maybe<Data> | Promise<Maybe<Data>>;
}
