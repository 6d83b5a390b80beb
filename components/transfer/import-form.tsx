"use client";
import { Ambulance, BedDouble, Building, Download, FileUp, LayoutGrid, Stethoscope } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition, type DragEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { KIND_WORDS } from "@/lib/domain/transfer/format";
import { MAX_BYTES } from "@/lib/domain/transfer/schema";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/transfer/status";
import { isWorkbook, readText } from "./read-text";
import { uploadFile } from "./upload-file";

const CHOICES: Record<ImportKind, { label: string; hint: string; icon: ReactNode }> = {
  DEPARTMENTS: { label: "Departments", hint: "Their names", icon: <Building /> },
  WARDS: { label: "Wards", hint: "Name, kind and, if you like, department, cleaning time and rate", icon: <LayoutGrid /> },
  BEDS: { label: "Beds", hint: "Each with the ward it stands in", icon: <BedDouble /> },
  AMBULANCES: { label: "Ambulances", hint: "Registration, kind, the crew's telephone", icon: <Ambulance /> },
  DOCTORS: { label: "Doctors to invite", hint: "Each address gets a mail with a link", icon: <Stethoscope /> },
};

/** Chooses what a file brings, and takes the file: by pressing or by dropping it. Nothing is imported yet. */
export function ImportForm({ hospitalId }: { hospitalId: string }) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportKind>("DEPARTMENTS");
  const [fault, setFault] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [isSending, startSending] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const send = (file: File) =>
    startSending(async () => {
      const wrong = (await refusal(file)) ?? (await uploadFile(hospitalId, kind, await readText(file), crypto.randomUUID()));
      setFault(wrong);
      if (wrong === null) router.refresh();
    });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) send(file);
  };
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <div>
        <h2 className="mb-2 text-sm font-semibold">1. What does the file bring?</h2>
        <RadioGroup aria-label="What does the file bring?" value={kind} onValueChange={(next) => setKind(IMPORT_KINDS.find((one) => one === next) ?? kind)}>
          {IMPORT_KINDS.map((one) => (
            <RadioCard key={one} value={one} {...CHOICES[one]} />
          ))}
        </RadioGroup>
      </div>
      <div>
        <h2 className="mb-2 text-sm font-semibold">2. Fill in the template and bring it here</h2>
        <p className="mb-3 text-sm text-quiet">
          A CSV file with a header, as every spreadsheet saves one. It is checked first: you see every fault with its row and column, and nothing changes until you say so.
        </p>
        <Button asChild variant="secondary">
          <a href={`/api/import-templates/${kind}`} download={`${KIND_WORDS[kind].file}.csv`}>
            <Download aria-hidden /> Template for {CHOICES[kind].label.toLowerCase()}
          </a>
        </Button>
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={cn("mt-4 grid justify-items-center gap-3 rounded-lg border-2 border-dashed p-6 text-center", isOver ? "border-accent bg-accent-soft" : "border-line-strong/60")}
        >
          <FileUp aria-hidden className="size-8 text-quiet" />
          <Button pending={isSending} onClick={() => input.current?.click()}>
            Choose the file
          </Button>
          <p className="text-sm text-quiet">or drop it here</p>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            aria-label="The file"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              // The same file chosen again is another try.
              event.target.value = "";
              if (file) send(file);
            }}
          />
        </div>
        {fault ? <FormMessage title="This file cannot be checked" className="mt-4">{fault}</FormMessage> : null}
      </div>
    </div>
  );
}

async function refusal(file: File): Promise<string | null> {
  if (file.size > MAX_BYTES) return "It has more than 4 MB. Cut it into several files.";
  if (await isWorkbook(file)) return "It is a workbook. In your spreadsheet choose «Save as» or «Export», then CSV.";
  return null;
}
