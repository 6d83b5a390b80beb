"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  label: string;
  hint: string;
  maxLength: number;
  /** What the button says. */
  submit: string;
  /** What is said once it is added. */
  added: string;
  add: (text: string) => Promise<ActionResult<unknown>>;
};

/** A field for one text that is added to a list. What was typed stays until it has arrived. */
export function AddText({ label, hint, maxLength, submit, added, add }: Props) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const send = async () => {
    setAdding(true);
    const result = await tryAction(() => add(text));
    setAdding(false);
    setFailure(result.ok ? undefined : result.error);
    if (!result.ok) return;
    setText("");
    toast.success(added);
    router.refresh();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <UnsavedGuard isDirty={text.trim() !== ""} />
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Field label={label} name="text" hint={hint} errors={failure?.fields}>
        <Textarea rows={2} maxLength={maxLength} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button type="submit" variant="secondary" className="w-fit" disabled={text.trim() === ""} pending={isAdding}>
        {submit}
      </Button>
    </form>
  );
}
