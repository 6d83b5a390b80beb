import { CalendarPlus, CalendarSync, Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { monthText } from "@/lib/domain/recalls/format";
import type { RecallCard } from "@/lib/domain/recalls/output";
import { routes } from "@/lib/site/routes";
import { EndRecall } from "./end-recall";

type Shown = Pick<RecallCard, "id" | "patientId" | "month" | "reason" | "due" | "patient" | "doctor">;
type Props = {
  recalls: readonly Shown[];
  /** Those the reader books for; of others they only see it. */
  patientIds: readonly string[];
  /** Says which patient it is for, where the reader looks after several. */
  withPatient: boolean;
  /** A date: the way to book leads to the month if that is still to come. */
  today: string;
  className?: string | undefined;
};

/** What a patient's doctors have asked them to book, the nearest first. Nothing where there is none. */
export function RecallCards({ recalls, patientIds, withPatient, today, className }: Props) {
  if (recalls.length === 0) return null;
  return (
    <section aria-label="Appointments to book" className={cn("mb-6 grid gap-3", className)}>
      {recalls.map((recall) => (
        <RecallItem
          key={recall.id}
          recall={recall}
          mayBook={patientIds.includes(recall.patientId)}
          withPatient={withPatient}
          today={today}
        />
      ))}
    </section>
  );
}

type ItemProps = { recall: Shown; mayBook: boolean } & Pick<Props, "withPatient" | "today">;

function RecallItem({ recall, mayBook, withPatient, today }: ItemProps) {
  const { id, month, reason, due, patient, doctor } = recall;
  const isNear = due === "DUE" || due === "OVERDUE";
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <CalendarSync aria-hidden className="size-6 shrink-0 text-accent" />
      <div className="min-w-0 flex-[1_1_16rem]">
        <h2 className="text-base wrap-anywhere">
          {isNear ? `Time to book with ${doctor.name}` : `Next appointment with ${doctor.name}`}
        </h2>
        <p className="text-sm wrap-anywhere text-quiet">
          {due === "OVERDUE" ? "Was planned for" : "Around"} {monthText(month)}
          {withPatient ? ` · for ${patient.name}` : null}
        </p>
        {reason ? <p className="text-sm wrap-anywhere whitespace-pre-line">{reason}</p> : null}
        {doctor.isBookable ? null : <p className="text-sm">{doctor.name} isn’t taking appointments at the moment.</p>}
      </div>
      {mayBook ? (
        <div className="flex flex-wrap items-center gap-2">
          <WayToBook recall={recall} isNear={isNear} today={today} />
          <EndRecall id={id} how="dismiss" which={`${doctor.name}, ${monthText(month)}`} />
        </div>
      ) : null}
    </Card>
  );
}

type WayProps = { recall: Shown; isNear: boolean; today: string };

function WayToBook({ recall: { doctor, month }, isNear, today }: WayProps) {
  if (!doctor.isBookable)
    return (
      <Button asChild variant="secondary">
        <Link href={routes.doctors.list()}>
          <Search aria-hidden /> Find another doctor
        </Link>
      </Button>
    );
  const first = `${month}-01`;
  const from = first > today ? first : undefined;
  return (
    <Button asChild variant={isNear ? "primary" : "secondary"}>
      <Link href={routes.doctors.profile(doctor.slug, { from })}>
        <CalendarPlus aria-hidden /> Book <span className="sr-only">with {doctor.name}</span>
      </Link>
    </Button>
  );
}
