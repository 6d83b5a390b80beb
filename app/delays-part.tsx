import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { lateText } from "@/lib/domain/disruptions/format";
import type { Delay } from "@/lib/domain/disruptions/rules";
import { routes } from "@/lib/site/routes";

type Props = {
  delays: Delay[];
  portal: "doctor" | "hospital";
  /** Names of the doctors, by ID; none for a doctor's own. */
  names?: Record<string, string>;
};

/** Who runs late now, leading to who was told. */
export function DelaysPart({ delays, portal, names = {} }: Props) {
  return delays.map((delay) => (
    <FormMessage
      key={delay.id}
      tone="wait"
      className="mb-4"
      title={
        <Link href={routes[portal].absence(delay.id)} className="touch-target hover:underline">
          {portal === "doctor" ? "You're" : `${names[delay.doctorId] ?? "A doctor"} is`} {lateText(delay.minutes)}
        </Link>
      }
    >
      {delay.isAnnounced ? "Today's appointments will start that much later." : "Patients haven't been told yet."}
    </FormMessage>
  ));
}
