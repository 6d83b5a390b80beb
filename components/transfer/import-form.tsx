"use client";
import {
  Ambulance,
  BedDouble,
  Building,
  ContactRound,
  Download,
  FileUp,
  LayoutGrid,
  Stethoscope,
  Users,
} from "lucide-react";
import { useState, type DragEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FileButton } from "@/components/ui/file-button";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { KIND_WORDS } from "@/lib/domain/transfer/format";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/transfer/status";
import { ImportPreviewCard } from "./import-preview";
import { useImport } from "./use-import";

const CHOICES: Record<ImportKind, { label: string; hint: string; icon: ReactNode }> = {
  DEPARTMENTS: { label: "Departments", hint: "Names", icon: <Building /> },
  WARDS: {
    label: "Wards",
    hint: "Name and kind; optionally department, cleaning time and rate",
    icon: <LayoutGrid />,
  },
  BEDS: { label: "Beds", hint: "Label and ward", icon: <BedDouble /> },
  AMBULANCES: { label: "Ambulances", hint: "Registration, kind, the crew's phone", icon: <Ambulance /> },
  STAFF: { label: "Staff to invite", hint: "Address and role; each gets an email with a link", icon: <Users /> },
  DOCTORS: { label: "Doctors to invite", hint: "Each address gets an email with a link", icon: <Stethoscope /> },
  PATIENTS: {
    label: "Patients",
    hint: "Name; optionally record number, date of birth, contacts. No one gets an email",
    icon: <ContactRound />,
  },
};

/**
 * Chooses what to import, accepts the file by button or drop, and previews how it is read. Nothing is stored before
 * confirmation.
 */
export function ImportForm({ hospitalId }: { hospitalId: string }) {
  const { kind, choose, taken, look, take, check, cancel, fault, isSending } = useImport(hospitalId);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid gap-5 lg:grid-cols-2">
        <div>
          <h2 className="mb-2 text-sm font-semibold">1. What are you importing?</h2>
          <RadioGroup aria-label="What are you importing?" value={kind} onValueChange={choose}>
            {IMPORT_KINDS.map((one) => (
              <RadioCard key={one} value={one} {...CHOICES[one]} />
            ))}
          </RadioGroup>
        </div>
        <div>
          <h2 className="mb-2 text-sm font-semibold">2. Choose a file</h2>
          <p className="mb-3 text-sm text-quiet">
            A CSV or text file with a header row. You&apos;ll see how it is read, then every error with its row and
            column. Nothing is stored until you confirm.
          </p>
          <Button asChild variant="secondary">
            <a href={`/api/import-templates/${kind}`} download={`${KIND_WORDS[kind].file}.csv`}>
              <Download aria-hidden /> Template for {CHOICES[kind].label.toLowerCase()}
            </a>
          </Button>
          <DropZone isBusy={isSending} onFile={take} />
          {fault ? (
            <FormMessage title="This file cannot be checked" className="mt-4">
              {fault}
            </FormMessage>
          ) : null}
        </div>
      </div>
      {taken ? (
        <ImportPreviewCard
          name={taken.name}
          preview={taken.preview}
          chosen={taken.chosen}
          isBusy={isSending}
          onChange={(change) => look({ ...taken, chosen: { ...taken.chosen, ...change } })}
          onCheck={() => check(taken)}
          onCancel={cancel}
        />
      ) : null}
    </div>
  );
}

function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "mt-4 grid justify-items-center gap-3 rounded-lg border-2 border-dashed p-6 text-center",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong/60",
      )}
    >
      <FileUp aria-hidden className="size-8 text-quiet" />
      <FileButton
        pending={isBusy}
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        onFile={onFile}
      >
        Choose the file
      </FileButton>
      <p className="text-sm text-quiet">or drop it here</p>
    </div>
  );
}
