import { isDeepStrictEqual } from "node:util";

/**
 * Returns the requested fields that differ from the current ones; null when none do. Every use case uses it to detect a
 * no-op, which writes nothing, notifies no one and keeps the version. `undefined` requests nothing.
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

/** Normalises what the database and a form represent differently: dates, amounts, undefined. */
function plain(value: unknown): unknown {
  return value === undefined
    ? undefined
    : (JSON.parse(
        JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part)),
      ) as unknown);
}
