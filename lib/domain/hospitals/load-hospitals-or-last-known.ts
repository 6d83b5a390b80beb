import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { keepPrivate } from "@/lib/platform/page-notes/page-notes";
import { listTowns } from "./queries";
import type { Town } from "./rules-towns";
import type { HospitalCard } from "./schema";
import { searchHospitals } from "./search-hospitals";

const LIMIT = 50;
/** Someone in need should not wait longer for a list. */
const TIMEOUT_MS = 1_500;
const RETRY_MS = 2_000;

type Known = { towns: Town[]; hospitals: HospitalCard[] };

// One per process: start-up code and pages are bundled separately.
const KEY = Symbol.for("caresync.known-hospitals");
const memory = globalThis as typeof globalThis & { [KEY]?: Known };
/** No one else should see what may be out of date. */
const known = (): Known => {
  keepPrivate();
  return memory[KEY] ?? { towns: [], hospitals: [] };
};

async function read(): Promise<Known> {
  const [towns, { items }] = await Promise.all([listTowns(), searchHospitals({}, { limit: LIMIT })]);
  return (memory[KEY] = { towns, hospitals: items });
}

/** Reads them at start, so that the page has them however soon the database goes down; retries until it succeeds. */
export async function readHospitalsAhead(): Promise<void> {
  while (
    !(await read().then(
      () => true,
      () => false,
    ))
  )
    await sleep(RETRY_MS, undefined, { ref: false });
}

/**
 * Returns towns and hospitals with their phone numbers for the emergency page, which has to work without a database:
 * the current ones or, when they can't be read at once, the last this process read (empty if it never could).
 */
export async function loadHospitalsOrLastKnown(): Promise<Known> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Known>((resolve) => (timer = setTimeout(() => resolve(known()), TIMEOUT_MS)));
  const reading = read().catch((error: unknown) => {
    if (toAppError(error)?.code === "unavailable") return known();
    throw error;
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
