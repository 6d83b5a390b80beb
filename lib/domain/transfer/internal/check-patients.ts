import type { Db } from "@/lib/platform/db/db";
import { localDateAt } from "@/lib/platform/time/local-date";
import { BORN_LATER } from "@/lib/domain/patients/schema";
import { matchKnown } from "@/lib/domain/registrations/match-known";
import type { RowOf } from "../rules/cells";
import { faultAt, type ImportFault } from "../schema";

const LIKELY_KNOWN =
  "Very similar to one of your patients. Leave the row out if it's the same person; if not, put yes under is_new";

type Read = { rows: RowOf<"PATIENTS">[]; lines: number[] };

/** Finds what only the database tells of people in a file: who is likely a patient already, and who isn't born yet there. */
export async function checkPatients(client: Db, hospitalId: string, { rows, lines }: Read): Promise<ImportFault[]> {
  const { country, timeZone } = await client.hospital.findUniqueOrThrow({
    where: { id: hospitalId },
    select: { country: true, timeZone: true },
  });
  const today = localDateAt(new Date(), timeZone);
  const people = rows.map(({ patient }) => patient);
  const known = await matchKnown(client, { id: hospitalId, country }, people);
  return rows.flatMap(({ patient: { name, bornOn }, isNew }, at) => {
    const row = lines[at] ?? 1;
    if (bornOn && bornOn > today) return [faultAt(row, "birth_date", BORN_LATER, bornOn)];
    return known.has(at) && !isNew ? [faultAt(row, "name", LIKELY_KNOWN, name)] : [];
  });
}
