import * as audit from "@/lib/domain/audit/statements";
import { OPERATIONS } from "@/lib/domain/audit/status";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

const ENTRY = { position: 1, action: "test.done", occurredAt: "2026-01-01T00:00:00Z", cluster: 1, txid: 1 };
const page = { before: null, take: 10 };

export function auditSamples({ patientId, userId, hospitalId, doctor, appointment }: World): Sample[] {
  const reader = { userId, timeZone: "Asia/Kathmandu" };
  return [
    sample(audit.sealNext, 1, 10),
    sample(audit.sealsAfter, 0n, 10),
    sample(audit.entriesAt, "1,2,3"),
    sample(audit.archivedEntries, [JSON.stringify(ENTRY)]),
    sample(audit.endsBefore, "1,2", 10n),
    sample(audit.entriesBehind, 10),
    sample(audit.entriesBehindStretch, 0n, 10n, 10),
    sample(audit.sealsUpTo, 10n, 5),
    sample(audit.latestStretch, 10),
    sample(audit.unsealedEntries),
    sample(audit.sealState),
    sample(audit.foldedLooks, { patientIds: [patientId] }, reader, page),
    sample(audit.foldedLooks, { doctorId: doctor.id, userId }, reader, { before: "1000", take: 10 }),
    sample(audit.foldedLooks, { doctorId: doctor.id, userId, encounterId: appointment.id }, reader, page),
    sample(audit.foldedOperations, hospitalId, OPERATIONS.beds, page),
  ];
}
