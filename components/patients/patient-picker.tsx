"use client";
import { useEffect, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { formatDate } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { searchPatientsAction } from "@/lib/domain/front-desk/actions";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import { canSearch } from "@/lib/platform/text/fold";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  /** Null: the doctor's own patients. */
  hospitalId: string | null;
  patient: KnownPatient | undefined;
  onChoose: (patient: KnownPatient | undefined) => void;
};
type Answer = { name: string; patients: KnownPatient[]; failure: string | null };

const PAUSE_MS = 200;

/**
 * One of the hospital's or the doctor's own patients, found by the start of a name, or by the hospital's record number. Date of birth and last visit distinguish namesakes.
 */
export function PatientPicker({ hospitalId, patient, onChoose }: Props) {
  const { locale } = useReader();
  const [typed, setTyped] = useState("");
  const answer = useAnswer(hospitalId, typed);
  const found = answer.patients;
  const shown = patient && !found.some(({ id }) => id === patient.id) && typed === "" ? [patient, ...found] : found;
  return (
    <Combobox
      value={patient?.id ?? null}
      options={shown.map((one) => ({ value: one.id, label: one.name, hint: patientHint(one, locale) }))}
      onValueChange={(id) => {
        onChoose(id === patient?.id ? patient : found.find((one) => one.id === id));
        setTyped("");
      }}
      onSearch={setTyped}
      pending={answer.isPending}
      placeholder="Choose a patient"
      searchPlaceholder={hospitalId === null ? "Type the patient's name" : "Type a name or record number"}
      emptyText={answer.failure ?? (answer.isTooShort ? tooShort(hospitalId) : noneNamed(hospitalId))}
    />
  );
}

const noneNamed = (hospitalId: string | null) =>
  hospitalId === null
    ? "None of your patients has this name."
    : "No patient with this name or number at this hospital.";

const tooShort = (hospitalId: string | null) =>
  hospitalId === null
    ? "Type at least two letters of the name."
    : "Type at least two letters of the name, or the record number.";

/** "born 3 Feb 1980 · no. 100234 · last seen 2 Nov 2026": distinguishes namesakes. */
export function patientHint({ bornOn, lastVisitOn, recordNumber }: KnownPatient, locale: string): string {
  const day = (date: string) => formatDate(date, "dated", locale);
  return [
    bornOn ? `born ${day(bornOn)}` : null,
    recordNumber ? `no. ${recordNumber}` : null,
    lastVisitOn ? `last seen ${day(lastVisitOn)}` : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Searches once typing pauses; only the answer to the latest query counts. */
function useAnswer(hospitalId: string | null, typed: string) {
  const [latest, setLatest] = useState<Answer>({ name: "", patients: [], failure: null });
  const name = canSearch(typed) ? typed.trim() : "";
  useEffect(() => {
    if (name === "") return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void tryAction(() => searchPatientsAction({ hospitalId, name })).then((result) => {
        if (!isCurrent) return;
        setLatest({ name, patients: result.ok ? result.data : [], failure: result.ok ? null : result.error.message });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [hospitalId, name]);
  const isAnswered = name !== "" && latest.name === name;
  return {
    patients: isAnswered ? latest.patients : [],
    failure: isAnswered ? latest.failure : null,
    isPending: name !== "" && !isAnswered,
    isTooShort: name === "",
  };
}
