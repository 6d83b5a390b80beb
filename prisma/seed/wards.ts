import type { Prisma } from "@/lib/platform/db/db";
import { CITIES } from "./places";
import type { DemoHospital } from "./hospitals";
import type { World } from "./world";

type Kind = Prisma.WardCreateManyInput["kind"];
type WardPlan = readonly [name: string, kind: Kind, beds: number, department: RegExp];

const PLANS: Record<string, readonly WardPlan[]> = {
  "lindenhof-klinikum-berlin": [
    ["Emergency", "EMERGENCY", 8, /emergency/i],
    ["Intensive care", "ICU", 12, /emergency/i],
    ["Intermediate care", "HDU", 8, /cardio/i],
    ["Ward 1 North", "GENERAL", 20, /internal/i],
    ["Ward 1 South", "GENERAL", 18, /surgery/i],
    ["Ward 2 North", "GENERAL", 16, /neuro/i],
    ["Birth", "MATERNITY", 12, /birth/i],
    ["Children", "PAEDIATRIC", 12, /children/i],
    ["Isolation", "ISOLATION", 6, /internal/i],
  ],
  "hudson-bridge-medical-center": [
    ["Emergency", "EMERGENCY", 6, /emergency/i],
    ["ICU", "ICU", 8, /emergency/i],
    ["Fifth floor", "GENERAL", 18, /internal/i],
    ["Sixth floor", "GENERAL", 14, /bones/i],
    ["Family birth center", "MATERNITY", 8, /women/i],
    ["Children's floor", "PAEDIATRIC", 8, /children/i],
  ],
  "karura-heights-hospital": [
    ["Casualty", "EMERGENCY", 6, /casualty/i],
    ["ICU", "ICU", 4, /surgery/i],
    ["Jacaranda", "GENERAL", 18, /internal/i],
    ["Maternity", "MATERNITY", 14, /maternity/i],
    ["Children", "PAEDIATRIC", 10, /children/i],
  ],
  "sumida-riverside-hospital": [
    ["Emergency", "EMERGENCY", 6, /emergency/i],
    ["ICU", "ICU", 6, /emergency/i],
    ["3 East", "GENERAL", 16, /internal/i],
    ["3 West", "GENERAL", 12, /orthopaedics/i],
    ["Women and children", "MATERNITY", 8, /women/i],
    ["Isolation", "ISOLATION", 4, /internal/i],
  ],
  "havelbogen-unfallklinik": [
    ["Trauma", "EMERGENCY", 8, /emergency/i],
    ["Intensive care", "ICU", 6, /emergency/i],
    ["Surgery", "GENERAL", 16, /surgery/i],
  ],
};

const CLEANING_MINUTES: Partial<Record<Kind, number>> = { ICU: 60, ISOLATION: 90, EMERGENCY: 20 };
/** A day in a bed costs this many of the city's smallest fees. */
const RATE: Partial<Record<Kind, number>> = { ICU: 16, HDU: 9, ISOLATION: 7, EMERGENCY: 5 };

export type DemoBed = { id: string; wardId: string; hospitalId: string; kind: Kind; cleaningMinutes: number };

/** Creates wards and their beds, numbered within the ward. */
export function makeWards({ chance, now }: World, hospitals: DemoHospital[]) {
  const opened = new Date(now.getTime() - 600 * 86_400_000);
  const wards: Prisma.WardCreateManyInput[] = [];
  const beds: (Prisma.BedCreateManyInput & { id: string })[] = [];
  const inUse: DemoBed[] = [];
  for (const hospital of hospitals) {
    const { currency, fee } = CITIES[hospital.city];
    for (const [index, [name, kind, count, department]] of (PLANS[hospital.slug] ?? []).entries()) {
      const wardId = chance.id(opened);
      const cleaningMinutes = CLEANING_MINUTES[kind] ?? 45;
      const at = hospital.departments.findIndex((one) => department.test(one));
      wards.push({
        id: wardId,
        hospitalId: hospital.id,
        departmentId: hospital.departmentIds[at] ?? null,
        name,
        kind,
        cleaningMinutes,
        dailyRateMinor: fee.from * (RATE[kind] ?? 3),
        currency,
        createdAt: opened,
        updatedAt: opened,
      });
      for (let n = 1; n <= count; n++) {
        const id = chance.id(opened);
        beds.push({
          id,
          hospitalId: hospital.id,
          wardId,
          label: `${index + 1}${String(n).padStart(2, "0")}`,
          stateChangedAt: opened,
          createdAt: opened,
          updatedAt: opened,
        });
        inUse.push({ id, wardId, hospitalId: hospital.id, kind, cleaningMinutes });
      }
    }
  }
  return { wards, beds, inUse };
}
