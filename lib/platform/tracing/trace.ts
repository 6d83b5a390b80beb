/** Kinds, patterns and numbers: never a name, an address, or the ID of anything but a request. */
type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A piece of work that is over. */
export type Span = {
  /** One of few: `POST /api/appointments`, `transaction`. */
  name: string;
  kind?: "server" | "consumer";
  /** Which request it belongs to, also when it was done later and in another process. */
  requestId: string;
  /** The request itself; everything else lies below it. */
  isRoot?: boolean;
  /** In milliseconds since 1970, as `now` returns them. */
  startedAt: number;
  endedAt: number;
  attributes?: Attributes;
  error?: unknown;
};

// Next bundles instrumentation.ts apart from the routes: one per process.
const KEY = Symbol.for("caresync.trace");
const holder = globalThis as typeof globalThis & { [KEY]?: { keep: ((span: Span) => void) | undefined } };
const state = (holder[KEY] ??= { keep: undefined });

/** Begins to trace in this process, or ends it; until then it costs nothing. */
export function traceWith(keep: ((span: Span) => void) | undefined): void {
  state.keep = keep;
}

/** Returns the time in milliseconds since 1970, with fractions, from a clock that is never set back. */
export const now = (): number => performance.timeOrigin + performance.now();

/** Notes what has just been done; `spans` is called only where someone traces. */
export function noteSpans(spans: () => Span[]): void {
  if (state.keep !== undefined) spans().forEach(state.keep);
}

/** Does some work for a request, and notes how long it took. Work for none is just done. */
export async function traced<T>(
  requestId: string | undefined,
  about: () => Pick<Span, "name" | "kind" | "isRoot" | "attributes">,
  work: () => Promise<T>,
): Promise<T> {
  if (state.keep === undefined || requestId === undefined) return work();
  const startedAt = now();
  const end = (more: Partial<Span>) => noteSpans(() => [{ ...about(), requestId, startedAt, endedAt: now(), ...more }]);
  try {
    const result = await work();
    end({});
    return result;
  } catch (error) {
    end({ error });
    throw error;
  }
}
