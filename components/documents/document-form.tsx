"use client";
import { Paperclip } from "lucide-react";
import { Field, type FieldProps } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ProgressBar } from "@/components/ui/progress-bar";
import { DOCUMENT_KIND_LABELS } from "@/lib/domain/documents/format";
import { DOCUMENT_KINDS } from "@/lib/domain/documents/status";
import { ACCEPTED_FILES } from "@/lib/platform/input/file";
import { fileSizeText } from "@/lib/platform/text/file";
import { useDocumentForm, type DocumentDraft, type Keepable } from "./use-document-form";

type Props = { people: readonly Keepable[]; today: string; onClose: () => void };

/** A file with its title, kind and date, uploaded when it is submitted. */
export function DocumentForm({ people, today, onClose }: Props) {
  const { draft, change, choose, submit, share, failure, errors } = useDocumentForm(people, today, onClose);
  return (
    <FormDialog
      title="Add a document"
      submitLabel="Add document"
      isPending={share !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure ? <FormMessage title={failure} /> : null}
      {people.length > 1 ? (
        <Field label="Whose document" name="patientId">
          <NativeSelect
            value={draft.patientId}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => change({ patientId: target.value })}
          />
        </Field>
      ) : null}
      <ChosenFile
        file={draft.file}
        share={share}
        error={errors.find(({ path }) => path === "file")?.message}
        onFile={choose}
      />
      <Facts draft={draft} today={today} errors={errors} onChange={change} />
    </FormDialog>
  );
}

type ChosenProps = {
  file: File | null;
  share: number | null;
  error: string | undefined;
  onFile: (file: File) => void;
};

function ChosenFile({ file, share, error, onFile }: ChosenProps) {
  return (
    <div role="group" aria-label="File" className="grid min-w-0 gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
        <FileButton accept={ACCEPTED_FILES} variant="secondary" disabled={share !== null} onFile={onFile}>
          <Paperclip aria-hidden /> {file ? "Choose another file" : "Choose a file"}
        </FileButton>
        {file ? (
          <span className="min-w-0 text-sm wrap-anywhere">
            {file.name} <span className="text-quiet">· {fileSizeText(file.size)}</span>
          </span>
        ) : null}
      </div>
      {share === null ? null : <ProgressBar label="Uploading the document" share={share} />}
      {error ? (
        <p role="alert" className="text-sm text-stop">
          {error}
        </p>
      ) : null}
      <p className="text-sm text-quiet">PDF, JPEG, PNG or WebP, up to 10 MB.</p>
    </div>
  );
}

type FactsProps = {
  draft: DocumentDraft;
  today: string;
  errors: NonNullable<FieldProps["errors"]>;
  onChange: (changes: Partial<DocumentDraft>) => void;
};

function Facts({ draft, today, errors, onChange }: FactsProps) {
  return (
    <>
      <Field label="Title" name="title" required errors={errors} hint="Such as “Letter from the eye clinic”.">
        <Input
          value={draft.title}
          maxLength={120}
          autoComplete="off"
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Field>
      <Field label="Kind" name="kind" errors={errors}>
        <NativeSelect
          value={draft.kind}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_LABELS[value] }))}
          onChange={({ target }) =>
            onChange({ kind: DOCUMENT_KINDS.find((one) => one === target.value) ?? draft.kind })
          }
        />
      </Field>
      <Field label="Date on the document" name="datedOn" required errors={errors}>
        <Input
          type="date"
          value={draft.datedOn}
          max={today}
          onChange={({ target }) => onChange({ datedOn: target.value })}
        />
      </Field>
    </>
  );
}
