"use client";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { OBSTACLE_WORDS } from "@/lib/domain/merges/format";
import type { MergeField } from "@/lib/domain/merges/status";
import { routes } from "@/lib/site/routes";
import type { ComparisonView } from "./comparison-view";
import { ComparisonTable } from "./comparison-table";
import { SurvivorChoice, ValueChoice } from "./merge-choice";
import { useMerging } from "./use-merging";

/** Compares two records, chooses which survives with which values, and merges them or marks them as different people. */
export function Comparison({ pair }: { pair: ComparisonView }) {
  const [survivorId, setSurvivorId] = useState(pair.survivorId);
  const [chosen, setChosen] = useState<Record<string, MergeField[]>>({});
  const [first, second] = pair.records;
  const [survivor, source] = survivorId === first.id ? [first, second] : [second, first];
  const way = pair.ways.find((one) => one.survivorId === survivor.id);
  const take = chosen[survivor.id] ?? way?.suggested ?? [];
  const choose = (field: MergeField, isTaken: boolean) =>
    setChosen({ ...chosen, [survivor.id]: isTaken ? [...take, field] : take.filter((one) => one !== field) });
  return (
    <div className="grid gap-6">
      <Card className="overflow-hidden">
        <ComparisonTable records={pair.records} />
      </Card>
      <Card className="grid gap-6">
        <SurvivorChoice records={pair.records} survivorId={survivor.id} onChange={setSurvivorId} />
        {way?.obstacle ? (
          <FormMessage tone="wait" title={OBSTACLE_WORDS[way.obstacle]}>
            {way.obstacle === "appointments-overlap" ? <Overlaps pair={pair} /> : null}
          </FormMessage>
        ) : (
          way?.takeable.map((field) => (
            <ValueChoice
              key={field}
              field={field}
              survivor={survivor}
              source={source}
              isTaken={take.includes(field)}
              onChange={(isTaken) => choose(field, isTaken)}
            />
          ))
        )}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <TellApart id={pair.id} isSetAside={pair.isSetAside} />
          <MergeButton
            input={{ duplicateId: pair.id, survivorId: survivor.id, take }}
            hasAccount={survivor.holder !== "NONE"}
            isDisabled={way?.obstacle !== null}
          />
        </div>
      </Card>
    </div>
  );
}

function TellApart({ id, isSetAside }: { id: string; isSetAside: boolean }) {
  const { tellApart, suggestAgain } = useMerging();
  return (
    <Button variant="secondary" onClick={() => void (isSetAside ? suggestAgain(id) : tellApart(id))}>
      {isSetAside ? "Put back on the list" : "Different people"}
    </Button>
  );
}

function Overlaps({ pair: { overlaps, timeZone } }: { pair: ComparisonView }) {
  return (
    <ul className="grid gap-1">
      {overlaps.map(({ appointmentIds: [one, other], start }) => (
        <li key={`${one}-${other}`}>
          <LocalTime instant={start} style="datetime" timeZone={timeZone} />:{" "}
          <Link href={routes.hospital.appointment(one)} className="underline">
            one appointment
          </Link>{" "}
          and{" "}
          <Link href={routes.hospital.appointment(other)} className="underline">
            the other
          </Link>
        </li>
      ))}
    </ul>
  );
}

type MergeButtonProps = {
  input: { duplicateId: string; survivorId: string; take: MergeField[] };
  hasAccount: boolean;
  isDisabled: boolean;
};

function MergeButton({ input, hasAccount, isDisabled }: MergeButtonProps) {
  const { merge } = useMerging();
  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button disabled={isDisabled}>Merge records</Button>}
      title="Merge these two records?"
      text={
        <>
          Check an identity document first. Everything moves to the record you keep: appointments, stays, ambulance
          calls, and the notes, allergies, conditions and medicines that only doctors see.{" "}
          {hasAccount
            ? "Everyone who acts for that record will be able to read all of it, and will be notified. "
            : null}
          You can undo this at any time.
        </>
      }
      confirmLabel="Merge records"
      onConfirm={() => merge(input)}
    />
  );
}
