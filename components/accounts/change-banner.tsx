import { FormMessage } from "@/components/ui/form-message";
import { GUARDED, type GuardedKind, type OwnChange, type ProfileChanges } from "@/lib/domain/doctors/schema";
import { ChangeList } from "./change-list";

export type ChangeBannerProps = { kind: GuardedKind; change: OwnChange | null; current: ProfileChanges };

const STAYS: Record<GuardedKind, string> = {
  hospital: "Until then, your current name, address and phone stay public. To undo this, save the old values again.",
  doctor: "Until then, your current name and number stay public. To undo this, save the old values again.",
};

/** A notice above a verified profile's form: what awaits approval, or why it was rejected. */
export function ChangeBanner({ kind, change, current }: ChangeBannerProps) {
  if (!change) return null;
  if (change.status === "REJECTED")
    return (
      <FormMessage tone="accent" title="Your last change was not approved">
        {change.reason}
      </FormMessage>
    );
  const { changes } = change;
  const fields = GUARDED[kind].flatMap((field) =>
    changes[field] === undefined ? [] : [{ field, from: current[field] ?? null, to: changes[field] }],
  );
  return (
    <FormMessage tone="wait" title="Waiting for an administrator">
      <div className="grid gap-2">
        <ChangeList fields={fields} />
        <p>{STAYS[kind]}</p>
      </div>
    </FormMessage>
  );
}
