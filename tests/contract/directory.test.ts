import { beforeAll, describe, expect, it } from "vitest";
import { GET as listDoctors } from "@/app/api/doctors/route";
import { GET as getDoctor } from "@/app/api/doctors/[id]/route";
import { GET as listHospitals } from "@/app/api/hospitals/route";
import { GET as getHospital } from "@/app/api/hospitals/[id]/route";
import { GET as getDoctors } from "@/app/api/hospitals/[id]/doctors/route";
import { GET as getStats } from "@/app/api/hospitals/[id]/stats/route";
import { GET as listServices } from "@/app/api/services/route";
import { GET as listSpecialties } from "@/app/api/specialties/route";
import { createDoctor, createHospital } from "@/tests/support/factories";

const MISSING = "0197a3c0-0000-7000-8000-00000000000a";
type Route = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(route: Route, path: string, params: Record<string, string> = {}) {
  const response = await route(new Request(`http://localhost:3000${path}`), { params: Promise.resolve(params) });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, type: response.headers.get("content-type") };
}
/** Removes the request's own path, in which two refusals may differ. */
const withoutRequest = ({ body, ...rest }: Awaited<ReturnType<typeof call>>) => ({
  ...rest,
  body: { ...body, requestId: "", instance: "" },
});

let doctorId = "";
let hospitalId = "";
beforeAll(async () => {
  const hospital = await createHospital({ city: "Testville", latitude: 1, longitude: 1 });
  const { doctor } = await createDoctor({ hospitalId: hospital.id });
  [doctorId, hospitalId] = [doctor.id, hospital.id];
});

describe("the directory's routes", () => {
  it.each<[Route, string]>([
    [listDoctors, "/api/doctors"],
    [listDoctors, "/api/doctors?q=&city=Testville&near=1,1&radiusKm=5&mode=IN_PERSON&sort=distance&limit=1"],
    [listHospitals, "/api/hospitals?near=1,1&radiusKm=10"],
    [listServices, "/api/services?q=cardio&specialty=cardiology"],
    [listSpecialties, "/api/specialties"],
  ])("answer a page to everyone", async (route, path) => {
    const { status, body } = await call(route, path);
    expect(status).toBe(200);
    expect((body.items as unknown[]).length).toBeGreaterThan(0);
    expect(body).toHaveProperty("nextCursor");
  });

  it.each([
    ["surprise=1", "surprise"],
    ["sort=price", "sort"],
    ["near=91,0", "near"],
    ["near=1;1", "near"],
    ["sort=distance", "near"],
    ["radiusKm=5", "near"],
    ["near=1,1&radiusKm=0", "radiusKm"],
    ["maxFee=-1", "maxFee"],
    ["maxFee=1e3", "maxFee"],
    ["maxFee=80&currency=QQQ", "currency"],
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=ten", "limit"],
    ["cursor=x", "cursor"],
    ["cursor=e30", "cursor"],
    ["hospitalId=7", "hospitalId"],
    ["availableFrom=2027-02-30", "availableFrom"],
    ["availableFrom=2027-03-02&availableTo=2027-03-01", "availableTo"],
    ["mode=PHONE", "mode"],
    ["language=Deutsch", "language"],
    ["specialty=A%20B", "specialty"],
    [`q=${"x".repeat(101)}`, "q"],
    ["q=%00", "q"],
    ["q=a&q=b", "q"],
  ])("refuse ?%s and name the field", async (query, path) => {
    const { status, body, type } = await call(listDoctors, `/api/doctors?${query}`);
    expect([status, type]).toEqual([422, "application/problem+json"]);
    expect((body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it("refuse the cursor of another order", async () => {
    await createDoctor();
    const first = await call(listDoctors, "/api/doctors?sort=fee&limit=1");
    const cursor = String(first.body.nextCursor);
    expect((await call(listDoctors, `/api/doctors?sort=fee&limit=1&cursor=${cursor}`)).status).toBe(200);
    expect((await call(listDoctors, `/api/doctors?sort=soonest&limit=1&cursor=${cursor}`)).status).toBe(422);
  });

  it("show a doctor and a hospital with what is needed to book", async () => {
    const doctor = await call(getDoctor, `/api/doctors/${doctorId}`, { id: doctorId });
    expect(doctor.body).toMatchObject({
      id: doctorId,
      places: [{ hospital: { id: hospitalId } }],
      services: [],
      nextSlots: [{ hospitalId }, {}, {}],
    });
    expect(doctor.body.nextAvailableAt).toBe((doctor.body.nextSlots as { start: string }[])[0]?.start);
    const doctors = await call(getDoctors, `/api/hospitals/${hospitalId}/doctors`, { id: hospitalId });
    expect(doctors.body.items).toMatchObject([{ id: doctorId }]);
    expect((await call(getHospital, `/api/hospitals/${hospitalId}`, { id: hospitalId })).body).toMatchObject({
      id: hospitalId,
      doctorCount: 1,
    });
  });

  it.each(["PENDING", "REJECTED", "SUSPENDED"] as const)(
    "answer 404 for a %s one as for a missing one",
    async (verification) => {
      const hospital = await createHospital({ verification, verifiedAt: null });
      const { doctor } = await createDoctor({ over: { verification } });
      const missing = withoutRequest(await call(getDoctor, `/api/doctors/${MISSING}`, { id: MISSING }));
      expect(missing.status).toBe(404);
      expect(withoutRequest(await call(getDoctor, `/api/doctors/${doctor.id}`, { id: doctor.id }))).toEqual(missing);
      for (const route of [getHospital, getDoctors] as Route[]) {
        const none = withoutRequest(await call(route, `/api/hospitals/${MISSING}`, { id: MISSING }));
        expect(none.status).toBe(404);
        expect(withoutRequest(await call(route, `/api/hospitals/${hospital.id}`, { id: hospital.id }))).toEqual(none);
      }
    },
  );

  it("require credentials for a hospital's numbers", async () => {
    expect((await call(getStats, `/api/hospitals/${hospitalId}/stats`, { id: hospitalId })).status).toBe(401);
  });
});
