// SPDX-License-Identifier: EUPL-1.2
import { button, note, p } from "./dom.js";
import { say } from "./words.js";

/** The warning about devices that somebody else manages: once on each device, then never again. */

/** @param {import("./room.js").Room} room */
export async function managedNote({ store }) {
  if (await store.get("told_managed")) return null;
  const box = note("info", p(say("common.managed")), button(say("common.managed.seen"), async () => {
    await store.put("told_managed", true);
    box.remove();
  }, { class: "quiet" }));
  return box;
}
