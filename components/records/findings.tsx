import type { ReactNode } from "react";
import { FileList, type ShownFile } from "@/components/files/file-list";
import { LocalTime } from "@/components/ui/local-time";
import {
  attachmentHref,
  bodyMassIndex,
  doseText,
  drugText,
  VITAL_LABELS,
  vitalText,
} from "@/lib/domain/records/format";
import type { EncounterParts } from "@/lib/domain/records/schema";

export type ShownAddendum = { id: string; text: string; at: string; doctorName: string };

/** What a visit found and prescribed, beside its text. Empty parts are left out. */
export function Findings({ vitals, diagnoses, prescriptions }: EncounterParts) {
  const index = bodyMassIndex(vitals);
  return (
    <>
      {vitals.length > 0 ? (
        <Part title="Measurements">
          <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
            {vitals.map((vital) => (
              <Fact key={vital.kind} label={VITAL_LABELS[vital.kind]} value={vitalText(vital)} />
            ))}
            {index === null ? null : <Fact label="Body mass index" value={`${index} kg/m²`} />}
          </dl>
        </Part>
      ) : null}
      {diagnoses.length > 0 ? (
        <Part title={diagnoses.length === 1 ? "Diagnosis" : "Diagnoses"}>
          <ol className="grid gap-1">
            {diagnoses.map(({ system, code, name }) => (
              <li key={`${system} ${code}`}>
                {name} <span className="text-sm text-quiet">{code}</span>
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
      {prescriptions.length > 0 ? (
        <Part title="Medicines">
          <ul className="grid gap-3">
            {prescriptions.map((one, index) => (
              <li key={index}>
                <span className="block font-semibold">{drugText(one)}</span>
                <span className="block text-sm">{doseText(one)}</span>
                {one.allergyReason ? (
                  <span className="block text-sm">In spite of a recorded allergy: {one.allergyReason}</span>
                ) : null}
                {one.instructions ? (
                  <span className="block text-sm whitespace-pre-line text-quiet">{one.instructions}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

/** The files of a visit; nothing when there are none. */
export function NoteFiles({ files }: { files: ShownFile[] }) {
  if (files.length === 0) return null;
  return (
    <Part title={files.length === 1 ? "File" : "Files"}>
      <FileList files={files} hrefOf={attachmentHref} />
    </Part>
  );
}

/** What was added to a note after it was signed, oldest first. */
export function Addenda({ addenda }: { addenda: ShownAddendum[] }) {
  return addenda.map(({ id, text, at, doctorName }) => (
    <div key={id} className="border-l-2 border-line pl-4">
      <p className="mb-1 text-sm font-semibold">
        Added by {doctorName} on <LocalTime instant={at} />
      </p>
      <p className="max-w-prose whitespace-pre-line">{text}</p>
    </div>
  ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-sm font-semibold">{title}</p>
      {children}
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-quiet">{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
