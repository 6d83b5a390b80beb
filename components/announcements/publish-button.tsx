"use client";
import { Megaphone } from "lucide-react";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormMessage } from "@/components/ui/form-message";
import { DayAndTime, MomentFields, useMoment } from "@/components/ui/moment-fields";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioGroup, RadioPill } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { publishAnnouncementAction } from "@/lib/domain/announcements/actions";
import { AUDIENCE_LABELS, LEVEL_LABELS } from "@/lib/domain/announcements/format";
import { AUDIENCES, LEVELS } from "@/lib/domain/announcements/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  /** When the page was read, ISO. */
  asOf: string;
};

/** Writes an announcement. */
export function PublishButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Megaphone aria-hidden /> Write an announcement
      </Button>
      {isOpen ? <PublishDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;
/** So many hours later, at the next half hour. */
function laterThan(asOf: string, hours: number): string {
  const halfHours = Math.ceil(Date.parse(asOf) / HALF_HOUR_MS);
  return new Date(halfHours * HALF_HOUR_MS + hours * HOUR_MS).toISOString();
}

function useDraft(asOf: string) {
  const [text, setText] = useState("");
  const [level, setLevel] = useState<(typeof LEVELS)[number]>("INFO");
  const [audience, setAudience] = useState<(typeof AUDIENCES)[number]>("EVERYONE");
  const [isMaintenance, setMaintenance] = useState(false);
  const starts = useMoment(asOf, null);
  const ends = useMoment(asOf, null);
  const from = useMoment(asOf, laterThan(asOf, 24));
  const until = useMoment(asOf, laterThan(asOf, 25));
  const moments = [starts, ends, ...(isMaintenance ? [from, until] : [])];
  const maintenance =
    isMaintenance && from.instant && until.instant ? { from: from.instant, until: until.instant } : null;
  return {
    fields: {
      text,
      setText,
      level,
      setLevel,
      audience,
      setAudience,
      isMaintenance,
      setMaintenance,
      starts,
      ends,
      from,
      until,
    },
    isWrong: moments.some((moment) => moment.isWrong),
    input: {
      text,
      level,
      audience,
      ...(starts.instant ? { startsAt: starts.instant } : {}),
      endsAt: ends.instant,
      maintenance,
    },
  };
}

function PublishDialog({ asOf, onClose }: Props & { onClose: () => void }) {
  const { fields, input, isWrong } = useDraft(asOf);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, setPending] = useState(false);
  const show = useShowChange();
  const publish = async () => {
    setPending(true);
    const result = await tryAction(() => publishAnnouncementAction(input));
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    toast.success(input.startsAt ? "It appears at its time" : "It appears on open pages within seconds");
    void show(result);
    onClose();
  };
  return (
    <FormDialog
      title="Write an announcement"
      description="It stands at the top of the portals until it ends; everyone can dismiss it for themselves. It can’t be changed, only ended."
      submitLabel="Publish"
      isPending={isPending}
      isDisabled={isWrong}
      onSubmit={publish}
      onClose={onClose}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
      <Fields fields={fields} errors={failure?.fields} />
    </FormDialog>
  );
}

type FieldsProps = { fields: ReturnType<typeof useDraft>["fields"]; errors: ActionFailure["fields"] };

function Fields({ fields, errors }: FieldsProps) {
  const { text, setText, level, setLevel, audience, setAudience, starts, ends } = fields;
  return (
    <>
      <Field label="Text" name="text" required errors={errors} hint="Plain text, and nothing about a patient.">
        <Textarea value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label="Level" name="level" errors={errors}>
        <RadioGroup
          value={level}
          onValueChange={(value) => setLevel(value as typeof level)}
          className="flex flex-wrap gap-2"
        >
          {LEVELS.map((value) => (
            <RadioPill key={value} value={value}>
              {LEVEL_LABELS[value]}
            </RadioPill>
          ))}
        </RadioGroup>
      </Field>
      <Field label="For" name="audience" errors={errors}>
        <NativeSelect
          value={audience}
          onChange={(event) => setAudience(event.target.value as typeof audience)}
          options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }))}
        />
      </Field>
      <MomentFields moment={starts} label="Shown from" name="startsAt" choices={["Now", "Later"]} errors={errors} />
      <MomentFields
        moment={ends}
        label="Shown until"
        name="endsAt"
        choices={["It is ended", "A day and time"]}
        errors={errors}
      />
      <MaintenanceFields fields={fields} errors={errors} />
    </>
  );
}

/** When CareSync is worked on: readers see it by their own clock. */
function MaintenanceFields({ fields: { isMaintenance, setMaintenance, from, until }, errors }: FieldsProps) {
  const wrong = errors?.find(({ path }) => path.startsWith("maintenance"))?.message;
  return (
    <div className="grid gap-3">
      <Field label="About" name="about">
        <RadioGroup
          value={isMaintenance ? "maintenance" : "notice"}
          onValueChange={(value) => setMaintenance(value === "maintenance")}
          className="flex flex-wrap gap-2"
        >
          <RadioPill value="notice">Anything</RadioPill>
          <RadioPill value="maintenance">Planned maintenance</RadioPill>
        </RadioGroup>
      </Field>
      {isMaintenance ? (
        <>
          <DayAndTime moment={from} label="Work begins" />
          <DayAndTime moment={until} label="Work ends" error={wrong} />
        </>
      ) : null}
    </div>
  );
}
