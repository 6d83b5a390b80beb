import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/patients/[id]/timeline/route";
import { allergyOf, conditionOf } from "@/tests/integration/background-harness";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let patientId: string;
beforeAll(async () => {
  cast = await createCast();
  patientId = cast.patient.patient.id;
  await allergyOf(cast.patient.actor, patientId);
  await conditionOf(cast.patient.actor, patientId);
});

const ask = async (query: Record<string, string> = {}, user = cast.patient.user, id = patientId) =>
  call(GET as Handler, { headers: await bearerOf(user), params: { id }, query });

it("lists what happened, page by page and by kind", async () => {
  const first = await ask({ limit: "1" });
  expect(first).toMatchObject({ status: 200, body: { items: [{ type: "CONDITION", title: "Asthma", patientId }] } });
  const second = await ask({ limit: "1", cursor: String(first.body.nextCursor) });
  expect(second.body).toMatchObject({ items: [{ type: "ALLERGY", title: "Penicillin" }], nextCursor: null });
  expect((await ask({ kind: "DOCUMENT" })).body).toEqual({ items: [], nextCursor: null });
});

it("refuses what it can't read, and looks to others like that of a missing patient", async () => {
  expect(pathsOf(expectProblem(await ask({ kind: "NEWS" }), 422, "invalid"))).toEqual(["kind"]);
  expect(pathsOf(expectProblem(await ask({ cursor: "x" }), 422, "invalid"))).toEqual(["cursor"]);
  for (const { user } of [cast.doctor, cast.manager, cast.admin]) {
    const others = await ask({}, user);
    expectProblem(others, 404, "not-found");
    expect(essence(others)).toEqual(essence(await ask({}, user, MISSING)));
  }
});
