"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileList } from "@/components/files/file-list";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { formatDate } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { IconButton } from "@/components/ui/icon-button";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { toast } from "@/components/ui/toast";
import { removeDocumentAction } from "@/lib/domain/documents/actions";
import { DOCUMENT_KIND_LABELS, documentHref } from "@/lib/domain/documents/format";
import type { DocumentOutput } from "@/lib/domain/documents/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

/** A document as it is listed: whose it is, where there are several people, and whether it may be deleted. */
export type ShownDocument = DocumentOutput & { patientName?: string; isKept: boolean };

/** Documents, the latest first, to open and, where the reader keeps them, to delete. */
export function DocumentList({ documents }: { documents: readonly ShownDocument[] }) {
  const [failure, setFailure] = useState<string>();
  const byId = new Map(documents.map((one) => [one.id, one]));
  return (
    <div className="grid gap-3">
      {failure ? <FormMessage title={failure} /> : null}
      <FileList
        label="Documents"
        files={documents.map((one) => ({ ...one, name: one.title, detail: <Detail {...one} /> }))}
        hrefOf={documentHref}
        actionsOf={({ id, name }) =>
          byId.get(id)?.isKept ? <DeleteDocument id={id} title={name} onFailure={setFailure} /> : null
        }
      />
    </div>
  );
}

/** What it is, and its date with the year: many are old. */
function Detail({ kind, datedOn, patientName }: ShownDocument) {
  const { locale } = useReader();
  return (
    <>
      {patientName ? `${patientName} · ` : null}
      {DOCUMENT_KIND_LABELS[kind]} · <LocaleText>{formatDate(datedOn, "dated", locale)}</LocaleText>
    </>
  );
}

type DeleteProps = { id: string; title: string; onFailure: (message: string | undefined) => void };

function DeleteDocument({ id, title, onFailure }: DeleteProps) {
  const router = useRouter();
  const remove = async () => {
    const result = await tryAction(() => removeDocumentAction({ id }));
    const isGone = result.ok || result.error.code === "not-found";
    onFailure(isGone ? undefined : result.error.message);
    if (!isGone) return;
    toast.success("Document deleted");
    router.refresh();
  };
  return (
    <ConfirmDialog
      trigger={
        <IconButton label={`Delete ${title}`}>
          <Trash2 />
        </IconButton>
      }
      title="Delete this document?"
      text={`${title} is deleted for good, and doctors can't open it any more. This can't be undone.`}
      confirmLabel="Delete document"
      cancelLabel="Keep it"
      onConfirm={remove}
    />
  );
}
