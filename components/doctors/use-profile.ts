"use client";
import { useState } from "react";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { saveOwnProfileAction } from "@/lib/domain/doctors/actions";
import type { OwnProfileInput } from "@/lib/domain/doctors/schema";
import type { DoctorChanges, OwnChange } from "@/lib/domain/doctors/schema-changes";
import { amountMinor, amountText } from "@/lib/platform/money/amount";

export type StoredProfile = {
  profile: Required<OwnProfileInput>;
  /** What awaits approval, or was rejected. */
  change: OwnChange<DoctorChanges> | null;
  /** Only until administrators have verified the doctor. */
  specialties: { id: string; name: string }[] | null;
};

export type ProfileEditor = ReturnType<typeof useProfile>;

/** A doctor's profile while it is edited: what is typed, whether it is saved, and saving it. */
export function useProfile({ profile, change: asked, specialties }: StoredProfile) {
  const [draft, setDraft] = useState({ ...profile, ...(asked?.status === "PENDING" ? asked.changes : {}) });
  const [fee, setFee] = useState(amountText(profile.feeMinor, profile.currency));
  const [saved, setSaved] = useState(() => textOf(draft, fee));
  const { save, failure, isSaving } = useSavedForm(
    specialties ? "Saved. Patients will see it once you're verified." : "Saved. Patients can see it now.",
  );
  const change = (with_: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...with_ }));
  const submit = () => {
    const { specialtyIds, ...rest } = draft;
    // After a conflict the page has the newest version: saving again means overwriting.
    const version = Math.max(draft.version, profile.version);
    save(
      () =>
        saveOwnProfileAction({
          ...rest,
          ...(specialties ? { specialtyIds } : {}),
          version,
          feeMinor: amountMinor(fee, draft.currency),
        }),
      (answer) => {
        change({ version: answer.version });
        setSaved(textOf(draft, fee));
        return answer.waits ? "Saved. An administrator will review your name and number." : undefined;
      },
    );
  };
  return { draft, change, fee, setFee, isDirty: textOf(draft, fee) !== saved, submit, failure, isSaving };
}

/** What was typed, without the version; emptied fields count as never filled. */
function textOf({ version: _, ...draft }: Required<OwnProfileInput>, fee: string): string {
  return JSON.stringify([draft, fee], (_name, value: unknown) => (value === "" ? null : value));
}
