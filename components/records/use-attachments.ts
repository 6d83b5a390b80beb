"use client";
import { useState } from "react";
import { useUploads } from "@/components/files/use-uploads";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { removeAttachmentAction } from "@/lib/domain/records/actions";
import type { AttachmentOutput } from "@/lib/domain/records/schema";

export type Attachments = ReturnType<typeof useAttachments>;

/** The files of a note while it is a draft: those stored, and those on their way. They come and go without the text. */
export function useAttachments(appointmentId: string, stored: readonly AttachmentOutput[]) {
  const [added, setAdded] = useState<AttachmentOutput[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState("");
  const uploads = useUploads<AttachmentOutput>(`/api/appointments/${appointmentId}/encounter/attachments`, (answer) => {
    setAdded((all) => [...all, answer]);
    setNews(`${answer.name} added`);
  });
  // The same file, chosen twice, is answered twice; and a page that reads again knows of those added here.
  const byId = new Map([...stored, ...added].map((one) => [one.id, one]));
  return {
    ...uploads,
    news,
    files: [...byId.values()].filter(({ id }) => !removed.has(id)),
    /** A file has not arrived. */
    isPending: uploads.uploads.length > 0,
    async removeStored({ id, name }: { id: string; name: string }): Promise<ActionFailure | null> {
      const result = await tryAction(() => removeAttachmentAction({ id }));
      if (!result.ok && result.error.code !== "not-found") return result.error;
      setRemoved((all) => new Set(all).add(id));
      setNews(`${name} removed`);
      return null;
    },
  };
}
