import { randomUUID } from "node:crypto";
import * as codes from "@/lib/domain/codes/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function codeSamples({ doctor }: World): Sample[] {
  const id = randomUUID();
  return [
    sample(codes.findDiagnoses, "heart atack", doctor.id, 10),
    sample(codes.noteUse, doctor.id, "ICD-10", "I21"),
    sample(codes.forgetOldUses, doctor.id, 200),
    sample(codes.claimEdition, id, id, 60),
    sample(codes.unclaimedEditions, 60),
    sample(codes.keepEdition, { id, workerId: id, bytes: 1, codes: 1 }),
    sample(codes.addCodes, id, "[]"),
    sample(codes.addBuiltInCodes, id, "[]"),
    sample(codes.collectWords, id),
    sample(codes.builtInEdition),
    sample(codes.removeBuiltIn),
    sample(codes.startBuiltIn, id, "2019", "digest"),
    sample(codes.finishBuiltIn, id, 1),
  ];
}
