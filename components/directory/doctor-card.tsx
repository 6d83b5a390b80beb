import { Languages, MapPin, Video, Wallet } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { languageName, placeLine, specialtyLine } from "@/lib/domain/directory/format";
import { formatMoney } from "@/lib/platform/money/amount";
import { numberText } from "@/lib/platform/text/counted";
import type { DoctorCard as Doctor } from "@/lib/domain/directory/schema";
import { routes } from "@/lib/site/routes";
import { WhoseTime } from "./slot-face";
import { SlotLinks, zoneOf } from "./slot-links";

export type DoctorCardProps = {
  doctor: Omit<Doctor, "distanceKm"> & { distanceKm?: number | null };
  /** Within a hospital: the department instead of the place. */
  department?: string | null;
  level?: 2 | 3;
  serviceId?: string;
  /** The first requested date: the doctor's page starts there. */
  from?: string | undefined;
};

/** Who it is, where, in which languages, for how much, and when next. */
export function DoctorCard({ doctor, department, level = 2, serviceId, from }: DoctorCardProps) {
  const Heading = `h${level}` as const;
  const [soonest] = doctor.nextSlots;
  return (
    <Card as="article" className="flex h-full flex-col gap-4">
      <div className="flex items-start gap-4">
        <Avatar name={doctor.name} size="lg" />
        <div className="min-w-0">
          <Heading className="text-base">
            <Link
              href={routes.doctors.profile(doctor.slug, { from, service: serviceId })}
              className="rounded-sm hover:text-accent hover:underline"
            >
              {doctor.name}
            </Link>
          </Heading>
          <p className="text-sm text-quiet">{specialtyLine(doctor.specialties) || "Doctor"}</p>
        </div>
      </div>
      <Facts doctor={doctor} department={department} />
      <div className="mt-auto">
        <p className="mb-2 text-xs font-medium text-quiet">
          Next available
          {soonest ? (
            <WhoseTime
              start={soonest.start}
              timeZone={zoneOf(doctor, soonest)}
              readerFirst={soonest.mode === "VIDEO"}
            />
          ) : null}
        </p>
        <SlotLinks doctor={doctor} slots={doctor.nextSlots} from={from} {...(serviceId ? { serviceId } : {})} />
      </div>
    </Card>
  );
}

/** Where, in which languages, for how much, and whether by video too. */
function Facts({ doctor, department }: Pick<DoctorCardProps, "doctor" | "department">) {
  const [first, ...more] = doctor.places;
  const where = department ?? (first ? placeLine(first) + (more.length > 0 ? ` and ${more.length} more` : "") : null);
  return (
    <ul className="grid gap-1.5 text-sm">
      {where ? (
        <Fact icon={<MapPin aria-hidden />}>
          {where}
          {doctor.distanceKm != null ? <span className="text-quiet"> · {numberText(doctor.distanceKm)} km</span> : null}
        </Fact>
      ) : null}
      {doctor.languages.length > 0 ? (
        <Fact icon={<Languages aria-hidden />}>{doctor.languages.map(languageName).join(", ")}</Fact>
      ) : null}
      {doctor.fee ? <Fact icon={<Wallet aria-hidden />}>{formatMoney(doctor.fee)} a visit</Fact> : null}
      {doctor.modes.includes("VIDEO") ? <Fact icon={<Video aria-hidden />}>Also by video</Fact> : null}
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-quiet">
      {icon}
      <span className="min-w-0">{children}</span>
    </li>
  );
}
