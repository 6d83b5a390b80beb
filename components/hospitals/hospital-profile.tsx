import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { placeOf } from "@/components/ui/format-instant";
import type { OwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { countryName } from "@/components/ui/countries";

/** The hospital's profile, for those who may read but not change it. */
export function HospitalProfile({ hospital }: { hospital: OwnHospital }) {
  const { name, description, address, city, country, phone, timeZone, departments } = hospital;
  return (
    <dl className="grid gap-3">
      <Line term="Name">{name}</Line>
      {description ? <Line term="Description">{description}</Line> : null}
      <Line term="Phone">{phone}</Line>
      <Line term="Address">
        {[address, city && !address?.includes(city) ? city : null, country ? countryName(country) : null]
          .filter(Boolean)
          .join(", ")}
      </Line>
      <Line term="Time">{placeOf(timeZone)}</Line>
      <Line term="Departments">
        {departments.length > 0 ? (
          <ul className="flex flex-wrap gap-1.5">
            {departments.map((department) => (
              <li key={department.id}>
                <Badge>{department.name}</Badge>
              </li>
            ))}
          </ul>
        ) : null}
      </Line>
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-0.5">
      <dt className="w-32 shrink-0 text-sm text-quiet">{term}</dt>
      <dd className="min-w-0 flex-[1_1_16rem]">{children || <span className="text-quiet">Not specified</span>}</dd>
    </div>
  );
}
