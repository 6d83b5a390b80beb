import type { Actor } from "@/lib/actor/actor";
import { instantText } from "@/lib/platform/time/iso-text";
import type { AllergyRow, ConditionRow, StatementRow, VersionRow } from "./rows";
import type { Allergy, AllergyList, Author, Condition } from "../schema";
import type { RecordedAs } from "../status";

const MOST_EARLIER = 20;

type Person = { id: string; name: string; doctor: { name: string } | null } | null;
/** What an entry says of itself, as its versions keep it. */
type AllergyValues = Pick<AllergyRow, "substance" | "category" | "criticality" | "reaction" | "status">;
type ConditionValues = Pick<ConditionRow, "name" | "system" | "codeVersion" | "code" | "codeName" | "onset" | "status">;

/** What is known about a patient's allergies, for this reader. */
export function toAllergyList(
  actor: Actor,
  rows: AllergyRow[],
  versions: VersionRow[],
  statement: StatementRow | null,
): AllergyList {
  const items = rows.map((row) => toAllergy(actor, row, versions));
  const isSome = rows.some(({ status }) => status === "ACTIVE");
  return {
    answer: isSome ? "LISTED" : statement ? "NONE_KNOWN" : "NOT_RECORDED",
    noneKnown: statement && {
      statedBy: toAuthor(actor, statement.statedBy, statement.statedAs, statement.patientId),
      statedAt: instantText(statement.statedAt),
    },
    items,
  };
}

/** One allergy with what it was before. */
export function toAllergy(actor: Actor, row: AllergyRow, versions: VersionRow[]): Allergy {
  return {
    ...stampOf(actor, row),
    ...allergyValues(row),
    earlier: earlierOf(actor, row, versions, (data) => allergyValues(data as AllergyValues)),
  };
}

/** A patient's conditions, for this reader. */
export function toConditions(actor: Actor, rows: ConditionRow[], versions: VersionRow[]): Condition[] {
  return rows.map((row) => toCondition(actor, row, versions));
}

/** One condition with what it was before. */
export function toCondition(actor: Actor, row: ConditionRow, versions: VersionRow[]): Condition {
  return {
    ...stampOf(actor, row),
    ...conditionValues(row),
    earlier: earlierOf(actor, row, versions, (data) => conditionValues(data as ConditionValues)),
  };
}

const allergyValues = ({ substance, category, criticality, reaction, status }: AllergyValues) => ({
  substance,
  category,
  criticality,
  reaction,
  status,
});

const conditionValues = ({ name, system, codeVersion, code, codeName, onset, status }: ConditionValues) => ({
  name,
  diagnosis:
    system !== null && codeVersion !== null && code !== null && codeName !== null
      ? { system, version: codeVersion, code, name: codeName }
      : null,
  onset,
  status,
});

function stampOf(actor: Actor, row: AllergyRow | ConditionRow) {
  const { id, patientId, version } = row;
  return {
    id,
    patientId,
    version,
    recordedBy: toAuthor(actor, row.recordedBy, row.recordedAs, patientId),
    recordedAt: instantText(row.recordedAt),
    changedBy: toAuthor(actor, row.changedBy, row.changedAs, patientId),
    changedAt: instantText(row.changedAt),
  };
}

function earlierOf<T>(
  actor: Actor,
  row: AllergyRow | ConditionRow,
  versions: VersionRow[],
  valuesOf: (data: unknown) => T,
) {
  return versions
    .filter(({ entryId, version }) => entryId === row.id && version < row.version)
    .slice(0, MOST_EARLIER)
    .map(({ version, changedBy, changedAs, changedAt, data }) => ({
      version,
      changedBy: toAuthor(actor, changedBy, changedAs, row.patientId),
      changedAt: instantText(changedAt),
      ...valuesOf(data),
    }));
}

/** Who acts for a patient is the family's business: a doctor sees only that it was their side. */
function toAuthor(actor: Actor, person: Person, as: RecordedAs, patientId: string): Author {
  const isFamily = actor.readablePatientIds.includes(patientId);
  const name = as === "DOCTOR" ? (person?.doctor?.name ?? person?.name) : isFamily ? person?.name : null;
  return { as, name: name ?? null, isYou: person !== null && person.id === actor.userId };
}
