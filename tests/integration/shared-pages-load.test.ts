import { createServer, get, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { ChangeLog } from "@/lib/platform/shared-pages/change-log";
import { openChangeReader } from "@/lib/platform/shared-pages/read-changes";
import { SharedPages } from "@/lib/platform/shared-pages/shared-pages";
import { READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";
import { SHARED_PAGES } from "@/lib/site/shared-pages";
import { newPatient } from "../support/actors";
import { createDoctor, inDays } from "../support/factories";

const PROCESSES = 3;
const READERS = 24;
const BOOKINGS = 40;

const readers = Array.from({ length: PROCESSES }, openChangeReader);
const servers: Server[] = [];
let made = 0;

/** As in a web process: pages of its own, with its own knowledge of what has changed. */
function startProcess(reader: ReturnType<typeof openChangeReader>): number {
  const zoneCookie = { name: READER_ZONE_COOKIE, isKnown: () => true };
  const pages = new SharedPages({
    addresses: SHARED_PAGES,
    zoneCookie,
    changes: new ChangeLog(reader.read),
    mostBytes: 10_000_000,
    positionOf: () => "",
  });
  const server = createServer((request, response) => {
    pages.answer(request, response, () => {
      made++;
      const [, , , doctorId = ""] = (request.url ?? "").split("/");
      getAvailability(doctorId, { from: inDays(1, "00:00").toISOString(), to: inDays(15, "00:00").toISOString() }).then(
        (offer) => response.setHeader("Content-Type", "application/json").end(JSON.stringify(offer)),
        () => response.writeHead(500).end(),
      );
    });
  }).listen(0);
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

const read = (port: number, path: string) =>
  new Promise<string>((resolve, reject) => {
    get({ host: "localhost", port, path }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => resolve(body));
    }).on("error", reject);
  });

let ports: number[] = [];
beforeAll(() => {
  ports = readers.map(startProcess);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all(readers.map((reader) => reader.close()));
});

it("never show a time that someone was told is theirs, in any process, while many read and book", async () => {
  const { doctor } = await createDoctor({ schedule: { horizonDays: 60 } });
  const patients = await Promise.all(Array.from({ length: 4 }, () => newPatient()));
  const path = `/api/doctors/${doctor.id}/availability`;
  const { slots } = JSON.parse(await read(ports[0]!, path)) as { slots: { start: string }[] };
  const wanted = slots.filter((_, nth) => nth % 3 === 0).slice(0, BOOKINGS);
  const confirmed = new Set<string>();
  const stale: string[] = [];
  let [reads, isOver] = [0, false];
  const reading = Array.from({ length: READERS }, async (_, nth) => {
    while (!isOver) {
      const known = [...confirmed];
      const answer = await read(ports[nth % PROCESSES]!, path);
      reads++;
      stale.push(...known.filter((start) => answer.includes(`"start":"${start}"`)));
    }
  });
  await Promise.all(
    patients.map(async ({ actor }, nth) => {
      for (const { start } of wanted.filter((_, index) => index % patients.length === nth)) {
        // Readers get a few answers from memory in between.
        const before = reads;
        await expect.poll(() => reads > before + 2 * READERS, { interval: 2, timeout: 10_000 }).toBe(true);
        const booked = await bookAppointment(actor, { doctorId: doctor.id, start }).then(
          () => true,
          () => false,
        );
        if (booked) confirmed.add(start);
      }
    }),
  );
  isOver = true;
  await Promise.all(reading);
  expect(stale).toEqual([]);
  expect(confirmed.size).toBeGreaterThan(BOOKINGS / 4);
  expect(made).toBeLessThan(reads / 3);
}, 120_000);
