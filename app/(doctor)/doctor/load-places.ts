import type { FollowUpPlace } from "@/components/appointments/follow-up-dialog";
import { loadOwnDoctor, type OwnDoctor } from "@/lib/domain/doctors/load-own-doctor";
import { listOwnHours, type OwnHours } from "@/lib/domain/schedules/list-own-hours";
import type { DoctorActor } from "./require-doctor";

export type DoctorPlaces = {
  doctor: OwnDoctor;
  hours: OwnHours[];
  /** Names of the places with hours, by hospital ID; "" is the doctor's own practice. */
  names: Record<string, string>;
  /** Where the doctor can be booked, by hospital ID as above; nowhere until they are verified. */
  bookable: Record<string, FollowUpPlace>;
  /** The places whose hours can be blocked. */
  blockable: { scheduleId: string; name: string; timeZone: string }[];
};

/** Returns the doctor with the places where they have hours, and their names. */
export async function loadPlaces(actor: DoctorActor): Promise<DoctorPlaces> {
  const [doctor, hours] = await Promise.all([loadOwnDoctor(actor), listOwnHours(actor)]);
  const nameOf = (one: OwnHours) => one.hospital?.name ?? doctor.practiceName ?? "Own practice";
  const open = hours.filter(({ closedAt }) => closedAt === null);
  const listed = doctor.verification === "VERIFIED" ? open : [];
  const toBookable = (one: OwnHours): FollowUpPlace => ({
    name: nameOf(one),
    timeZone: one.timeZone,
  });
  return {
    doctor,
    hours,
    names: Object.fromEntries(open.map((one) => [one.hospitalId ?? "", nameOf(one)])),
    bookable: Object.fromEntries(listed.map((one) => [one.hospitalId ?? "", toBookable(one)])),
    blockable: open.map((one) => ({ scheduleId: one.id, name: nameOf(one), timeZone: one.timeZone })),
  };
}
