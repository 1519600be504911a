// SPDX-License-Identifier: EUPL-1.2
import { random, sha256, toText, utf8 } from "../seal/bytes.js";
import { el } from "./dom.js";

/** From the room to the pool's pages: a code drawn here, known to the server by its hash, posted once by a form. */

/** @param {import("./room.js").Room} room */
export async function toPool({ api, config }) {
  const code = toText(random(32));
  const { enter } = await api.post("/handovers", { code_sha256: toText(await sha256(utf8(code))) });
  if (enter !== `${config.api}/enter`) throw new Error("enter");
  const form = el("form", { method: "post", action: enter, hidden: true }, el("input", { type: "hidden", name: "code", value: code }));
  document.body.append(form);
  form.submit();
}
