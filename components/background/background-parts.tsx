import type { Background } from "@/lib/domain/background/schema";
import { Allergies } from "./allergies";
import { Conditions } from "./conditions";

type Props = {
  background: Background;
  /** As deep as the parts stand on the page. */
  level: 2 | 3;
  withCodes?: boolean;
};

/** A person's allergies and conditions, for the patient and for the doctor beside the visit. */
export function BackgroundParts({ background, level, withCodes = false }: Props) {
  const { patientId, allergies, conditions, mayKeep } = background;
  return (
    <>
      <Allergies {...{ patientId, allergies, mayKeep, level }} />
      <Conditions {...{ patientId, conditions, mayKeep, level, withCodes }} />
    </>
  );
}
