import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { findLinkReading, loadLinkedRecord, type LinkReading } from "@/lib/domain/sharing/load-linked-record";
import { makeLink } from "@/lib/domain/sharing/make-link";
import { openLink } from "@/lib/domain/sharing/internal/open-link";
import type { makeLinkInput } from "@/lib/domain/sharing/schema-links";
import { LINK_PARTS } from "@/lib/domain/sharing/status";
import { newPatient } from "@/tests/support/actors";
import { allergyOf, conditionOf } from "./background-harness";
import { signedVisit } from "./encounter-harness";

type Wanted = { patientId: string } & Partial<z.output<typeof makeLinkInput>>;

export const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148";
export const nothingKept = () => undefined;

/** Makes a link of everything for an hour and one device, unless said otherwise; with its secret. */
export async function linkOf(actor: Actor, wanted: Wanted) {
  const link = await makeLink(actor, { parts: [...LINK_PARTS], visitIds: [], minutes: 60, maxDevices: 1, ...wanted });
  return { ...link, token: link.url.split("#")[1] ?? "" };
}

/** Opens a link in a new browser. */
export const open = (token: string, passcode?: string) => openLink({ token, passcode, userAgent: PHONE }, nothingKept);

/** Opens it and returns what it reads. */
export async function readingOf(token: string): Promise<LinkReading> {
  const { id, secret } = await open(token);
  const reading = await findLinkReading(id, secret ?? undefined);
  if (!reading) throw new Error("the link was opened, and its opening isn't there");
  return reading;
}

export const load = (reading: LinkReading) => loadLinkedRecord(reading, { limit: 10 }, new Date());

/** A patient with something in each part of the record, and a visit of another patient. */
export async function fullRecord() {
  const visit = await signedVisit();
  const { actor } = visit.patient;
  const patientId = visit.patient.patient.id;
  await allergyOf(actor, patientId);
  await conditionOf(actor, patientId);
  const stranger = await newPatient();
  await allergyOf(stranger.actor, stranger.patient.id, { substance: "Nuts" });
  return { ...visit, actor, patientId, stranger };
}
