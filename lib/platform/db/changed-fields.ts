import { isDeepStrictEqual } from "node:util";

/**
 * Of what someone asks for, the fields that are not so yet; null when there are none. The one way in which every use
 * case knows that nothing happens: then it writes nothing, tells nobody and keeps the version. `undefined` asks for nothing.
 */
export function changedFields<T extends object>(
  before: { readonly [K in keyof T]: unknown },
  wanted: T,
): Partial<T> | null {
  const changed = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && !isDeepStrictEqual(plain(before[key as keyof T]), plain(value)),
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<T>);
}

/** One spelling of what the database and a form write differently: dates, amounts, what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined
    ? undefined
    : (JSON.parse(
        JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part)),
      ) as unknown);
}
