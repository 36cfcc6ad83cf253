/** A file of its own in Node: see `late.ts`. */
export { adopt } from './again.ts';
export { loadFirst } from './observedEntry.ts';
export { preloadRemotes } from './preload.ts';
export { initRemote, requestRemote } from './request.ts';
