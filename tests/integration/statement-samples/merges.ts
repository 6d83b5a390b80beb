import { randomUUID } from "node:crypto";
import * as merges from "@/lib/domain/merges/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function mergeSamples({ hospitalId, patientId, request }: World): Sample[] {
  const [id, other] = [randomUUID(), request.patientId];
  const after = { value: new Date().toISOString(), id };
  return [
    sample(merges.likelyPairs, hospitalId, { isSetAside: false, after: null, take: 5 }),
    sample(merges.likelyPairs, hospitalId, { isSetAside: true, after, take: 5 }),
    sample(merges.countPairs, hospitalId, 100),
    sample(merges.pairById, hospitalId, id),
    sample(merges.recordsAt, hospitalId, [patientId]),
    sample(merges.obstaclesBetween, hospitalId, patientId, other),
    sample(merges.overlapsOf, hospitalId, patientId, other),
    sample(merges.merge, { id, hospitalId, sourceId: other, survivorId: patientId, take: ["phone"] }),
    sample(merges.unmerge, id),
    sample(merges.placesOfMerge, id),
    sample(merges.addedSince, [id]),
  ];
}
