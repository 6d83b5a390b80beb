"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { AddText } from "@/components/ui/add-text";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { addTemplateAction, removeTemplateAction } from "@/lib/domain/conversations/actions";
import type { Template } from "@/lib/domain/conversations/schema";
import { LONGEST_TEMPLATE } from "@/lib/domain/conversations/status";
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
  return (
    <Card>
      <AddText
        label="New template"
        hint="A sentence you write again and again, without anything about a person."
        maxLength={LONGEST_TEMPLATE}
        submit="Add template"
        added="Template added"
        add={(text) => addTemplateAction({ hospitalId, text })}
      />
    </Card>
  );
}
