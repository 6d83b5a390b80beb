"use client";
import { useState } from "react";
import { PasswordDialog } from "@/components/accounts/password-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { toast } from "@/components/ui/toast";
import { FORMAT_WORDS, KIND_WORDS, whatOf } from "@/lib/domain/data-exports/format";
import { EXPORT_FORMATS, type ExportKind } from "@/lib/domain/data-exports/status";
import { useExport, type Asking } from "./use-export";

type Props = {
  /** Null: the platform's. */
  hospitalId: string | null;
  kinds: readonly [ExportKind, ...ExportKind[]];
  /** By the clock that the period's days are of. */
  today: string;
  email: string;
};

/** Chooses what to export, in which format and from when; the password is asked for again before it begins. */
export function ExportForm({ hospitalId, kinds, today, email }: Props) {
  const asking = useExport({ hospitalId, first: kinds[0], today });
  const [isConfirming, setConfirming] = useState(false);
  const { kind, failure, setFailure } = asking;
  const what = whatOf(kind);
  const done = () => {
    setConfirming(false);
    toast.success("Your export has begun");
  };
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <KindChoice {...asking} kinds={kinds} />
      <div className="grid content-start gap-5">
        <h2 className="text-sm font-semibold">2. In which format?</h2>
        <FormatChoice {...asking} />
        {asking.hasPeriod ? <PeriodChoice {...asking} today={today} errors={failure?.fields} /> : null}
        <div>
          <Button onClick={() => setConfirming(true)}>Export {what}</Button>
          <p className="mt-2 text-sm text-quiet">
            It is written in the background, and you can download it for 24 hours. Each export is in the audit trail.
          </p>
        </div>
      </div>
      {isConfirming ? (
        <PasswordDialog
          title={`Export ${what}?`}
          description="The file leaves CareSync, so please confirm that it's you. Keep it as safe as the records themselves."
          submitLabel={`Export ${what}`}
          email={email}
          onSubmit={asking.submit}
          onRefused={(refused) => {
            setFailure(refused);
            setConfirming(false);
          }}
          onDone={done}
          onClose={() => setConfirming(false)}
        />
      ) : null}
    </div>
  );
}

function KindChoice({ kinds, kind, setKind }: Asking & Pick<Props, "kinds">) {
  return (
    <div>
      <h2 className="mb-2 text-sm font-semibold">1. What do you want to export?</h2>
      <RadioGroup
        aria-label="What do you want to export?"
        value={kind}
        onValueChange={(next) => setKind(kinds.find((one) => one === next) ?? kind)}
      >
        {kinds.map((one) => (
          <RadioCard key={one} value={one} label={KIND_WORDS[one].label} hint={KIND_WORDS[one].hint} />
        ))}
      </RadioGroup>
    </div>
  );
}

function FormatChoice({ format, setFormat, hasMark, setMark }: Asking) {
  const segments = EXPORT_FORMATS.map((value) => ({ value, label: FORMAT_WORDS[value] }));
  return (
    <>
      <div>
        <SegmentedControl label="Format" segments={segments} value={format} onValueChange={setFormat} />
        <p className="mt-2 text-sm text-quiet">
          {format === "CSV"
            ? "For spreadsheets: one header row, dates as 2030-01-31T09:30:00Z."
            : "For programs: one JSON object on each line."}
        </p>
      </div>
      {format === "CSV" ? (
        <Checkbox
          checked={hasMark}
          onCheckedChange={(checked) => setMark(checked === true)}
          label="For Excel"
          hint="Begins with a mark (BOM), so that Excel shows accents and other letters correctly."
        />
      ) : null}
    </>
  );
}

type PeriodProps = Asking & { today: string; errors: NonNullable<Asking["failure"]>["fields"] };

function PeriodChoice({ isPeriod, setPeriod, from, setFrom, until, setUntil, today, errors }: PeriodProps) {
  return (
    <>
      <SegmentedControl
        label="Period"
        segments={[
          { value: "all", label: "Everything" },
          { value: "period", label: "Some days" },
        ]}
        value={isPeriod ? "period" : "all"}
        onValueChange={(next) => setPeriod(next === "period")}
        className="justify-self-start"
      />
      {isPeriod ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="First day" name="fromOn" errors={errors}>
            <DatePicker value={from} onValueChange={setFrom} today={today} />
          </Field>
          <Field label="Last day" name="untilOn" errors={errors}>
            <DatePicker value={until} onValueChange={setUntil} min={from} today={today} />
          </Field>
        </div>
      ) : null}
    </>
  );
}
