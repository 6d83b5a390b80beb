import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { newestMailTo } from "@/tests/support/mails";

/** `meetEveryone` sets these. */
export let cast: Awaited<ReturnType<typeof createCast>>;
export let hospitalId: string;
export let manager: Actor;
let n = 0;

/** Call it in beforeEach: a person of every role, and a hospital with one manager. */
export async function meetEveryone() {
  cast = await createCast();
  hospitalId = cast.hospital.id;
  manager = cast.manager.actor;
}

/** An invitation, and the token from its mail. */
export async function invite(
  role: "MANAGER" | "COORDINATOR" = "COORDINATOR",
  actor = manager,
  ofHospital = hospitalId,
) {
  const email = `invited-${++n}-${ofHospital.slice(-6)}@caresync.test`;
  const invitation = await inviteStaff(actor, { hospitalId: ofHospital, email, role });
  return { ...invitation, token: await mailedToken(email) };
}

/** The token in the newest mail to this address. */
export async function mailedToken(email: string): Promise<string> {
  const mail = await newestMailTo(email);
  return /\/staff-invitations\/([\w-]+)$/m.exec(mail.text)?.[1] ?? "";
}

export const membership = (userId: string | null) => db.hospitalStaff.findUnique({ where: { userId: userId ?? "" } });
