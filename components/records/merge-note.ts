import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";

/** A note as it is being written. */
export type Draft = { note: EncounterNote; parts: EncounterParts };
export type NotePart = keyof EncounterNote | keyof EncounterParts;

/**
 * Merges what was written here and elsewhere, part by part. `known`: what both began with, then what was sent from here
 * and may have arrived. A part changed only elsewhere is taken over; one changed on both sides stays as it is here and
 * is a clash.
 */
export function mergeDrafts(
  known: readonly [Draft, ...Draft[]],
  mine: Draft,
  theirs: Draft,
): { draft: Draft; clashes: NotePart[] } {
  const clashes: NotePart[] = [];
  let draft = mine;
  for (const part of partsOf(mine)) {
    const [ours, other] = [contentOf(mine, part), contentOf(theirs, part)];
    if (ours === other || known.some((one) => contentOf(one, part) === other)) continue;
    if (contentOf(known[0], part) === ours) draft = withPart(draft, theirs, part);
    else clashes.push(part);
  }
  return { draft, clashes };
}

/** Returns the draft with these parts of another one. */
export function withParts(draft: Draft, other: Draft, parts: readonly NotePart[]): Draft {
  return parts.reduce((taken, part) => withPart(taken, other, part), draft);
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  return partsOf(one).every((part) => contentOf(one, part) === contentOf(other, part));
}

function withPart(draft: Draft, other: Draft, part: NotePart): Draft {
  return isText(draft, part)
    ? { ...draft, note: { ...draft.note, [part]: other.note[part] } }
    : { ...draft, parts: { ...draft.parts, [part]: other.parts[part] } };
}

function partsOf({ note, parts }: Draft): NotePart[] {
  return [...(Object.keys(note) as (keyof EncounterNote)[]), ...(Object.keys(parts) as (keyof EncounterParts)[])];
}

function isText({ note }: Draft, part: NotePart): part is keyof EncounterNote {
  return part in note;
}

/** For comparing: the server trims texts, and may order keys differently. */
function contentOf(draft: Draft, part: NotePart): string {
  return JSON.stringify(isText(draft, part) ? draft.note[part] : draft.parts[part], (_key, value: unknown) => {
    if (typeof value === "string") return value.trim();
    const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}
