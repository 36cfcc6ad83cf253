import { inBrowser } from './browserDocument.ts';
import { leave } from './browserElement.ts';

/**
 * Chunks of a build that are under way do not run when they arrive: whoever waits is told that they failed.
 * @param bundler that writes into an attribute of that name whose they are
 */
export function cancelChunks(bundler: string, name: string): void {
  if (!inBrowser) return;
  const start = JSON.stringify(name + ':');
  document.querySelectorAll('script[data-' + bundler + '^=' + start + ']').forEach((script) => {
    leave(script);
    script.dispatchEvent(new Event('error'));
  });
}
