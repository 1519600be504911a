// SPDX-License-Identifier: EUPL-1.2
import { openApi } from "../../../Room/app/api.js";
import { memoryStore } from "../../../Room/app/room.js";
import { origin } from "./server.mjs";

globalThis.location ??= /** @type {any} */ ({ origin, hostname: "room.example" });

/** A page of the room on a device whose clock is a year wrong. */
export function page(server, store = memoryStore()) {
  const clock = () => server.now + 31_536_000;
  const api = openApi(server.config.api, { fetch: server.fetch, clock, pause: async () => undefined });
  return /** @type {any} */ ({ config: server.config, store, api, state: "out" });
}

/** A device as its storage is after a reload: what cannot be stored is not there. */
export function device() {
  const values = new Map();
  return {
    values,
    get: async (name) => structuredClone(values.get(name)),
    put: async (name, value) => void values.set(name, structuredClone(value)),
    remove: async (name) => void values.delete(name),
  };
}
