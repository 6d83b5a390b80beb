"use client";
import { Paperclip, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { FileList, type ShownFile } from "@/components/files/file-list";
import { UploadList } from "@/components/files/upload-list";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { FileButton } from "@/components/ui/file-button";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { LiveRegion } from "@/components/ui/live-region";
import { attachmentHref } from "@/lib/domain/records/format";
import { MAX_ATTACHMENTS } from "@/lib/domain/records/status";
import { ACCEPTED_FILES } from "@/lib/platform/input/file";
import type { Attachments } from "./use-attachments";

/** The files of a note that is being written: added, tried again, removed. Each is stored as soon as it has arrived. */
export function AttachmentField({ files }: { files: Attachments }) {
  const id = useId();
  const part = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isFull = files.files.length + files.uploads.length >= MAX_ATTACHMENTS;
  const remove = async (file: ShownFile) => {
    setFailure(null);
    const error = await files.removeStored(file);
    if (error) setFailure(error.message);
    // The button that had the focus is gone.
    else setTimeout(() => part.current?.querySelector<HTMLElement>("button")?.focus(), 50);
  };
  return (
    <div ref={part} role="group" aria-labelledby={id} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p id={id} className="text-sm font-semibold">
          Files
        </p>
        <FileButton accept={ACCEPTED_FILES} multiple variant="secondary" size="sm" disabled={isFull} onFile={files.add}>
          <Paperclip aria-hidden /> Add files
        </FileButton>
      </div>
      {failure ? <FormMessage title={failure} /> : null}
      {files.files.length > 0 ? (
        <FileList
          files={files.files}
          hrefOf={attachmentHref}
          actionsOf={(file) => <RemoveFile file={file} onRemove={() => remove(file)} />}
        />
      ) : null}
      <UploadList uploads={files.uploads} onRetry={files.retry} onRemove={files.remove} />
      <p className="text-sm text-quiet">
        {isFull
          ? `A note has at most ${MAX_ATTACHMENTS} files.`
          : "PDF, JPEG, PNG or WebP, up to 10 MB each. The patient can open them once you sign."}
      </p>
      <LiveRegion>{files.news}</LiveRegion>
    </div>
  );
}

function RemoveFile({ file: { name }, onRemove }: { file: ShownFile; onRemove: () => Promise<void> }) {
  return (
    <ConfirmDialog
      trigger={
        <IconButton label={`Remove ${name}`}>
          <Trash2 />
        </IconButton>
      }
      title="Remove this file?"
      text={`${name} is removed from this note. This can't be undone.`}
      confirmLabel="Remove file"
      cancelLabel="Keep it"
      onConfirm={onRemove}
    />
  );
}
