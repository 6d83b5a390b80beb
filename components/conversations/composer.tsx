"use client";
import { Paperclip, Send, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { LONGEST_MESSAGE } from "@/lib/domain/conversations/status";
import { ACCEPTED_FILES } from "@/lib/platform/input/file";
import { useComposer } from "./use-composer";

type Props = { appointmentId: string; templates: readonly string[] };

/** Where a message is written: from a template or by hand, with a file or without. */
export function Composer({ appointmentId, templates }: Props) {
  const composer = useComposer(appointmentId);
  const { text, file, isSending, failure, isEmpty, write, send } = composer;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || isEmpty || isSending) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <UnsavedGuard isDirty={!isEmpty} />
      {failure ? <FormMessage title={failure}>What you wrote is still here. You can try again.</FormMessage> : null}
      <Field label="Your message" name="text">
        <Textarea
          rows={3}
          maxLength={LONGEST_MESSAGE}
          value={text}
          readOnly={isSending}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {file ? <ChosenFile file={file} isSending={isSending} share={composer.share} onRemove={composer.detach} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={isEmpty} pending={isSending}>
          <Send aria-hidden /> Send
        </Button>
        <FileButton variant="secondary" accept={ACCEPTED_FILES} disabled={isSending} onFile={composer.attach}>
          <Paperclip aria-hidden /> {file ? "Choose another file" : "Add a file"}
        </FileButton>
        <Templates
          templates={templates}
          disabled={isSending}
          onChoose={(template) => write(text.trim() === "" ? template : `${text.trimEnd()}\n${template}`)}
        />
      </div>
      <p className="text-sm text-quiet">
        PDF, JPEG, PNG or WebP, up to 10 MB. What you send can’t be changed or deleted.
      </p>
    </form>
  );
}

type TemplatesProps = { templates: readonly string[]; disabled: boolean; onChoose: (template: string) => void };

function Templates({ templates, disabled, onChoose }: TemplatesProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button type="button" variant="quiet" disabled={disabled}>
          Use a template
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-w-sm">
        {templates.map((template) => (
          <DropdownMenuItem key={template} className="whitespace-normal" onSelect={() => onChoose(template)}>
            {template}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

type ChosenFileProps = { file: File; isSending: boolean; share: number; onRemove: () => void };

function ChosenFile({ file, isSending, share, onRemove }: ChosenFileProps) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Paperclip aria-hidden className="size-5 shrink-0 text-quiet" />
      <div className="grid min-w-0 flex-1 gap-1 text-sm">
        <span className="wrap-anywhere">{file.name}</span>
        {isSending ? <ProgressBar label={`Uploading ${file.name}`} share={share} /> : null}
      </div>
      {isSending ? null : (
        <IconButton label={`Remove ${file.name}`} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
