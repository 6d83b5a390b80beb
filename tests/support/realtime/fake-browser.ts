import { vi } from "vitest";

type Listener = (...args: unknown[]) => void;

class Emitter {
  listeners: [string, Listener][] = [];
  bind(event: string, listener: Listener) {
    this.listeners.push([event, listener]);
    return this;
  }
  unbind(event: string, listener: Listener) {
    this.listeners = this.listeners.filter(([name, known]) => name !== event || known !== listener);
  }
  bind_global(listener: Listener) {
    return this.bind("*", (event, data) => listener(event, data));
  }
  unbind_all() {
    this.listeners = [];
  }
  emit(event: string, data?: unknown) {
    for (const [name, listener] of [...this.listeners]) {
      if (name === event) listener(data);
      if (name === "*") listener(event, data);
    }
  }
}

class Connection extends Emitter {
  state = "connecting";
  socket_id = "1.1";
  connect() {}
  disconnect() {}
  become(state: string) {
    this.state = state;
    this.emit("state_change");
  }
}

/** The page's one connection, as the test sees and drives it. */
export const tab = { opened: 0, connection: new Connection(), channels: new Map<string, Emitter>() };

export function forgetTab(): void {
  tab.opened = 0;
  tab.connection = new Connection();
  tab.channels.clear();
}

/** pusher-js as far as pages use it, driven by the test. */
export default class FakePusher {
  connection = tab.connection;
  constructor() {
    tab.opened += 1;
  }
  subscribe(name: string) {
    const channel = tab.channels.get(name) ?? new Emitter();
    tab.channels.set(name, channel);
    return channel;
  }
  unsubscribe(name: string) {
    tab.channels.delete(name);
  }
  send_event() {}
  signin() {}
  disconnect() {}
}

export const refresh = vi.fn<() => void>();
const router = { refresh };

/** next/navigation as far as live pages use it. */
export const navigation = { useRouter: () => router };
