import { beforeAll, describe, expect, it } from "vitest";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { endLink } from "@/lib/domain/sharing/end-link";
import { listLinks } from "@/lib/domain/sharing/list-links";
import { getLinkCover, openLink } from "@/lib/domain/sharing/internal/open-link";
import { db } from "@/lib/platform/db/db";
import { outcome } from "@/tests/support/outcome";
import { fullRecord, linkOf, load, nothingKept, open, PHONE, readingOf } from "./record-links-harness";
import { ALL } from "./sharing-harness";

let record: Awaited<ReturnType<typeof fullRecord>>;
beforeAll(async () => {
  record = await fullRecord();
});

describe("opening a link", () => {
  it("is one browser's where the link is for one: of two at once, exactly one wins", async () => {
    const { actor, patientId } = record;
    for (const maxDevices of [1, 3]) {
      const { id, token } = await linkOf(actor, { patientId, maxDevices });
      const tries = await Promise.all(Array.from({ length: 6 }, () => outcome(open(token))));
      expect(tries.filter((one) => one === "invalid-transition")).toHaveLength(6 - maxDevices);
      expect(await db.linkOpening.count({ where: { linkId: id } })).toBe(maxDevices);
      await endLink(actor, { patientId, id });
    }
  });

  it("again in the same browser changes nothing, and looking at the link uses nothing up", async () => {
    const { actor, patientId } = record;
    const { id, token } = await linkOf(actor, { patientId, parts: ["ALLERGIES"] });
    for (let count = 0; count < 3; count++) await getLinkCover(token, nothingKept);
    const opened = await open(token);
    const kept = () => opened.secret ?? undefined;
    expect(await openLink({ token, userAgent: PHONE }, kept)).toMatchObject({ id, secret: null });
    expect(await getLinkCover(token, kept)).toMatchObject({ openHere: id, isUsedUp: true, isForOneDevice: true });
    expect(await getLinkCover(token, nothingKept)).toMatchObject({ openHere: null, isUsedUp: true });
    expect(await outcome(open(token))).toBe("invalid-transition");
    const [link] = (await listLinks(actor, patientId, { limit: 1 })).items;
    expect(link).toMatchObject({ id, openings: [{ device: "PHONE" }] });
    expect(JSON.stringify(link)).not.toContain(token);
  });

  it("asks for the passcode, and slows guessing down", async () => {
    const { actor, patientId } = record;
    const { token } = await linkOf(actor, { patientId, maxDevices: 2, passcode: "blue heron" });
    expect(await getLinkCover(token, nothingKept)).toMatchObject({ hasPasscode: true });
    expect(await outcome(open(token))).toBe("invalid");
    expect(await outcome(open(token, "red heron"))).toBe("invalid");
    expect(await outcome(open(token, "blue heron"))).toBe("ok");
    const wrong = [];
    for (let count = 0; count < 8; count++) wrong.push(await outcome(open(token, "red heron")));
    expect(wrong).toContain("rate-limited");
    expect(wrong.at(-1)).toBe("rate-limited");
    const stored = await db.recordLink.findMany({ where: { patientId }, select: { passcodeHash: true } });
    expect(JSON.stringify(stored)).not.toContain("heron");
  });

  it("is not there for a secret that never was, and over for one that has ended", async () => {
    const { actor, patientId } = record;
    expect(await outcome(open("x".repeat(43)))).toBe("not-found");
    expect(await outcome(getLinkCover("x".repeat(43), nothingKept))).toBe("not-found");
    const { id, token } = await linkOf(actor, { patientId });
    await endLink(actor, { patientId, id });
    expect(await outcome(open(token))).toBe("not-found");
    expect(await getLinkCover(token, nothingKept)).toMatchObject({ state: "ENDED", wasRevoked: true });
  });

  it("shows the patient each look in words, and the doctor without the family", async () => {
    const own = await fullRecord();
    const { token } = await linkOf(own.actor, { patientId: own.patientId });
    await load(await readingOf(token));
    const { items } = await listAccessesTo(own.actor, own.patientId, ALL);
    const theirs = items.filter(({ who }) => who === "Someone with your link");
    expect(theirs.map(({ what, purpose, why }) => [what, purpose, why]).sort()).toEqual([
      ["opened the list of allergies", "SHARED", "with a link to your record"],
      ["opened the list of conditions", "SHARED", "with a link to your record"],
      ["opened the list of medicines", "SHARED", "with a link to your record"],
      ["opened the list of notes", "SHARED", "with a link to your record"],
      ["opened the measurements", "SHARED", "with a link to your record"],
      ["read the note", "SHARED", "with a link to your record"],
    ]);
  });
});
