"use client";
import { Paperclip, Trash2 } from "lucide-react";
import { useContext, useRef, useState } from "react";
import { FileList } from "@/components/files/file-list";
import { UploadList } from "@/components/files/upload-list";
import { useUploads } from "@/components/files/use-uploads";
import { FieldContext } from "@/components/ui/field-context";
import { FileButton } from "@/components/ui/file-button";
import { IconButton } from "@/components/ui/icon-button";
import { LiveRegion } from "@/components/ui/live-region";
import { answerFileHref } from "@/lib/domain/questionnaires/format";
import type { Answer, AnswerFile } from "@/lib/domain/questionnaires/schema";
import { MOST_FILES } from "@/lib/domain/questionnaires/status";
import { ACCEPTED_FILES } from "@/lib/platform/input/file";
import { AnswerFilesContext } from "./answer-files";

/** Files as an answer: each is stored as soon as it has arrived, and removed by its button. */
export function FileAnswer({ question, value }: { question: string; value: Answer | undefined }) {
  const field = useContext(FieldContext);
  const given = useContext(AnswerFilesContext);
  const part = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState("");
  const add = (file: AnswerFile) => {
    given?.add(file);
    setNews(`${file.name} added`);
  };
  const { uploads, ...sending } = useUploads<AnswerFile>(given?.url ?? "", add, { question });
  const ids = typeof value === "object" ? value : [];
  const files = given?.known.filter(({ id }) => ids.includes(id)) ?? [];
  const isFull = files.length + uploads.length >= MOST_FILES;
  const remove = async (id: string) => {
    const file = files.find((one) => one.id === id);
    if (!given || !file) return;
    setNews(`${file.name} removed`);
    // The button that had the focus goes.
    part.current?.querySelector<HTMLElement>("button[type=button]")?.focus();
    await given.remove(file);
  };
  return (
    <div
      ref={part}
      role="group"
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      className="grid min-w-0 gap-2"
    >
      <FieldContext value={null}>
        <FileButton
          id={field?.id}
          accept={ACCEPTED_FILES}
          multiple
          variant="secondary"
          size="sm"
          className="w-fit"
          aria-invalid={field?.invalid || undefined}
          disabled={isFull || given === null}
          onFile={sending.add}
        >
          <Paperclip aria-hidden /> Add files
        </FileButton>
        {files.length > 0 ? (
          <FileList
            files={files}
            hrefOf={answerFileHref}
            actionsOf={({ id, name }) => (
              <IconButton label={`Remove ${name}`} onClick={() => void remove(id)}>
                <Trash2 />
              </IconButton>
            )}
          />
        ) : null}
        <UploadList uploads={uploads} onRetry={sending.retry} onRemove={sending.remove} />
        <p className="text-sm text-quiet">
          {isFull ? `At most ${MOST_FILES} files.` : "PDF, JPEG, PNG or WebP, up to 10 MB each."}
        </p>
        <LiveRegion>{news}</LiveRegion>
      </FieldContext>
    </div>
  );
}
