"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { addAddendumAction } from "@/lib/domain/records/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Adds to a signed note, which itself never changes. */
export function AddAddendum({ appointmentId }: { appointmentId: string }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const add = async () => {
    setSending(true);
    const result = await tryAction(() => addAddendumAction({ appointmentId, text }));
    setSending(false);
    setFailure(result.ok ? undefined : result.error);
    if (!result.ok) return;
    setText("");
    toast.success("Added. The patient can read it now.");
    router.refresh();
  };
  return (
    <form
      className="grid gap-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <UnsavedGuard isDirty={text.trim() !== ""} />
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Field
        label="Add to this note"
        name="text"
        hint="For results that came later, or a correction. The patient can read it at once."
        errors={failure?.fields}
      >
        <Textarea rows={2} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button type="submit" variant="secondary" className="w-fit" disabled={text.trim() === ""} pending={isSending}>
        Add
      </Button>
    </form>
  );
}
