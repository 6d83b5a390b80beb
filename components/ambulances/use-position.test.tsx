import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { usePosition } from "./use-position";

function device(secure: boolean, answer?: (found: PositionCallback, failed: PositionErrorCallback) => void) {
  vi.stubGlobal("isSecureContext", secure);
  if (answer) vi.stubGlobal("navigator", { geolocation: { getCurrentPosition: answer } });
}
const failing = (code: number) => (_found: PositionCallback, failed: PositionErrorCallback) =>
  failed({ code } as GeolocationPositionError);

function asked() {
  const { result } = renderHook(() => usePosition());
  act(() => result.current.ask());
  return result.current.position;
}

describe("the device's position", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is found, with its accuracy", () => {
    device(true, (found) =>
      found({ coords: { latitude: 52.5, longitude: 13.4, accuracy: 24.4 } } as GeolocationPosition),
    );
    expect(asked()).toEqual({ status: "found", text: "52.500000,13.400000", accuracyMetres: 24 });
  });

  it.each([
    [1, "refused"],
    [2, "unavailable"],
    [3, "timeout"],
  ])("fails with a named error: %s is %s", (code, fault) => {
    device(true, failing(code));
    expect(asked()).toEqual({ status: "fault", fault });
  });

  it("is not requested, and says so, where browsers never provide it", () => {
    device(false, failing(1));
    expect(asked()).toEqual({ status: "fault", fault: "insecure" });
  });
});
