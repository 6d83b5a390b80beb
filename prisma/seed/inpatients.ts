import type { Prisma } from "@/lib/platform/db/db";
import type { DemoHospital } from "./hospitals";
import { INPATIENTS } from "./people";
import type { DemoBed } from "./wards";
import { DAY, type World } from "./world";

/** Someone in a bed, or who was. */
export type InPatient = { id: string; freeAt: number; isChild: boolean; isMother: boolean };

const WOMEN = new Set(
  "Paula Nour Greta Wanda Ylva Delphine Soledad Keisha Mei Akinyi Neema Halima Makena Yuzu Kaede Minako Hinata Tamaki".split(
    " ",
  ),
);

/** Children go to the children's ward, mothers to maternity, everyone else anywhere else. */
export function suits(kind: DemoBed["kind"], { isChild, isMother }: InPatient): boolean {
  if (kind === "PAEDIATRIC") return isChild;
  return !isChild && (kind !== "MATERNITY" || isMother);
}

/** The patients in the beds: most have no account, as in any hospital. */
export function makeInPatients({ chance, now }: World, hospitals: DemoHospital[]) {
  const rows: Prisma.PatientCreateManyInput[] = [];
  const byHospital = new Map<string, InPatient[]>();
  for (const hospital of hospitals) {
    const neighbours = hospitals.filter((one) => one.city === hospital.city);
    // Two hospitals of one city share its people without sharing a person; the first is the larger one.
    const share = (n: number) => neighbours[n % 4 === 3 ? neighbours.length - 1 : 0] === hospital;
    const names = INPATIENTS.filter((one) => one.city === hospital.city).filter((_, n) => share(n));
    byHospital.set(
      hospital.id,
      names.map(({ name }, n) => {
        const isChild = n % 5 === 2;
        const isMother = !isChild && n % 3 > 0 && WOMEN.has(name.split(" ")[0] ?? "");
        const createdAt = new Date(now.getTime() - chance.int(70, 400) * DAY);
        const id = chance.id(createdAt);
        rows.push({
          id,
          name,
          bornOn: new Date(
            Date.UTC(
              isChild ? chance.int(2012, 2024) : chance.int(isMother ? 1985 : 1932, isMother ? 2005 : 1992),
              chance.int(0, 11),
              chance.int(1, 28),
            ),
          ),
          createdAt,
          updatedAt: createdAt,
        });
        return { id, freeAt: 0, isChild, isMother };
      }),
    );
  }
  return { rows, byHospital };
}
