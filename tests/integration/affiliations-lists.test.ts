import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { searchInvitableDoctors, searchJoinableHospitals } from "@/lib/domain/affiliations/internal/search-partners";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { countPending, listInvitations, listAffiliations } from "@/lib/domain/affiliations/queries";
import { db } from "@/lib/platform/db/db";
import type { Actor } from "@/lib/actor/actor";
import { createHospital } from "../support/factories";
import { outcome } from "../support/outcome";
import { askOf, createMeeting, joinedDoctor } from "./affiliations-cast";
import { invite, meet, meeting } from "./affiliations-invitations-harness";

beforeAll(meet);
beforeEach(() => db.rateLimitWindow.deleteMany());

describe("reading invitations", () => {
  it("is for their doctor, the hospital's managers and administrators, page by page", async () => {
    const { hospital, manager, coordinator, stranger, admin, patient, newDoctor } = await createMeeting();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++)
      ids.unshift((await inviteDoctor(manager.actor, hospital.id, { doctorId: (await newDoctor()).id })).id);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInvitations(manager.actor, { hospitalId: hospital.id }, { limit: 2, cursor });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(pages).toEqual(ids);
    expect(await countPending(manager.actor, hospital.id)).toEqual({ invited: 3, requests: 0 });
    expect((await listInvitations(admin.actor, { hospitalId: hospital.id }, { limit: 10 })).items).toHaveLength(3);
    for (const actor of [coordinator.actor, stranger, patient.actor]) {
      expect((await listInvitations(actor, { hospitalId: hospital.id }, { limit: 10 })).items).toEqual([]);
      expect(await countPending(actor, hospital.id)).toEqual({ invited: 0, requests: 0 });
    }
  });

  it("offers the doctors one can invite, and the hospitals one can ask", async () => {
    const { manager, coordinator, stranger } = meeting;
    const hospital = await createHospital({ name: "Saltmarsh Infirmary" });
    const name = "Dr Perpetua Quillfeather";
    const [here, invited, out] = [
      await meeting.newDoctor({ name }),
      await meeting.newDoctor({ name }),
      await meeting.newDoctor({ name }),
    ];
    await meeting.newDoctor({ name, verification: "PENDING", verifiedAt: null });
    const joined = await invite(here.id);
    await answerInvitation(here.actor, joined.id, { response: "accept" });
    await invite(invited.id);
    const found = await searchInvitableDoctors(manager.actor, { hospitalId: meeting.hospital.id, name: "quillf" });
    expect(found.map(({ id }) => id)).toEqual([out.id]);
    expect(await outcome(searchInvitableDoctors(coordinator.actor, { hospitalId: meeting.hospital.id, name }))).toBe(
      "forbidden",
    );
    expect(await outcome(searchInvitableDoctors(stranger, { hospitalId: meeting.hospital.id, name }))).toBe(
      "not-found",
    );
    expect((await searchJoinableHospitals(out.actor, { name: "saltmarsh" })).map(({ id }) => id)).toEqual([
      hospital.id,
    ]);
    await askOf(out.actor, hospital.id);
    expect(await searchJoinableHospitals(out.actor, { name: "saltmarsh" })).toEqual([]);
    expect(await outcome(searchJoinableHospitals(manager.actor, { name: "saltmarsh" }))).toBe("not-found");
  });
});

describe("reading affiliations", () => {
  it("is for the doctor, the hospital's staff and administrators, newest first, page by page", async () => {
    const fresh = await createMeeting();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await joinedDoctor(fresh)).affiliationId);
    const { hospital, manager, coordinator, admin, stranger, patient, doctor } = fresh;
    const idsOf = async (actor: Actor, limit = 10, cursor?: string) =>
      listAffiliations(actor, { hospitalId: hospital.id }, { limit, cursor });
    const first = await idsOf(manager.actor, 2);
    const second = await idsOf(manager.actor, 10, first.nextCursor ?? "");
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...ids, doctor.affiliation?.id]);
    for (const actor of [coordinator.actor, admin.actor]) expect((await idsOf(actor)).items).toHaveLength(4);
    expect((await idsOf(doctor.actor)).items).toHaveLength(1);
    for (const actor of [stranger, patient.actor]) expect((await idsOf(actor)).items).toEqual([]);
  });
});
