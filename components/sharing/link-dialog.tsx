"use client";
import { useState } from "react";
import { RefusalNote } from "@/components/affiliations/refusal-note";
import { useShowChange } from "@/components/realtime/use-show-change";
import { FormDialog } from "@/components/ui/form-dialog";
import { makeLinkAction } from "@/lib/domain/sharing/actions";
import type { NewRecordLink } from "@/lib/domain/sharing/schema-links";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { LinkFields, NEW_LINK, type LinkDraft } from "./link-fields";

export type LinkDialogProps = {
  patient: { id: string; name: string; isYou: boolean };
  onMade: (link: NewRecordLink) => void;
  onClose: () => void;
};

/** Chooses what a link opens, for how long and how often, and makes it. */
export function LinkDialog({ patient, onMade, onClose }: LinkDialogProps) {
  const [draft, setDraft] = useState<LinkDraft>(NEW_LINK);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const show = useShowChange();
  const make = async () => {
    setPending(true);
    const { chosen, passcode, ...rest } = draft;
    const visitIds = draft.parts.includes("VISITS") ? (chosen ?? []) : [];
    const missing = missingIn(draft);
    const result = missing
      ? ({ ok: false, error: missing } as const)
      : await tryAction(() => makeLinkAction({ ...rest, visitIds, passcode, patientId: patient.id }));
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    void show(result);
    onMade(result.data);
  };
  return (
    <FormDialog
      title={
        patient.isYou ? "Share parts of your record by link" : `Share parts of the record of ${patient.name} by link`
      }
      description="For someone without an account here, such as a doctor abroad. Anyone who has the link can read it until it expires. They can't change anything."
      submitLabel="Make the link"
      isPending={isPending}
      onSubmit={make}
      onClose={onClose}
    >
      <RefusalNote failure={failure} />
      <LinkFields draft={draft} onChange={setDraft} patientId={patient.id} errors={failure?.fields} />
    </FormDialog>
  );
}

/** Chosen visits are some: none would mean all. */
function missingIn({ parts, chosen }: LinkDraft): ActionFailure | null {
  if (!parts.includes("VISITS") || chosen === null || chosen.length > 0) return null;
  const fields = [{ path: "visitIds", message: "Choose at least one visit" }];
  return { code: "invalid", message: "Choose at least one visit", requestId: "", fields };
}
