"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { addTemplateAction, removeTemplateAction } from "@/lib/domain/conversations/actions";
import type { Template } from "@/lib/domain/conversations/schema";
import { LONGEST_TEMPLATE } from "@/lib/domain/conversations/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { templates: readonly Template[]; hospitalId: string | null; canChange: boolean };

/** The templates of a doctor or a hospital, to add to and remove from. */
export function TemplateList({ templates, hospitalId, canChange }: Props) {
  const router = useRouter();
  const remove = async (id: string) => {
    const result = await tryAction(() => removeTemplateAction({ id }));
    if (!result.ok) return void toast.error(result.error.message);
    toast.success("Template removed");
    router.refresh();
  };
  return (
    <div className="grid max-w-2xl gap-4">
      {templates.length > 0 ? (
        <ul aria-label="Templates" className="divide-y divide-line rounded-lg border border-line bg-surface">
          {templates.map(({ id, text }) => (
            <li key={id} className="flex items-center gap-3 p-3 pl-4">
              <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-line">{text}</span>
              {canChange ? (
                <IconButton label={`Remove “${text}”`} onClick={() => void remove(id)}>
                  <Trash2 aria-hidden />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canChange ? <AddTemplate hospitalId={hospitalId} /> : null}
    </div>
  );
}

function AddTemplate({ hospitalId }: { hospitalId: string | null }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const add = async () => {
    setAdding(true);
    const result = await tryAction(() => addTemplateAction({ hospitalId, text }));
    setAdding(false);
    setFailure(result.ok ? undefined : result.error);
    if (!result.ok) return;
    setText("");
    toast.success("Template added");
    router.refresh();
  };
  return (
    <Card>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <UnsavedGuard isDirty={text.trim() !== ""} />
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <Field
          label="New template"
          name="text"
          hint="A sentence you write again and again, without anything about a person."
          errors={failure?.fields}
        >
          <Textarea
            rows={2}
            maxLength={LONGEST_TEMPLATE}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="secondary" className="w-fit" disabled={text.trim() === ""} pending={isAdding}>
          Add template
        </Button>
      </form>
    </Card>
  );
}
