// PostgreSQL's log is a chain of segments, each a file named by timeline, log and number: 00000001 0000000A 000000FF.

import { open } from "node:fs/promises";

type Segment = { timeline: number; position: number };

const NAME = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})/;
const FULL = /^[0-9A-F]{24}$/;
const ARCHIVED = /^([0-9A-F]{24}(\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/;
const LOG_BYTES = 2 ** 32;

/** Tells whether PostgreSQL archives files of such a name; others in its folder are half-written. */
export const isArchived = (name: string): boolean => ARCHIVED.test(name);
export const isSegment = (name: string): boolean => FULL.test(name);
export const isHistory = (name: string): boolean => name.endsWith(".history");

/** Reads a segment's place from its name, also from the name of what belongs to it; null: it belongs to none. */
export function readSegment(name: string, segmentBytes: number): Segment | null {
  const [, timeline, log, number] = NAME.exec(name) ?? [];
  if (!timeline || !log || !number) return null;
  const position = parseInt(log, 16) * (LOG_BYTES / segmentBytes) + parseInt(number, 16);
  return { timeline: parseInt(timeline, 16), position };
}

/** Returns the names of the chain that begins with `first` and has no gap, out of these. */
export function chainFrom(first: string, names: Iterable<string>, segmentBytes: number): string[] {
  const start = readSegment(first, segmentBytes);
  if (!start) return [];
  const there = new Map<number, string>();
  for (const name of names) {
    const segment = isSegment(name) ? readSegment(name, segmentBytes) : null;
    if (segment?.timeline === start.timeline) there.set(segment.position, name);
  }
  const chain: string[] = [];
  for (let at = start.position; there.has(at); at += 1) chain.push(there.get(at) ?? "");
  return chain;
}

/** Tells whether segments of the same timeline follow a gap after the chain that begins with `first`. */
export function hasGap(first: string, names: Iterable<string>, segmentBytes: number): boolean {
  const all = [...names];
  const start = readSegment(first, segmentBytes);
  const later = all.filter((name) => {
    const segment = isSegment(name) ? readSegment(name, segmentBytes) : null;
    return segment?.timeline === start?.timeline && (segment?.position ?? 0) >= (start?.position ?? 0);
  });
  return later.length > chainFrom(first, all, segmentBytes).length;
}

/** Where a segment says of which database it is. */
const SYSTEM_AT = 24;

/** Returns the identifier of the database that wrote a segment. */
export async function systemOfSegment(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, SYSTEM_AT);
    return buffer.readBigUInt64LE().toString();
  } finally {
    await file.close();
  }
}
