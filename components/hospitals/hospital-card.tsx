import { MapPin, Phone, Stethoscope } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PhoneNumber } from "@/components/ui/phone-number";
import type { ListedHospital } from "@/lib/domain/analytics/schema";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { Capacity } from "./capacity";

const SHOWN = 5;
/** A department's name may be longer than the card is wide. */
const WRAPS = "h-auto min-h-6 whitespace-normal wrap-anywhere";

/** A hospital: name, location, contact and capacity. */
export function HospitalCard({ hospital }: { hospital: ListedHospital }) {
  const more = hospital.departments.length - SHOWN;
  return (
    <Card as="article" className="flex h-full flex-col gap-3">
      <h2 className="text-lg">
        <Link href={routes.hospitals.profile(hospital.slug)} className="rounded-sm hover:text-accent hover:underline">
          {hospital.name}
        </Link>
      </h2>
      {hospital.description ? <p className="text-sm text-quiet">{hospital.description}</p> : null}
      <ul className="grid gap-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-quiet">
        {hospital.address || hospital.city ? (
          <li className="flex min-w-0 items-center gap-2.5 wrap-anywhere">
            <MapPin aria-hidden /> {hospital.address ?? hospital.city}
          </li>
        ) : null}
        {hospital.phone ? (
          <li className="flex items-center gap-2.5">
            <Phone aria-hidden />
            <PhoneNumber
              phone={hospital.phone}
              className="touch-target font-medium text-accent tabular hover:underline"
            />
          </li>
        ) : null}
        <li className="flex items-center gap-2.5">
          <Stethoscope aria-hidden /> {counted(hospital.doctorCount, "doctor")}
        </li>
      </ul>
      <Capacity capacity={hospital.capacity} compact />
      {hospital.departments.length > 0 ? (
        <ul aria-label="Departments" className="mt-auto flex flex-wrap gap-1.5 pt-1">
          {hospital.departments.slice(0, SHOWN).map((name) => (
            <li key={name} className="max-w-full min-w-0">
              <Badge className={WRAPS}>{name}</Badge>
            </li>
          ))}
          {more > 0 ? (
            <li>
              <Badge>{more} more</Badge>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Card>
  );
}
