"use client";
import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeChildAction } from "@/lib/domain/family/actions";
import type { FamilyMember } from "@/lib/domain/family/load-family";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { child: FamilyMember; today: string };

/** Corrects a child's name or date of birth. */
export function CorrectChild({ child, today }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        <Pencil aria-hidden /> Correct<span className="sr-only"> the name or date of birth of {child.name}</span>
      </Button>
      {isOpen ? <CorrectionDialog child={child} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CorrectionDialog({ child: { id, version, ...stored }, today, onClose }: Props & { onClose: () => void }) {
  const router = useRouter();
  const [name, setName] = useState(stored.name);
  const [bornOn, setBornOn] = useState(stored.bornOn ?? "");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSaving, startSaving] = useTransition();
  const save = () =>
    startSaving(async () => {
      const result = await tryAction(() => changeChildAction({ id, version, name, bornOn }));
      if (!result.ok) return setFailure(result.error);
      toast.success("Saved");
      router.refresh();
      onClose();
    });
  return (
    <FormDialog
      title={`Correct the details of ${stored.name}`}
      submitLabel="Save"
      isPending={isSaving}
      onSubmit={save}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Field label="Child's name" name="name" required errors={failure?.fields}>
        <Input value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Born on" name="bornOn" required errors={failure?.fields}>
        <Input type="date" value={bornOn} max={today} onChange={(event) => setBornOn(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
