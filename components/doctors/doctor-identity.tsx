import { ChevronLeft, Languages, ShieldCheck, Video } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { languageName } from "@/lib/domain/directory/format";
import type { DoctorProfile } from "@/lib/domain/doctors/schema";
import { routes } from "@/lib/site/routes";

/** Who this is, at a glance. */
export function DoctorIdentity({ doctor }: { doctor: DoctorProfile }) {
  return (
    <>
      <Link
        href={routes.doctors.list()}
        className="touch-target mb-4 -ml-1 inline-flex items-center gap-1 rounded-md pr-1 text-sm font-medium text-quiet hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" /> All doctors
      </Link>
      <div className="flex items-center gap-5">
        <Avatar name={doctor.name} size="xl" />
        <div className="min-w-0">
          <h1 className="text-3xl">{doctor.name}</h1>
          <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
            {doctor.specialties.map(({ slug, name }) => (
              <Link
                key={slug}
                href={routes.doctors.list({ specialty: slug })}
                className="touch-target font-medium text-accent hover:underline"
              >
                {name}
              </Link>
            ))}
          </p>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Badge tone="good">
          <ShieldCheck aria-hidden /> Verified
        </Badge>
        {doctor.languages.length > 0 ? (
          <Badge>
            <Languages aria-hidden /> <span className="truncate">{doctor.languages.map(languageName).join(", ")}</span>
          </Badge>
        ) : null}
        {doctor.modes.includes("VIDEO") ? (
          <Badge>
            <Video aria-hidden /> Also by video
          </Badge>
        ) : null}
      </div>
      {doctor.biography ? <p className="mt-5 max-w-prose whitespace-pre-line">{doctor.biography}</p> : null}
    </>
  );
}
