import { describe, expect, it } from "vitest";
import { endAccess } from "@/lib/domain/family/end-access";
import { acceptFamilyInvitation } from "@/lib/domain/family/internal/accept-family-invitation";
import { resendFamilyInvitation } from "@/lib/domain/family/resend-family-invitation";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { invite, mailedToken, parentWithChild, relative } from "./family-harness";
import { eventsOf } from "./stored-events";

const DAY = 86_400_000;

describe("an invitation sent again", () => {
  it("has a new link for another 14 days, and the previous one stops working", async () => {
    const { actor, patientId } = await parentWithChild();
    const email = "again@caresync.test";
    const { id, token } = await invite(actor, patientId, { email });
    await db.familyInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - DAY) } });
    const { expiresAt } = await resendFamilyInvitation(actor, { patientId, id });
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 13 * DAY);
    const person = await newPatient();
    expect(await outcome(acceptFamilyInvitation(person.actor, { token }))).toBe("invalid-token");
    expect(await outcome(acceptFamilyInvitation(person.actor, { token: await mailedToken(email) }))).toBe("ok");
    expect(await outcome(resendFamilyInvitation(actor, { patientId, id }))).toBe("invalid-transition");
    expect(await eventsOf(id)).toEqual([
      "family-invitation.created",
      "family-invitation.resent",
      "family-invitation.accepted",
    ]);
  });

  it("belongs to the person who sent it again, and stays when the first sender's access ends", async () => {
    const { actor, patientId } = await parentWithChild();
    const other = await relative(actor, patientId);
    const email = "theirs@caresync.test";
    const { id } = await invite(other.actor, patientId, { email });
    await resendFamilyInvitation(actor, { patientId, id });
    await endAccess(actor, { patientId, id: other.accessId });
    const token = await mailedToken(email);
    expect(await outcome(acceptFamilyInvitation((await newPatient()).actor, { token }))).toBe("ok");
  });

  it("is refused to helpers and strangers, under another patient, and after its last day", async () => {
    const { actor, patientId } = await parentWithChild();
    const helper = await relative(actor, patientId, { relation: "OTHER" });
    const stranger = await parentWithChild();
    const { id } = await invite(actor, patientId, { email: "refused@caresync.test", endsOn: "2190-01-01" });
    const resend = (by: typeof actor, of = patientId) => outcome(resendFamilyInvitation(by, { patientId: of, id }));
    expect(await resend(helper.actor)).toBe("forbidden");
    expect(await resend(stranger.actor)).toBe("not-found");
    expect(await resend(stranger.actor, stranger.patientId)).toBe("not-found");
    await db.familyInvitation.update({ where: { id }, data: { accessExpiresAt: new Date(Date.now() - DAY) } });
    expect(await resend(actor)).toBe("invalid-transition");
  });
});
