"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { toast } from "@/components/ui/toast";
import { changeAccessAction } from "@/lib/domain/family/actions";
import type { FamilyAccess } from "@/lib/domain/family/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { AccessFields, type AccessDraft } from "./access-fields";

type Props = { access: FamilyAccess; today: string; onClose: () => void };

/** Changes what someone may do and until when, or renews what has ended. */
export function ChangeAccessDialog({ access, today, onClose }: Props) {
  const { id, patientId, name, scope, endsOn, isActive, version } = access;
  const router = useRouter();
  const [draft, setDraft] = useState<AccessDraft>({ scope, endsOn: (isActive && endsOn) || "" });
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSaving, startSaving] = useTransition();
  const save = () =>
    startSaving(async () => {
      const change = { id, patientId, version, scope: draft.scope, endsOn: draft.endsOn || null };
      const result = await tryAction(() => changeAccessAction(change));
      if (!result.ok) return setFailure(result.error);
      toast.success(isActive ? "Saved" : `${name} has access again`);
      router.refresh();
      onClose();
    });
  return (
    <FormDialog
      title={isActive ? `Change the access of ${name}` : `Give ${name} access again?`}
      submitLabel={isActive ? "Save" : "Give access"}
      isPending={isSaving}
      onSubmit={save}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <AccessFields draft={draft} onChange={setDraft} today={today} errors={failure?.fields} />
    </FormDialog>
  );
}
