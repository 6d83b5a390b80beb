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

type Props = { question: string; value: Answer | undefined };

/** Files as an answer: each is stored as soon as it has arrived, and removed by its button. */
export function FileAnswer(props: Props) {
  const field = useContext(FieldContext);
  const part = useRef<HTMLDivElement>(null);
  const { files, uploads, news, canAdd, isFull, remove } = useFileAnswer(props);
  const removed = async (id: string) => {
    await remove(id);
    // The button that had the focus is gone.
    setTimeout(() => part.current?.querySelector<HTMLElement>("button")?.focus(), 50);
  };
  return (
    <div
      ref={part}
      id={field?.id}
      role="group"
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      className="grid min-w-0 gap-2"
    >
      <FieldContext value={null}>
        <FileButton
          accept={ACCEPTED_FILES}
          multiple
          variant="secondary"
          size="sm"
          className="w-fit"
          aria-invalid={field?.invalid || undefined}
          disabled={isFull || !canAdd}
          onFile={uploads.add}
        >
          <Paperclip aria-hidden /> Add files
        </FileButton>
        {files.length > 0 ? (
          <FileList
            files={files}
            hrefOf={answerFileHref}
            actionsOf={({ id, name }) => (
              <IconButton label={`Remove ${name}`} onClick={() => void removed(id)}>
                <Trash2 />
              </IconButton>
            )}
          />
        ) : null}
        <UploadList uploads={uploads.uploads} onRetry={uploads.retry} onRemove={uploads.remove} />
        <p className="text-sm text-quiet">
          {isFull ? `At most ${MOST_FILES} files.` : "PDF, JPEG, PNG or WebP, up to 10 MB each."}
        </p>
        <LiveRegion>{news}</LiveRegion>
      </FieldContext>
    </div>
  );
}

/** The files that answer a question, those on their way, and what has just become of one. */
function useFileAnswer({ question, value }: Props) {
  const given = useContext(AnswerFilesContext);
  const [news, setNews] = useState("");
  const add = (file: AnswerFile) => {
    given?.add(file);
    setNews(`${file.name} added`);
  };
  const uploads = useUploads<AnswerFile>(given?.url ?? "", add, { question });
  const ids = typeof value === "object" ? value : [];
  const files = given?.known.filter(({ id }) => ids.includes(id)) ?? [];
  return {
    files,
    uploads,
    news,
    canAdd: given !== null,
    isFull: files.length + uploads.uploads.length >= MOST_FILES,
    async remove(id: string) {
      const file = files.find((one) => one.id === id);
      if (!given || !file) return;
      setNews(`${file.name} removed`);
      await given.remove(file);
    },
  };
}
