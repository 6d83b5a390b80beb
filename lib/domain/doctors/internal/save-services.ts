import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { formatMoney, largestMinor } from "@/lib/platform/money/amount";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { doctorProfileChanged } from "../events";
import type { OwnServicesInput } from "../schema";

/**
 * Replaces the doctor's services, each with its length, fee and mode. Existing visits keep theirs. Unchanged services
 * are no change. Throws `not-found` for anyone but doctors, `invalid` naming a service that isn't in the catalogue or
 * is repeated.
 */
export async function saveServices(actor: Actor, { services }: OwnServicesInput): Promise<{ offered: number }> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  // Under the doctor's lock: a booking sees either the old lengths or the new ones.
  return inTransaction(
    actor,
    async (tx) => {
      await requireInCatalogue(
        tx,
        services.map(({ serviceId }) => serviceId),
      );
      const doctor = await tx.doctor.findUniqueOrThrow({ where: { id: doctorId }, select: { currency: true } });
      requireAmounts(services, doctor.currency);
      if (await isOffered(tx, doctorId, services, doctor.currency)) return { offered: services.length };
      await tx.doctorService.deleteMany({
        where: { doctorId, serviceId: { notIn: services.map(({ serviceId }) => serviceId) } },
      });
      for (const { serviceId, ...offer } of services) {
        const data = { ...offer, currency: doctor.currency };
        await tx.doctorService.upsert({
          where: { doctorId_serviceId: { doctorId, serviceId } },
          create: { doctorId, serviceId, ...data },
          update: data,
          select: { id: true },
        });
      }
      const audit = {
        action: "doctor.services-changed",
        subject: "doctor",
        subjectId: doctorId,
        doctorId,
        details: { offered: services.length },
      };
      await recordChange(tx, actor, audit, [doctorProfileChanged(doctorId), availabilityChanged(doctorId)]);
      return { offered: services.length };
    },
    { locks: [`doctor:${doctorId}`] },
  );
}

/** Fees are in the doctor's currency, which the form does not send. */
function requireAmounts(services: OwnServicesInput["services"], currency: string): void {
  const most = largestMinor(currency);
  const fields = services.flatMap(({ feeMinor }, index) =>
    feeMinor !== null && feeMinor > most
      ? [{ path: `services.${index}.feeMinor`, message: `At most ${formatMoney({ amountMinor: most, currency })}` }]
      : [],
  );
  if (fields.length > 0) throw new AppError("invalid", undefined, { fields });
}

/** Tells whether the doctor already offers exactly this. */
async function isOffered(
  tx: Tx,
  doctorId: string,
  services: OwnServicesInput["services"],
  currency: string,
): Promise<boolean> {
  const select = { serviceId: true, durationMinutes: true, feeMinor: true, currency: true, mode: true } as const;
  const before = await tx.doctorService.findMany({ where: { doctorId }, orderBy: { serviceId: "asc" }, select });
  const wanted = services
    .map((service) => ({ ...service, currency }))
    .sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
  return changedFields({ services: before }, { services: wanted }) === null;
}

async function requireInCatalogue(tx: Tx, ids: string[]): Promise<void> {
  const known = new Set(
    (await tx.service.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id),
  );
  const fields = ids.flatMap((id, index) => {
    const path = `services.${index}.serviceId`;
    if (!known.has(id)) return [{ path, message: "Isn't in the catalogue" }];
    return ids.indexOf(id) < index ? [{ path, message: "Is listed twice" }] : [];
  });
  if (fields.length > 0) throw new AppError("invalid", "Choose each service from the catalogue only once.", { fields });
}
