import { beforeEach, describe, expect, it } from "vitest";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { inviteRelative } from "@/lib/domain/family/invite-relative";
import { withdrawFamilyInvitation } from "@/lib/domain/family/withdraw-family-invitation";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { resendStaffInvitation } from "@/lib/domain/staff/resend-staff-invitation";
import { withdrawStaffInvitation } from "@/lib/domain/staff/withdraw-staff-invitation";
import { undoImport } from "@/lib/domain/transfer/undo-import";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { parentWithChild } from "./family-harness";
import { importFile } from "./imports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
let made = 0;
beforeEach(async () => {
  cast = await createCast();
});

const manager = () => cast.manager.actor;
const newAddress = () => `mailed-${++made}-${cast.hospital.id.slice(-6)}@caresync.test`;

/** State of each mail to an address, oldest first, and whether it still says something. */
async function mailsTo(toAddress: string) {
  const mails = await db.message.findMany({
    where: { toAddress },
    orderBy: { createdAt: "asc" },
    select: { state: true, content: true },
  });
  return mails.map(({ state, content }) => [state, content !== null]);
}

const CANCELLED = ["CANCELLED", false];
const DUE = ["DUE", true];

describe("an invitation's mail that isn't on its way yet", () => {
  it("isn't sent once a doctor's invitation is withdrawn", async () => {
    const email = newAddress();
    const { id } = await inviteDoctor(manager(), cast.hospital.id, { email });
    expect(await mailsTo(email)).toEqual([DUE]);
    await withdrawInvitation(manager(), id);
    expect(await mailsTo(email)).toEqual([CANCELLED]);
  });

  it("isn't sent once it is resent to someone on the staff with another link, nor that one once withdrawn", async () => {
    const email = newAddress();
    const place = { hospitalId: cast.hospital.id };
    const { id } = await inviteStaff(manager(), { ...place, email, role: "COORDINATOR" });
    await resendStaffInvitation(manager(), { ...place, id });
    expect(await mailsTo(email)).toEqual([CANCELLED, DUE]);
    await withdrawStaffInvitation(manager(), { ...place, id });
    expect(await mailsTo(email)).toEqual([CANCELLED, CANCELLED]);
  });

  it("isn't sent once a relative's invitation is withdrawn", async () => {
    const email = newAddress();
    const { actor, patientId } = await parentWithChild();
    const { id } = await inviteRelative(actor, { patientId, email, relation: "PARENT", scope: "BOOK" });
    await withdrawFamilyInvitation(actor, { patientId, id });
    expect(await mailsTo(email)).toEqual([CANCELLED]);
  });

  it("isn't sent once the import it came from is undone, and those of other invitations are", async () => {
    const [email, other] = [newAddress(), newAddress()];
    await inviteStaff(manager(), { hospitalId: cast.hospital.id, email: other, role: "COORDINATOR" });
    const { id } = await importFile(cast, "STAFF", `email,role\n${email},coordinator\n`);
    await undoImport(manager(), id);
    expect(await mailsTo(email)).toEqual([CANCELLED]);
    expect(await mailsTo(other)).toEqual([DUE]);
  });

  it("can't be sent again after it was given up", async () => {
    const email = newAddress();
    const { id } = await inviteDoctor(manager(), cast.hospital.id, { email });
    const toAddress = { where: { toAddress: email } };
    await db.message.updateMany({ ...toAddress, data: { state: "SENDING", claimedAt: new Date() } });
    await db.message.updateMany({
      ...toAddress,
      data: { state: "GIVEN_UP", answer: "smtp-550", endedAt: new Date() },
    });
    await withdrawInvitation(manager(), id);
    expect(await mailsTo(email)).toEqual([["GIVEN_UP", false]]);
  });
});
