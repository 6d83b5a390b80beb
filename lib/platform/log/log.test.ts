import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createLog } from "./log";
import { withRequestContext } from "./request-context";

function capture() {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) }, "debug");
  const last = () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>;
  return { log, lines, last };
}

const ACTOR = "0197a3c0-0000-7000-8000-000000000001";

describe("the log", () => {
  it("writes one line of JSON with the request's identity", () => {
    const { log, lines, last } = capture();
    withRequestContext({ requestId: "r-1", route: "/api/doctors/{id}", actorId: ACTOR }, () => {
      log.info({ method: "GET", status: 200, durationMs: 1.5 }, "request");
      log.info({ method: "GET", status: 201 }, "again");
    });
    expect(lines).toHaveLength(2);
    expect(last()).toMatchObject({ requestId: "r-1", route: "/api/doctors/{id}", actorId: ACTOR, status: 201 });
    expect(last()).not.toHaveProperty("durationMs");
    expect(last().time).toMatch(/^\d{4}-.*Z$/);
  });

  it("drops every field that isn't on the list, and says which", () => {
    const { log, last } = capture();
    // The compiler refuses them where it sees them.
    const more: object = { body: { name: "Asha Rai" }, email: "asha@example.org", headers: { cookie: "x" } };
    log.info({ status: 200, ...more }, "m");
    expect(last()).toMatchObject({ status: 200, dropped: ["body", "email", "headers"] });
    expect(JSON.stringify(last())).not.toMatch(/Asha|asha@/);
  });

  it("drops them from a child logger's bindings too", () => {
    const { log, last } = capture();
    log.child({ component: "relay", patientName: "Asha Rai" }).warn("late");
    expect(last()).toMatchObject({ component: "relay", level: "warn" });
    expect(JSON.stringify(last())).not.toContain("Asha");
  });

  it("scrubs addresses, tokens, keys and phone numbers", () => {
    const { log, last } = capture();
    const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    log.info({ reason: "sent to asha@example.org" }, `Bearer ${jwt} cs_live_abcdefghijk +977 980 1234567 ${jwt}`);
    expect(JSON.stringify(last())).not.toMatch(/asha|eyJ|cs_live|980/);
    log.info({}, "connect postgresql://caresync:s3cret@localhost:5432/caresync");
    expect(JSON.stringify(last())).not.toContain("s3cret");
  });

  it("keeps IDs and counts readable", () => {
    const { log, last } = capture();
    log.info({ appointmentId: ACTOR, count: 3, eventType: "appointment.booked" }, "relayed");
    expect(last()).toMatchObject({ appointmentId: ACTOR, count: 3, eventType: "appointment.booked" });
  });
});

describe("errors in the log", () => {
  it("keep name, code and frames, and lose every value", () => {
    const { log, last } = capture();
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Asha Rai"'), {
      code: "22P02",
      detail: "Key (email)=(asha@example.org) already exists.",
    });
    log.error({ err: error }, "failed");
    expect(last().err).toMatchObject({ name: "Error", code: "22P02" });
    expect((last().err as { stack: string }).stack).toMatch(/log\.test\.ts/);
    expect(JSON.stringify(last())).not.toMatch(/Asha|asha/);
  });

  it("are scrubbed when they are the only argument", () => {
    const { log, last } = capture();
    log.error(new Error("no mail for asha@example.org"));
    expect(last().msg).toBe("error");
    expect(JSON.stringify(last())).not.toContain("asha");
  });

  it("from Prisma are reduced to model, kind, SQLSTATE and constraint", () => {
    const { log, last } = capture();
    const error = Object.assign(new Error('Invalid `prisma.user.create()`: { data: { name: "Asha" } }'), {
      name: "PrismaClientKnownRequestError",
      code: "P2002",
      meta: {
        modelName: "User",
        driverAdapterError: {
          cause: {
            kind: "UniqueConstraintViolation",
            originalCode: "23505",
            constraint: { index: "User_email_key" },
            detail: "Key (email)=(asha@example.org) already exists.",
          },
        },
      },
    });
    log.error({ err: error }, "failed");
    const { err } = last() as { err: { message: string; code: string } };
    expect(err.code).toBe("P2002");
    expect(err.message).toContain("23505");
    expect(err.message).toContain("User_email_key");
    expect(JSON.stringify(last())).not.toMatch(/Asha|asha/);
  });

  it("include their causes, a few levels deep", () => {
    const { log, last } = capture();
    const loop: { name: string; message: string; cause?: unknown } = { name: "Loop", message: "again" };
    loop.cause = loop;
    log.error({ err: Object.assign(new Error("x", { cause: loop }), { code: "internal" }) }, "failed");
    expect(last().err).toMatchObject({ code: "internal", cause: { name: "Loop", cause: { name: "Loop" } } });
  });

  // The test's own time limit is the bound: quadratic time would take hours.
  it("take linear time on long hostile texts", () => {
    const { log, last } = capture();
    for (const filler of ["a", "1", ".", "@", '"', "'", "1 ", "eyJ"]) {
      log.error({ err: new Error(filler.repeat(200_000)) }, filler.repeat(200_000));
    }
    expect(last()).toMatchObject({ level: "error" });
  });
});

it("writes JSON without colours when the output isn't a terminal, even outside production", () => {
  const { NODE_ENV: _, ...env } = process.env;
  const said = execFileSync(
    process.execPath,
    ["--import", "tsx", "-e", 'import("@/lib/platform/log/log").then(({ log }) => log.info("up"))'],
    {
      env: { ...env, LOG_LEVEL: "info", FORCE_COLOR: "1" } as unknown as NodeJS.ProcessEnv,
      encoding: "utf8",
    },
  );
  expect(JSON.parse(said)).toMatchObject({ level: "info", msg: "up" });
});
