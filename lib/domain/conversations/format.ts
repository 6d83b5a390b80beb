import { isPatientSide, type Side } from "./status";

type Reads = readonly { side: Side; upTo: number; readAt: string }[];

const READERS: Record<Side, string> = {
  PATIENT: "the patient",
  PROXY: "someone who acts for the patient",
  DOCTOR: "the doctor",
  DESK: "the front desk",
};

/** Says who has read: "Read by the doctor". */
export function readText(side: Side): string {
  return `Read by ${READERS[side]}`;
}

/** Returns who of the other side has read up to which of the reader's own side's messages, by the message's number. */
export function readsAt(
  messages: readonly { number: number; side: Side }[],
  reader: Side,
  reads: Reads,
): ReadonlyMap<number, Reads> {
  const own = messages.filter(({ side }) => isPatientSide(side) === isPatientSide(reader)).map(({ number }) => number);
  const marks = new Map<number, Reads[number][]>();
  for (const read of reads) {
    if (isPatientSide(read.side) === isPatientSide(reader)) continue;
    const last = Math.max(0, ...own.filter((number) => number <= read.upTo));
    if (last > 0) marks.set(last, [...(marks.get(last) ?? []), read]);
  }
  return marks;
}

/** Says who wrote a message, to a reader on this side. */
export function authorText({ side, name, isOwn }: { side: Side; name: string | null; isOwn: boolean }): string {
  if (isOwn) return "You";
  if (side === "DESK") return name ? `${name}, front desk` : "Front desk";
  return name ?? "Someone who acts for the patient";
}
