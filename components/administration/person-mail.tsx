import { TOPIC_WORDS } from "@/lib/domain/preferences/format";
import type { PersonDetails } from "@/lib/domain/administration/schema-people";

type Props = { person: Pick<PersonDetails, "quietHours" | "noEmailAbout" | "timeZone"> };

/** What explains that an email is missing, though nothing failed. */
export function PersonMail({ person: { quietHours, noEmailAbout, timeZone } }: Props) {
  const of = (isChosen: boolean) =>
    noEmailAbout
      .filter((one) => one.isChosen === isChosen)
      .map(({ topic }) => TOPIC_WORDS[topic].label)
      .join(", ");
  const [turnedOff, notUsual] = [of(true), of(false)];
  if (!turnedOff && !notUsual && !quietHours)
    return <p className="mb-3 text-quiet">They get emails about everything that concerns them, at any time.</p>;
  return (
    <ul className="mb-3 grid gap-1 text-sm text-quiet">
      {turnedOff ? <li>They have turned off emails about: {turnedOff}.</li> : null}
      {notUsual ? <li>No emails unless they turn them on: {notUsual}.</li> : null}
      {quietHours ? (
        <li>
          What can wait isn’t sent between {quietHours.from} and {quietHours.until} ({timeZone}).
        </li>
      ) : null}
    </ul>
  );
}
