import { BORN_LATER } from "@/lib/domain/patients/schema";
import { AppError } from "@/lib/platform/errors/app-error";
import { ageAt, MAJORITY } from "../rules";

/** Throws `invalid` for a birth date in the future or of an adult. */
export function requireChild(bornOn: string, today: string): void {
  const message =
    bornOn > today
      ? BORN_LATER
      : ageAt(bornOn, today) >= MAJORITY
        ? "Only someone under 18 can be added. An adult signs up and invites you to act for them"
        : null;
  if (message) throw new AppError("invalid", undefined, { fields: [{ path: "bornOn", message }] });
}
