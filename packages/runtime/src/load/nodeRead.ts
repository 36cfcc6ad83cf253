import type { FailureReason } from './failure.ts';

export interface ReadOptions {
  /** What must come. JSON is looked at by whoever parses it. */
  kind: 'json' | 'script' | 'module';
  signal: AbortSignal;
  /** Bytes. */
  limit: number;
}

/**
 * Reads a text over HTTP. Redirects are followed inside the origin. As browsers do, a module must say that it is
 * JavaScript, while a script may say nothing.
 *
 * Self-contained: its source runs in the thread of the module hooks too.
 * @throws a `LoadFailure`
 */
export async function read(
  url: string,
  { kind, signal, limit }: ReadOptions,
  request: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<string> {
  const fail = (reason: FailureReason, message: string, status?: number): Error =>
    Object.assign(new Error(message), status ? { reason, status } : { reason });
  const answer = async (from: string, hops: number): Promise<Response> => {
    const response = await request(from, { signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location) return response;
    if (response.body) await response.body.cancel();
    const next = new URL(location, from);
    if (next.origin === new URL(url).origin && hops < 5) return answer(next.href, hops + 1);
    throw fail('redirect', 'redirected to ' + next.href);
  };
  const accept = async (response: Response): Promise<string> => {
    const { ok, status, headers, body } = response;
    if (!ok) throw fail('http', 'HTTP ' + status, status);
    const type = headers.get('content-type') || '';
    // One that a plugin made has no URL, and seldom a type.
    const typed = kind !== 'json' && response.url;
    if (typed && (type || kind === 'module') && !/\b(java|ecma)script\b/i.test(type)) {
      throw fail(/html/i.test(type) ? 'html' : 'content-type', 'content-type: ' + type);
    }
    const chunks: Uint8Array[] = [];
    const reader = body!.getReader();
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(chunks).toString();
      if ((size += value.length) > limit) {
        await reader.cancel();
        throw fail('size', 'more than ' + limit + ' bytes');
      }
      chunks.push(value);
    }
  };
  try {
    const response = await answer(url, 0);
    return await accept(response).catch(async (error: unknown) => {
      if (response.body && !response.body.locked) await response.body.cancel();
      throw error;
    });
  } catch (error) {
    const { reason, message, cause } = error as Error & { reason?: string; cause?: Error };
    if (reason) throw error;
    if (signal.aborted) throw fail('timeout', message);
    throw fail('network', cause ? cause.message : message);
  }
}
