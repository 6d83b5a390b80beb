import type { Prisma } from "@/lib/platform/db/db";
import type { DemoDoctor } from "./doctors";
import type { DemoHospital } from "./hospitals";
import { DEMO_MAIL_DOMAIN } from "./sign-ins";
import { DAY, type World } from "./world";

/** Creates open invitations and requests, so that both sides have something to answer. */
export function makeInvitations(
  { chance, now }: World,
  doctors: DemoDoctor[],
  hospitals: DemoHospital[],
  staff: { userId: string; hospitalId: string }[],
) {
  const rows: Prisma.DoctorInvitationCreateManyInput[] = [];
  const add = (
    hospital: DemoHospital | undefined,
    days: number,
    more: Partial<Prisma.DoctorInvitationCreateManyInput>,
  ) => {
    if (!hospital) return;
    const createdAt = new Date(now.getTime() - days * DAY);
    const createdByUserId = staff.find((one) => one.hospitalId === hospital.id)?.userId ?? null;
    rows.push({
      id: chance.id(createdAt),
      hospitalId: hospital.id,
      createdByUserId,
      expiresAt: new Date(createdAt.getTime() + 14 * DAY),
      createdAt,
      updatedAt: createdAt,
      ...more,
    });
  };
  const [home] = hospitals;
  const other = hospitals.find((one) => one.slug === "havelbogen-unfallklinik");
  const [own] = doctors;
  const practices = doctors.filter((one) => one.city === home?.city && !one.hospital && !one.verification);
  if (own)
    add(other, 2, { doctorId: own.id, message: "We are looking for a general practitioner for two mornings a week." });
  if (practices[0])
    add(home, 3, { doctorId: practices[0].id, message: "Our skin clinic opens in spring: would you join us?" });
  if (practices[1])
    add(home, 1, {
      doctorId: practices[1].id,
      direction: "REQUEST",
      createdByUserId: practices[1].userId,
      message: "I would like to see patients at Lindenhof on Fridays.",
    });
  add(home, 5, { email: `newcomer@${DEMO_MAIL_DOMAIN}` });
  return rows;
}
