"use client";
import { BedDouble, CalendarCheck, ChartLine, Hourglass, Siren } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/lib/platform/text/counted";
import type { HospitalNumbers } from "@/lib/domain/analytics/load-numbers";
import { CallsPlot } from "./calls-plot";
import { OccupancyPlot } from "./occupancy-plot";
import { SpreadPlot } from "./spread-plot";
import { VisitsPlot } from "./visits-plot";

type Props = { numbers: HospitalNumbers; ward: string | null };

/** All plots of the period, each only where there is data. */
export function NumbersPlots({ numbers, ward }: Props) {
  const { dispatches, arrivals, units } = numbers;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2 print:grid-cols-1">
      <StayPlots numbers={numbers} ward={ward} />
      <Part
        has={dispatches.all.count + arrivals.all.count > 0}
        icon={<Siren />}
        title="No ambulance calls"
        text="Response times appear here after the first call."
      >
        <CallsPlot dispatches={dispatches} arrivals={arrivals} unit={units.rare} />
      </Part>
      <VisitPlots numbers={numbers} />
    </div>
  );
}

function StayPlots({ numbers: { occupancy, stays, units }, ward }: Props) {
  return (
    <>
      <Part
        className="xl:col-span-2"
        has={occupancy.length > 0}
        icon={<BedDouble />}
        title="No admissions yet"
        text="Occupancy appears here after the first admission."
      >
        <OccupancyPlot points={occupancy} unit={units.occupancy} where={ward ?? "the hospital"} />
      </Part>
      <Part
        has={stays.all.count > 0}
        icon={<ChartLine />}
        title="No discharges"
        text="Length of stay is counted when patients go home."
      >
        <SpreadPlot
          title="Length of stay"
          spread={stays}
          unit={units.rare}
          values="hours"
          measure="stay"
          counted={(count) => counted(count, "discharge")}
        />
      </Part>
    </>
  );
}

function VisitPlots({ numbers: { visits, waits, units } }: Pick<Props, "numbers">) {
  const hadVisits = visits.some(({ came, missed, left }) => came + missed + left > 0);
  return (
    <>
      <Part
        has={hadVisits}
        icon={<CalendarCheck />}
        title="No appointments"
        text="Attendance is counted once an appointment's time has come."
      >
        <VisitsPlot points={visits} unit={units.visits} />
      </Part>
      <Part
        has={waits.all.count > 0}
        icon={<Hourglass />}
        title="No waiting times"
        text="Waiting is counted from check-in to the start of the visit."
      >
        <SpreadPlot
          title="Waiting after check-in"
          spread={waits}
          unit={units.rare}
          values="minutes"
          measure="wait"
          counted={(count) => counted(count, "patient")}
        />
      </Part>
    </>
  );
}

type PartProps = {
  has: boolean;
  icon: ReactNode;
  title: string;
  text: string;
  className?: string;
  children: ReactNode;
};

function Part({ has, icon, title, text, className, children }: PartProps) {
  return <div className={className}>{has ? children : <EmptyState icon={icon} title={title} text={text} />}</div>;
}
